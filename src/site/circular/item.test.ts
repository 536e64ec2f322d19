import { expect, it } from 'vitest';
import { PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { viewItem } from './item.ts';

const item = async (from = '', to = '') => {
  openPortal(from === '' ? SITE_FILES : replaced(SITE_FILES, PAGE, from, to));
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  return viewItem(entry);
};

it('has number and date as people write them, and the day for machines', async () => {
  expect(await item()).toMatchObject({
    summary: 'ยืนยันตัวตนก่อนเข้าใช้งาน',
    number: { text: 'มท ๐๘๐๘.๔/ว ๑๕', needsCheck: false },
    date: { text: '2 เมษายน 2568', needsCheck: false },
    iso: '2025-04-02',
    withdrawn: null,
  });
});

it.each([
  [
    'a number of which nothing is certain',
    '  number: มท 0808.4/ว 15',
    '  number: {doubt: unclear, readings: [{read: ว ๑?, source: letter}]}',
    { number: { text: null, needsCheck: true } },
  ],
  [
    'a date on which readings disagree',
    '  date: "2025-04-02"',
    '  date: {doubt: conflict, readings: [{read: ๒ เม.ย. ๒๕๖๘, value: "2025-04-02", source: letter}, {read: ๗ เม.ย. ๒๕๖๘, value: "2025-04-07", source: chiang-mai}]}',
    { date: { text: null, needsCheck: true }, iso: null },
  ],
  [
    'a date of which nothing is certain',
    '  date: "2025-04-02"',
    '  date: {doubt: unreadable, readings: [{read: ๗๐ เมษายน, source: letter}]}',
    { date: { text: null, needsCheck: true }, iso: null },
  ],
])('marks %s, and invents none', async (_, from, to, expected) => {
  expect(await item(from, to)).toMatchObject(expected);
});

it('writes a month alone as it is recorded', async () => {
  expect(await item('  date: "2025-04-02"', '  date: "2025-04"')).toMatchObject({
    date: { text: 'เมษายน 2568' },
    iso: '2025-04',
  });
});

it.each([
  ['cancelled', 'ยกเลิกแล้ว'],
  ['superseded', 'มีฉบับใหม่ใช้แทน'],
])('says of a letter that is %s that it no longer holds', async (status, text) => {
  const force = `  status: ${status}\n  by: laws/old-letter\n  since: "2026-11-01"\n  recorded: "2026-11-21"`;
  expect((await item('  status: unknown', force)).withdrawn).toBe(text);
});

it('carries that it is made up', async () => {
  expect((await item('title: วิธี', 'sample: true\ntitle: วิธี')).link.sample).toBe(true);
});
