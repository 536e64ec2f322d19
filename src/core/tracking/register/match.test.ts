import { describe, expect, it } from 'vitest';
import { findWrittenNumbers } from '#core/letter/reading/number-words.ts';
import { NO_DATE, type RegisterEntry } from './entry.ts';
import { matchEntry } from './match.ts';
import { context, day, entry } from './testing/made-up-entries.ts';

describe('matchEntry', () => {
  it('matches a letter received by number, date and issuer', () => {
    expect(matchEntry(entry(), context('received'))).toMatchObject({
      verdict: 'matched',
      circular: '2568/one',
      movement: { kind: 'received', office: 'p88', date: '2025-03-05', number: '101', to: [] },
    });
  });

  it('matches a letter that only the register of its sender tells of', () => {
    const one = {
      letterNumber: 'ตย 0899.2/31',
      letterDate: day('2025-03-12'),
      entryDate: day('2025-03-13'),
    };
    expect(
      matchEntry(entry({ ...one, from: 'อำเภอสอง' }), context('received', 'a880251')),
    ).toMatchObject({ verdict: 'matched', circular: '2568/one', movement: { office: 'a880251' } });
  });

  const sent = {
    letterNumber: 'ตย 0023.9/ว 21',
    letterDate: day('2025-03-07'),
    entryDate: day('2025-03-07'),
    to: 'นายอำเภอ ทุกอำเภอ, อบจ.ตัวอย่าง',
  };
  it("matches an office's own covering letter by number, date and office, with its addressees", () => {
    expect(matchEntry(entry({ ...sent, entryDate: NO_DATE }), context('sent'))).toMatchObject({
      verdict: 'matched',
      circular: '2568/one',
      movement: {
        kind: 'sent',
        date: '2025-03-07',
        number: 'ตย 0023.9/ว 21',
        to: ['districts', 'a880050'],
      },
    });
  });

  it.each<
    [
      what: string,
      kind: 'received' | 'sent',
      changes: Partial<RegisterEntry>,
      verdict: string,
      reason: string,
    ]
  >([
    [
      'another day',
      'received',
      { letterDate: day('2025-03-04') },
      'doubtful',
      'the register dates the letter 2025-03-04, the circular has 2025-03-03',
    ],
    [
      'an unreadable day',
      'received',
      { letterDate: NO_DATE },
      'doubtful',
      'several circulars have a letter of this number: 2568/one, 2567/same-number',
    ],
    [
      'another year',
      'received',
      { letterDate: day('2023-03-03') },
      'unknown',
      'letters of this number are of another year or office',
    ],
    [
      'another sender',
      'received',
      { from: 'จังหวัดทดลอง' },
      'doubtful',
      'the register says it came from "จังหวัดทดลอง"',
    ],
    [
      'an entry before the letter',
      'received',
      { entryDate: day('2025-03-02') },
      'doubtful',
      'it was entered before the date of the letter',
    ],
    [
      'no day of receipt',
      'received',
      { entryDate: NO_DATE },
      'doubtful',
      'the day on which it was received is missing',
    ],
    [
      'no register number',
      'received',
      { registerNumber: null },
      'doubtful',
      'it has no number in the register',
    ],
    [
      'a number without the mark of circulars',
      'received',
      { letterNumber: 'มท 0899.9/11' },
      'doubtful',
      'the letter of this day has the number มท 0899.9/ว 11',
    ],
    [
      'such a number of another day',
      'received',
      { letterNumber: 'มท 0899.9/11', letterDate: day('2025-03-04') },
      'unknown',
      'no circular has a letter of this number',
    ],
    [
      'an unknown number',
      'received',
      { letterNumber: 'มท 0899.9/ว 99' },
      'unknown',
      'no circular has a letter of this number',
    ],
    [
      'no number',
      'received',
      { letterNumber: null },
      'unknown',
      'the letter number cannot be read',
    ],
    [
      'a secret letter',
      'received',
      { secrecy: 'secret' },
      'refused',
      'the letter is secret; nothing of it was copied',
    ],
    [
      'a letter that may be secret',
      'received',
      { secrecy: 'may-be-secret' },
      'refused',
      'the letter may be secret; nothing of it was copied',
    ],
    [
      'a time that cannot be read',
      'received',
      { doubts: ['column C "เวลา": "เช้า" is no time of day'] },
      'doubtful',
      'column C "เวลา": "เช้า" is no time of day',
    ],
    [
      'a day that may be either of two',
      'received',
      {
        entryDate: {
          ...NO_DATE,
          readings: ['2025-04-05', '2025-05-04'],
          doubt: 'two days',
          by: 'order',
        },
      },
      'doubtful',
      'the day on which it was received cannot be read (two days)',
    ],
    [
      'a number without its prefix',
      'received',
      {
        letterNumber: null,
        partOfNumber: findWrittenNumbers('0899.9/ว 11')[0] ?? null,
      },
      'doubtful',
      'the letter number has no prefix',
    ],
    [
      'a running number alone, of that day',
      'received',
      { letterNumber: null, partOfNumber: findWrittenNumbers('ว 11')[0] ?? null },
      'doubtful',
      'the letter of this day has the number มท 0899.9/ว 11',
    ],
    [
      'a running number alone, of another day',
      'received',
      {
        letterNumber: null,
        partOfNumber: findWrittenNumbers('ว 11')[0] ?? null,
        letterDate: day('2025-03-04'),
      },
      'unknown',
      'the letter number cannot be read',
    ],
    [
      'another day of a letter sent',
      'sent',
      { ...sent, letterDate: day('2025-03-08') },
      'doubtful',
      'the register dates the letter 2025-03-08, the circular has 2025-03-07',
    ],
    [
      'unknown addressees',
      'sent',
      { ...sent, to: 'นายอำเภอ ทุกอำเภอ, นายอำเภอสี่' },
      'doubtful',
      'the addressee "นายอำเภอสี่" is not known',
    ],
    ['no addressees', 'sent', { ...sent, to: '' }, 'doubtful', 'whom it was sent to is not clear'],
    [
      "another office's letter",
      'sent',
      {},
      'unknown',
      'letters of this number are of another year or office',
    ],
  ])('tells %s and plans no movement', (_, kind, changes, verdict, reason) => {
    const found = matchEntry(entry(changes), context(kind));
    expect([found.verdict, found.reasons[0], found.movement]).toEqual([verdict, reason, null]);
  });

  it('takes the same subject for a hint alone', () => {
    const found = matchEntry(
      entry({
        letterNumber: 'ทล 0023.9/ว 1',
        subject: 'แนวทางตัวอย่าง เพื่อการทดสอบ',
        entryDate: day('2024-05-05'),
        letterDate: day('2024-05-01'),
      }),
      context('received', 'd8801'),
    );
    expect(found).toMatchObject({
      verdict: 'doubtful',
      circular: '2567/same-number',
      movement: null,
    });
    expect(found.takeable).toMatchObject({ kind: 'received', office: 'd8801' });
  });
});
