import { expect, it } from 'vitest';
import { certain, type Fact } from '#core/letter/fact.ts';
import type { DateReading } from './date-cell.ts';
import { type ResolvedDates, resolveDates } from './dates.ts';
import { NO_DATE, type RegisterEntry } from './entry.ts';

const day = (value: string): DateReading => ({ value, readings: [value], doubt: null });
const either = (readings: string[], by?: DateReading['by']): DateReading => ({
  value: null,
  readings,
  doubt: 'either',
  ...(by ? { by } : {}),
});
const resolve = (
  letterDate: DateReading,
  entryDate: DateReading,
  known: Fact<string> | null = certain('2025-03-03'),
): ResolvedDates => resolveDates({ letterDate, entryDate } as RegisterEntry, known);
const ENTRY = day('2025-03-05');

it.each<[what: string, letter: DateReading, entry: DateReading, date: string | null]>([
  [
    'the letter decides for both',
    either(['2025-08-03', '2025-03-03'], 'order'),
    either(['2025-05-03', '2025-03-05'], 'order'),
    '2025-03-05',
  ],
  [
    'one of two is before the letter',
    day('2025-03-03'),
    either(['2025-02-05', '2025-05-02'], 'order'),
    '2025-05-02',
  ],
  ['neither is', day('2025-03-03'), either(['2025-04-05', '2025-05-04'], 'order'), null],
  [
    'both differ, in two ways',
    either(['2025-03-03'], 'year'),
    either(['2025-04-05', '2025-05-04'], 'order'),
    null,
  ],
  [
    'the era is that of the letter',
    either(['2025-03-03'], 'year'),
    either(['2025-03-05'], 'year'),
    '2025-03-05',
  ],
  ['the letter tells the era', day('2025-03-03'), either(['2025-03-05'], 'year'), '2025-03-05'],
  [
    'it is before the letter in either era',
    day('2025-03-03'),
    either(['2025-03-01'], 'year'),
    null,
  ],
  ['a single reading stays in doubt', day('2025-03-03'), either(['2025-03-05']), null],
  [
    'the date of the letter is in doubt itself',
    day('2025-03-04'),
    either(['2025-02-05', '2025-05-02'], 'order'),
    null,
  ],
])('settles the day of the entry where %s', (_, letter, entry, date) => {
  expect(resolve(letter, entry).entry).toBe(date);
});

it.each<[what: string, letter: DateReading, known: Fact<string> | null, doubt: string | null]>([
  ['they agree', day('2025-03-03'), certain('2025-03-03'), null],
  [
    'one of the readings does',
    either(['2025-03-03', '2025-03-04'], 'order'),
    certain('2025-03-03'),
    null,
  ],
  [
    'none does',
    either(['2025-05-04', '2025-04-05'], 'order'),
    certain('2025-03-03'),
    'the date of the letter is not clear (either)',
  ],
  [
    'it is another day',
    day('2025-03-04'),
    certain('2025-03-03'),
    'the register dates the letter 2025-03-04, the circular has 2025-03-03',
  ],
  ['there is none', NO_DATE, certain('2025-03-03'), 'the date of the letter is missing'],
  [
    'that of the circular is a month',
    day('2025-03-03'),
    certain('2025-03'),
    'the day of the circular is not known',
  ],
  [
    'that of the circular is not known',
    day('2025-03-03'),
    { value: null },
    'the date of the circular is not known',
  ],
  ['no circular is meant', day('2025-03-03'), null, null],
])('compares the date of the letter where %s', (_, letter, known, doubt) => {
  expect(resolve(letter, ENTRY, known).doubt).toBe(doubt);
});
