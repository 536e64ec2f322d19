import { describe, expect, it } from 'vitest';
import { circular, coveringLetters } from './circular.ts';
import { fact, isoDate, letterNumber } from './fact.ts';

const minimal = {
  id: 'dla-0808-4-w2007-0917',
  title: 'วิธีเข้าใช้งาน New e-LAAS',
  summary: 'ยืนยันตัวตนด้วย ThaiID แล้วตั้งรหัสผ่านใหม่',
  letter: {
    level: 'department',
    issuer: 'dla',
    number: 'มท 0808.4/ว 2007',
    date: '2024-09-17',
    subject: 'แนวทางปฏิบัติการใช้งาน',
    to: [{ text: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด', group: 'provinces' }],
    secrecy: 'normal',
  },
  force: { status: 'unknown' },
  source: 'สำเนาสแกน',
  published: '2026-11-21',
};

const withReference = (reference: object) => ({
  ...minimal,
  letter: { ...minimal.letter, references: [reference] },
});

const withdrawn = { file: 'guide.pdf', date: '2026-11-28', reason: 'privacy' };

const faults = (value: unknown): string[] =>
  circular
    .safeParse(value)
    .error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];

describe('circular', () => {
  it('reads plain values as certain facts', () => {
    const { letter } = circular.parse(minimal);
    expect(letter.number).toEqual({ value: 'มท 0808.4/ว 2007' });
    expect(letter.urgency).toBeUndefined();
  });

  it('reads what is no letter by its title, and its date where one is named', () => {
    const order = { title: 'คำสั่งทดลอง ที่ 12/2568', date: '2025-03-03', external: true };
    expect(circular.parse(withReference(order)).letter.references).toEqual([
      { title: { value: order.title }, date: { value: order.date }, external: true },
    ]);
    expect(faults(withReference({ title: 'ระเบียบทดลอง', record: 'laws/trial' }))).toEqual([]);
  });

  it('reads when and why a file was taken off', () => {
    const { attachments } = circular.parse({
      ...minimal,
      attachments: [{ title: 'คู่มือ', withdrawn }],
    });
    expect(attachments).toEqual([{ title: 'คู่มือ', withdrawn }]);
  });

  it.each([
    ['an unknown field', { ...minimal, colour: 'red' }, ': Unrecognized key: "colour"'],
    [
      'secrecy',
      { ...minimal, letter: { ...minimal.letter, secrecy: 'secret' } },
      'letter.secrecy: a letter of secrecy "secret" must never be published',
    ],
    [
      'a repeal without its letter',
      { ...minimal, force: { status: 'cancelled' } },
      'force.by: a legal force other than "unknown" needs the letter that says so',
    ],
    [
      'an impossible date',
      { ...minimal, letter: { ...minimal.letter, date: '2025-04-31' } },
      'letter.date.value: "2025-04-31" is not a date of the calendar',
    ],
    [
      'a loose number',
      { ...minimal, letter: { ...minimal.letter, number: 'มท๐๘๐๘.๔/ว๒๐๐๗' } },
      'letter.number.value: "มท๐๘๐๘.๔/ว๒๐๐๗" is not a letter number in canonical form',
    ],
    [
      'an attachment without a reason for its absence',
      { ...minimal, attachments: [{ title: 'คู่มือ' }] },
      'attachments.0: an attachment has a "file", or says under "missing" why the portal does not have it',
    ],
    [
      'an attachment that was withdrawn and has its file',
      { ...minimal, attachments: [{ title: 'คู่มือ', size: 1, sha256: 'a'.repeat(64), withdrawn }] },
      'attachments.0: an attachment that was withdrawn has no file, so no "size" either',
    ],
    [
      'a withdrawal without a day',
      { ...minimal, attachments: [{ title: 'คู่มือ', withdrawn: { ...withdrawn, date: '2026-11' } }] },
      'attachments.0.withdrawn.date: "2026-11" is not known to the day',
    ],
    [
      'a reference to nowhere',
      { ...minimal, cancels: [{ number: 'มท 0808.4/ว 2698', date: '2019-07-10' }] },
      'cancels.0: a reference names its record, or is marked "external: true"; not both, not neither',
    ],
    [
      'a reference with a title and what only letters have',
      withReference({ title: 'ระเบียบทดลอง', number: 'มท 0808.4/ว 2698', external: true }),
      'letter.references.0.number: a reference with a title is to what is no letter, and has no such field',
    ],
    [
      'a reference with neither title nor number',
      withReference({ date: '2019-07-10', external: true }),
      'letter.references.0.number: a reference has the number and the date of a letter, or the title of what is no letter',
    ],
    [
      'a reference to a law that leads nowhere',
      withReference({ title: 'ระเบียบทดลอง' }),
      'letter.references.0: a reference names its record, or is marked "external: true"; not both, not neither',
    ],
  ])('refuses %s', (_, value, message) => {
    expect(faults(value)).toEqual([message]);
  });
});

describe('fact', () => {
  const readings = [
    { read: 'ว ๑๖๓๙', value: 'มท 0808.4/ว 1639', source: 'letter' },
    { read: 'ว ๑๙๖๖', value: 'มท 0808.4/ว 1966', source: 'chiang-mai' },
  ];

  it('reads a doubt with all its readings', () => {
    expect(fact(letterNumber).parse({ doubt: 'conflict', readings })).toEqual({
      value: null,
      doubt: { kind: 'conflict', readings },
    });
  });

  it('keeps what is readable of a date whose day is not', () => {
    const read = {
      value: '2025-04',
      doubt: 'unreadable',
      readings: [{ read: '๗๙ เมษาฯ ๒๕๖๘', source: 'letter' }],
    };
    expect(fact(isoDate).parse(read)).toEqual({
      value: '2025-04',
      doubt: {
        kind: 'unreadable',
        readings: [{ read: '๗๙ เมษาฯ ๒๕๖๘', value: null, source: 'letter' }],
      },
    });
  });

  it.each([
    ['a settled conflict', { value: 'มท 0808.4/ว 1639', doubt: 'conflict', readings }],
    ['a conflict of one', { doubt: 'conflict', readings: readings.slice(0, 1) }],
    ['a doubt without readings', { doubt: 'unclear', readings: [] }],
    ['an unknown field', { doubt: 'unclear', readings, colour: 'red' }],
    ['nothing', undefined],
    ['null', null],
  ])('refuses %s', (_, value) => {
    expect(fact(letterNumber).safeParse(value).success).toBe(false);
  });
});

it('refuses two covering letters of one key', () => {
  const covering = { key: 'fang', ...minimal.letter };
  expect(coveringLetters.safeParse([covering, covering]).error?.issues[0]?.message).toBe(
    'two covering letters have the key "fang"',
  );
});
