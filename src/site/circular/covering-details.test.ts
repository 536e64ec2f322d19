import { expect, it } from 'vitest';
import type { CoveringLetter } from '#core/letter/circular.ts';
import { viewCoveringDetails } from './covering-details.ts';

const UNCLEAR = {
  value: null,
  doubt: { kind: 'unclear' as const, readings: [{ read: '?', value: null, source: 'fang' }] },
};

const LETTER = {
  key: 'fang',
  subject: { value: 'การเข้าใช้งานระบบ' },
  references: [],
  attachments: [],
} as unknown as CoveringLetter;

const view = (given: Partial<CoveringLetter> = {}) =>
  viewCoveringDetails({ ...LETTER, ...given }, '/circulars/2568/a/', new Map(), (key) => key);

it('has nothing but the subject of a letter that says nothing else', () => {
  expect(view()).toEqual({
    prefix: 'letter-fang-',
    subject: { text: 'การเข้าใช้งานระบบ', doubt: null },
    cites: null,
    references: [],
    attachments: [],
    signatory: null,
    contact: null,
    needsCheck: false,
  });
});

it.each<[string, Partial<CoveringLetter>]>([
  ['the subject', { subject: UNCLEAR }],
  [
    'the number of the letter that it passes on',
    { cites: { number: UNCLEAR, date: { value: '2025-04-02' } } },
  ],
  [
    'the day of a letter that it refers to',
    { references: [{ number: { value: 'มท 1' }, date: UNCLEAR }] },
  ],
  ['the name of who signed it', { signatory: { post: 'นายอำเภอ', name: UNCLEAR } }],
  [
    'a telephone number',
    { contact: { unit: 'ท้องถิ่นอำเภอ', phones: [{ value: '0-5345-0000' }, UNCLEAR] } },
  ],
])('says on the fold that %s has to be checked', (_, given) => {
  expect(view(given).needsCheck).toBe(true);
});

it('says nothing on the fold where all of it is certain', () => {
  const certain = view({
    cites: { number: { value: 'มท 0808.4/ว 15' }, date: { value: '2025-04-02' } },
    signatory: { post: 'นายอำเภอ' },
    contact: { unit: 'ท้องถิ่นอำเภอ', phones: [] },
  });
  expect(certain.needsCheck).toBe(false);
  expect(certain.signatory?.name).toBe(null);
});

it('keeps ids of its attachments apart from those of the letter', () => {
  const { prefix, attachments } = view({ attachments: [{ title: 'บัญชี', missing: 'ไม่มีไฟล์' }] });
  expect(prefix).not.toBe('');
  expect(attachments.map(({ title, file }) => [title, file])).toEqual([['บัญชี', null]]);
});
