import { findWrittenNumbers, type WrittenNumber } from '#core/letter/reading/number-words.ts';

/** A place in a folded text (UTF-16 offsets, end exclusive), and what is read there. */
interface Reading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// Of a year in two digits: what is below 40 may be of the Christian era as well.
const SHORT_YEAR = '[4-9]\\d';
const YEAR_BEHIND = new RegExp(`^\\s?/\\s?(${SHORT_YEAR})(?![\\d./])`);
const NUMBER_AND_YEAR = new RegExp(
  `(?<![\\p{L}\\p{N}./-])([1-9]\\d{2,5})\\s?/\\s?(${SHORT_YEAR}|2[45]\\d\\d)(?![\\d./-])`,
  'gu',
);
/** "5 ปี 60 วัน" is a time, not a year. */
const NAMED_YEAR = new RegExp(
  `(?<!(?<!\\d)\\d{1,2}\\s?)((?:ปี|ปีงบ|ปีงบประมาณ|พ\\.?\\s?ศ\\.?)\\s?)(${SHORT_YEAR})(?![\\d./]|\\s?(?:ปี|เดือน|วัน|ราย|คน|แห่ง|บาท|%))`,
  'g',
);

/** Words that people shorten before a name, as in the names of offices; a month such as ต.ค. is none. */
const PLACES: readonly (readonly [short: string, full: string])[] = [
  ['จ', 'จังหวัด'],
  ['อ', 'อำเภอ'],
  ['ต', 'ตำบล'],
];
const NAME = '(?!(?:บต|บจ|ปท)(?![\\u0E01-\\u0E4E]))[ก-ฮเ-ไ][\\u0E01-\\u0E4E]';
const ASKED = /ทำไง(?=(?:ดี|บ้าง|ครับ|คะ|ค่ะ)?(?![\u0E01-\u0E4E]))/g;

const longYear = (digits: string): string => (digits.length === 2 ? `25${digits}` : digits);
const asYear = (digits: string): string => ` ปี ${longYear(digits)}`;

/** The year behind each letter number, which is no part of it: ว 1541/68. */
const yearsOfLetters = (folded: string, letters: readonly WrittenNumber[]): Reading[] =>
  letters.flatMap(({ running, end }) => {
    const year = running === null ? null : YEAR_BEHIND.exec(folded.slice(end));
    return year ? [{ start: end, end: end + year[0].length, text: asYear(year[1] as string) }] : [];
  });

const matchesOf = (
  folded: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => string,
): Reading[] =>
  [...folded.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: read(match),
  }));

const readingsOf = (folded: string): Reading[] => {
  const letters = findWrittenNumbers(folded);
  const isPartOfNumber = ({ start, end }: Reading) =>
    letters.some((letter) => letter.start < end && start < letter.end);
  return [
    ...yearsOfLetters(folded, letters),
    ...matchesOf(
      folded,
      NUMBER_AND_YEAR,
      ([, running, year]) => `${running}${asYear(year as string)}`,
    ).filter((reading) => !isPartOfNumber(reading)),
    ...matchesOf(folded, NAMED_YEAR, ([, label, year]) => `${label}${longYear(year as string)}`),
    ...PLACES.flatMap(([short, full]) =>
      matchesOf(
        folded,
        new RegExp(`(?<![\\u0E01-\\u0E4E.])${short}\\.\\s?(?=${NAME})`, 'g'),
        () => full,
      ),
    ),
    ...matchesOf(folded, ASKED, () => 'ทำยังไง'),
  ].sort((a, b) => a.start - b.start);
};

/**
 * A folded query with what people shorten spelt out, which no page writes so: the year behind a number (`ว 1541/68`,
 * `1541/2568`, `ปีงบ 68`), what kind of place a name is of (`จ.เชียงใหม่`, `อ.ฝาง`), and `ทำไง`. What is in quotation marks
 * is taken as it is: a query that has any is left alone.
 */
export const spellOut = (folded: string): string => {
  if (folded.includes('"')) return folded;
  let spelt = '';
  let copied = 0;
  for (const { start, end, text } of readingsOf(folded)) {
    if (start < copied) continue;
    spelt += folded.slice(copied, start) + text;
    copied = end;
  }
  return spelt + folded.slice(copied);
};
