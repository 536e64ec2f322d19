import { expect, it } from 'vitest';
import { certain } from '#core/letter/fact.ts';
import { type Captioned, captionOf } from './caption.ts';

const about: Captioned = {
  number: certain('มท 0808.4/ว 2007'),
  year: '2567',
  hasFile: [true, true],
  hasLetter: false,
  address: 'wian.example/q/6NJ8FY',
};
const unclear = { value: 'มท 0808.4/ว 1639', doubt: { kind: 'unclear' as const, readings: [] } };

it.each<[string, Partial<Captioned>, string[]]>([
  ['a circular', {}, ['ดาวน์โหลดสิ่งที่ส่งมาด้วย', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗']],
  ['a letter', { hasFile: [], hasLetter: true }, ['อ่านและดาวน์โหลดหนังสือ', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗']],
  [
    'a letter and all its attachments',
    { hasLetter: true },
    ['ดาวน์โหลดหนังสือและสิ่งที่ส่งมาด้วย', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗'],
  ],
  [
    'a letter and some of its attachments',
    { hasFile: [true, false], hasLetter: true },
    ['ดาวน์โหลดหนังสือและสิ่งที่ส่งมาด้วยบางรายการ', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗'],
  ],
  ['a circular alone', { hasFile: [] }, ['อ่านหนังสือและคำแนะนำ', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗']],
  [
    'a circular of which the portal has no file',
    { hasFile: [false, false] },
    ['อ่านหนังสือและคำแนะนำ', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗'],
  ],
  [
    'a circular of which the portal has some files',
    { hasFile: [false, true] },
    ['ดาวน์โหลดสิ่งที่ส่งมาด้วยบางรายการ', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗'],
  ],
  [
    'an attachment without its file',
    { attachment: 2, hasFile: [true, false] },
    ['ข้อมูลของสิ่งที่ส่งมาด้วย ๒', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗'],
  ],
  ['an attachment', { attachment: 2 }, ['สิ่งที่ส่งมาด้วย ๒', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗']],
  ['a number in doubt', { number: unclear }, ['ดาวน์โหลดสิ่งที่ส่งมาด้วย', 'หนังสือเวียนปี ๒๕๖๗']],
  [
    'an office',
    { office: 'จังหวัดเชียงใหม่' },
    ['ดาวน์โหลดสิ่งที่ส่งมาด้วย', 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗', 'จังหวัดเชียงใหม่'],
  ],
])('names %s', (_, change, lines) => {
  expect(captionOf({ ...about, ...change }).map(({ text }) => text)).toEqual([
    ...lines,
    about.address,
  ]);
});
