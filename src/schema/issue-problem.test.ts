import { expect, it } from 'vitest';
import type { z } from 'zod';
import { LIMITS } from '#core/check/limits.ts';
import { formatFieldPath } from '#core/field-path.ts';
import { circular } from './circular.ts';
import { news } from './document.ts';
import { validate } from './issue-problem.ts';

const good = {
  id: 'dla-0808-4-w2007-0917',
  title: 'วิธีเข้าใช้งาน',
  summary: 'ยืนยันตัวตนก่อน',
  letter: {
    level: 'department',
    issuer: 'dla',
    number: 'มท 0808.4/ว 2007',
    date: '2024-09-17',
    subject: 'แนวทางปฏิบัติ',
    to: [{ text: 'ทุกจังหวัด', group: 'provinces' }],
    secrecy: 'normal',
  },
  force: { status: 'unknown' },
  source: 'สำเนาสแกน',
  published: '2026-11-21',
};
const withLetter = (change: object) => ({ ...good, letter: { ...good.letter, ...change } });

const messagesOf = (schema: z.ZodType, raw: unknown) =>
  validate(schema, raw).problems.map(({ path, what, why, fix }) =>
    [`${formatFieldPath(path)}: ${what}`, why, fix].filter(Boolean).join(' | '),
  );

it('says nothing of a good record', () => expect(messagesOf(circular, good)).toEqual([]));

it.each<[string, unknown, string]>([
  [
    'a missing field',
    { ...good, title: undefined },
    'title: the field "title" is missing | Add "title:" with text.',
  ],
  [
    'a missing fact',
    withLetter({ subject: undefined }),
    'letter.subject: the field "subject" is missing | Add "subject:" with text under "letter".',
  ],
  [
    'a missing choice',
    withLetter({ level: undefined }),
    'letter.level: the field "level" is missing | Add "level:" with ministry, department, province, district, authority or unit under "letter".',
  ],
  [
    'a text longer than a line',
    withLetter({ subject: 'ก'.repeat(LIMITS.line + 1) }),
    'letter.subject: "subject" has 2001 characters | A text on one line has 2000 at most: see docs/limits.md. | Shorten it; details belong in the body of a page.',
  ],
  [
    'a letter number longer than a line',
    withLetter({ number: `มท 0808.4/ว ${'1'.repeat(LIMITS.line)}` }),
    'letter.number: "number" has 2012 characters | A text on one line has 2000 at most: see docs/limits.md. | Shorten it; details belong in the body of a page.',
  ],
  [
    'an unknown field with a near name',
    withLetter({ subjects: 'x' }),
    'letter.subjects: the field "subjects" is not known here | A field that nothing reads would be lost without a word. | Did you mean "subject"? Else remove it.',
  ],
  [
    'an unknown field like none',
    { ...good, force: { status: 'unknown', colour: 'red' } },
    'force.colour: the field "colour" is not known here | A field that nothing reads would be lost without a word. | Remove it, or use one of: status, by, from, since, recorded, note.',
  ],
  [
    'an unknown field of a doubt',
    withLetter({
      date: { doubt: 'unclear', reading: [], readings: [{ read: 'x', source: 'letter' }] },
    }),
    'letter.date.reading: the field "reading" is not known here | A field that nothing reads would be lost without a word. | Did you mean "readings"? Else remove it.',
  ],
  [
    'a fact written as an object without a doubt',
    withLetter({ number: { read: 'x' } }),
    'letter.number: "number" is an object with fields of its own, not text | Write text.',
  ],
  [
    'a number where text is wanted',
    withLetter({ date: 2024 }),
    'letter.date: "date" is a number, not text | Put it in quotes: "2024".',
  ],
  [
    'a list as text',
    { ...good, actions: 'x' },
    'actions: "actions" is text, not a list | Write a list.',
  ],
  [
    'nothing behind a name',
    { ...good, title: null },
    'title: "title" is nothing, not text | Write text.',
  ],
  [
    'a value that is not allowed',
    withLetter({ urgency: 'very-urgnt' }),
    'letter.urgency: "very-urgnt" is not one of the values allowed here | Did you mean "very-urgent"? Write normal, urgent, very-urgent or most-urgent.',
  ],
  [
    'a kind of doubt that is not',
    withLetter({ date: { doubt: 'maybe', readings: [{ read: 'x', source: 'letter' }] } }),
    'letter.date.doubt: "maybe" is not one of the values allowed here | Write unclear, conflict, unreadable or cited.',
  ],
  [
    'a Buddhist-era year',
    withLetter({ date: '2567-09-17' }),
    'letter.date: "2567-09-17" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Subtract 543 from the Buddhist-era year: "2024-09-17".',
  ],
  [
    'an impossible day in a reading',
    withLetter({
      date: {
        doubt: 'unclear',
        readings: [{ read: '๓๑ เมษายน ๒๕๖๘', value: '2025-04-31', source: 'letter' }],
      },
    }),
    'letter.date.readings[0].value: "2025-04-31" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write a day that the month has; a field that may be in doubt can hold one that a letter prints all the same.',
  ],
  [
    'a two-digit year',
    { ...good, published: '68-04-22' },
    'published: "68-04-22" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write the year with all four digits of the Gregorian calendar.',
  ],
  [
    'a day as letters print it',
    { ...good, published: '30 เมษายน 2569' },
    'published: "30 เมษายน 2569" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write "2026-04-30".',
  ],
  [
    'a day as letters print it, which the month does not have',
    { ...good, published: '31 เมษายน 2569' },
    'published: "31 เมษายน 2569" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write a day that the month has; a field that may be in doubt can hold one that a letter prints all the same.',
  ],
  [
    'Thai digits',
    { ...good, published: '๒๕๖๙-๑๑-๒๑' },
    'published: "๒๕๖๙-๑๑-๒๑" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Subtract 543 from the Buddhist-era year: "2026-11-21".',
  ],
  [
    'Thai digits of a Gregorian year',
    { ...good, published: '๒๐๒๖-๑๑' },
    'published: "๒๐๒๖-๑๑" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write "2026-11".',
  ],
  [
    'the quotes of a word processor',
    { ...good, published: '“2026-11-21”' },
    'published: "“2026-11-21”" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write "2026-11-21".',
  ],
  [
    'a day in numbers',
    { ...good, published: '21/11/2569' },
    'published: "21/11/2569" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write "2026-11-21".',
  ],
  [
    'a day in numbers with the month in front',
    { ...good, published: '11/21/2026' },
    'published: "11/21/2026" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write "2026-11-21".',
  ],
  [
    'a day in numbers that may be two',
    { ...good, published: '5/6/2569' },
    'published: "5/6/2569" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write "2026-06-05" where the day stands in front, or "2026-05-06" where the month does.',
  ],
  [
    'a day in numbers that is one in both ways',
    { ...good, published: '๕/๕/๒๕๖๙' },
    'published: "๕/๕/๒๕๖๙" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write "2026-05-05".',
  ],
  [
    'a day in numbers that is none',
    { ...good, published: '31/2/2569' },
    'published: "31/2/2569" is not a date of the calendar | Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable. | Write a day that the month has; a field that may be in doubt can hold one that a letter prints all the same.',
  ],
  [
    'a text where a list is due',
    withLetter({ to: 'ผู้ว่าราชการจังหวัดทุกจังหวัด' }),
    'letter.to: "to" is text, not a list | Write a list.',
  ],
  [
    'a name with a character that nobody sees',
    { ...good, 'tit\u200Ble': 'ก' },
    'tit\u200Ble: the name of the field "tit\u200Ble" has an invisible character: U+200B | It looks like another name, and nothing reads it. | Type the name anew.',
  ],
  [
    'a month where a day is wanted',
    { ...good, published: '2025-04' },
    'published: "2025-04" is not known to the day | Write YYYY-MM-DD; leave the field out where the day is not known.',
  ],
  [
    'an empty text',
    { ...good, title: '  ' },
    'title: "title" is empty | Write the text, or remove the field.',
  ],
  ['an empty list', withLetter({ to: [] }), 'letter.to: "to" is an empty list | Give at least 1.'],
  [
    'a number out of bounds',
    { ...good, attachments: [{ title: 'ก', missing: 'ไม่มี', copies: 0 }] },
    'attachments[0].copies: "0" is out of bounds for "copies" | Write a number above 0.',
  ],
  [
    'a bad address',
    withLetter({ contact: { unit: 'ก', website: 'dla' } }),
    'letter.contact.website: "dla" is not a web address | Write it in full, with https:// in front.',
  ],
  [
    'a bad address that a browser would run',
    withLetter({ contact: { unit: 'ก', website: 'javascript:a()' } }),
    'letter.contact.website: "javascript:a()" is not a web address | Write it in full, with https:// in front.',
  ],
  [
    'secrecy',
    withLetter({ secrecy: 'secret' }),
    'letter.secrecy: a letter of secrecy "secret" must never be published | Only letters of secrecy normal (ปกติ) may be on the portal or in its repository. | Take the letter and all its files out of content, and out of the history of the repository.',
  ],
  [
    'a repeal without its letter',
    { ...good, force: { status: 'cancelled' } },
    'force.by: a legal force other than "unknown" needs the letter that says so | Legal force is never inferred. | Add "by: <path of the record of that letter>", or write "status: unknown".',
  ],
  [
    'a period that lacks its value',
    { ...good, claims: [{ key: 'opened', label: 'เปิด' }] },
    'claims[0].value: the field "value" is missing | Add "value:" with an object with fields of its own under "claims[0]".',
  ],
])('tells %s', (_, raw, text) => {
  expect(messagesOf(circular, raw)).toEqual([text]);
});

it('tells every fault of a record', () => {
  expect(messagesOf(news, { title: 'ก', summry: 'ข', published: '2025-02-30' })).toHaveLength(3);
});

it('keeps what is right of a record that is refused', () => {
  const raw = {
    ...withLetter({ number: 'x', date: '2024-09-17' }),
    title: 1,
    attachments: [{ title: 'ก' }, 3],
  };
  expect(validate(circular, raw).data).toMatchObject({
    id: good.id,
    title: undefined,
    letter: { number: undefined, date: { value: '2024-09-17' } },
    attachments: [{ title: 'ก' }, undefined],
  });
});
