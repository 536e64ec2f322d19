import {
  BUDDHIST_ERA_OFFSET,
  daysInMonth,
  formatIsoDate,
  MONTH_PATTERN,
  monthOfThaiName,
} from '#core/letter/date.ts';

/** A date that is in folded text: place (UTF-16 offsets, end exclusive) and the keys under which it is indexed. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** The date as precisely as it is written; other readings of a two-digit year follow. */
  readonly keys: readonly string[];
  /** Less precise keys, under which a page with this date is found as well: month, day of the year, year. */
  readonly wider: readonly string[];
  /** Whether it has a day that its month does not have in any year that is meant: then it stands for the whole month. */
  readonly impossible: boolean;
}

const ENGLISH_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENGLISH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
// เมษา for เมษายน, with or without ฯ, is how people type months; กุมภา and the like alike.
const CLIPPED = [
  'มกรา',
  'กุมภา',
  'มีนา',
  'เมษา',
  'พฤษภา',
  'มิถุนา',
  'กรกฎา',
  'สิงหา',
  'กันยา',
  'ตุลา',
  'พฤศจิกา',
  'ธันวา',
];
const NO_LETTER_BEFORE = '(?<![\\u0E01-\\u0E4Ea-z])';
const MONTH = `(?:${MONTH_PATTERN}|${CLIPPED.join('|')}|${ENGLISH})`;
const ERA = '(?:พ\\.?\\s?ศ\\.?|ค\\.?\\s?ศ\\.?|b\\.?e\\.?|a\\.?d\\.?|ปี)';
const YEAR = '(\\d{4}|\\d{2})(?![\\d]|[.,]\\d)';
const DAY = '(?<![\\d.,/])(\\d{1,2})';

const monthOf = (name: string): number => {
  const clipped = CLIPPED.indexOf(name.replace(/ฯ$/, ''));
  if (clipped >= 0) return clipped + 1;
  const english = ENGLISH_MONTHS.indexOf(name.slice(0, 3));
  return english >= 0 ? english + 1 : (monthOfThaiName(name) ?? 0);
};

interface Parts {
  readonly day?: string | undefined;
  readonly month?: number | undefined;
  readonly year?: string | undefined;
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => Parts;
}

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `(?:${DAY}\\s?(?:เดือน\\s?)?|${NO_LETTER_BEFORE}|(?<=เดือน))(${MONTH})\\s?,?\\s?(?:${ERA}\\s?)?${YEAR}`,
      'g',
    ),
    read: (match) => ({ day: match[1], month: monthOf(match[2] as string), year: match[3] }),
  },
  {
    pattern: /(?<![\d.,/-])(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d/-])/g,
    read: (match) => ({ day: match[3], month: Number(match[2]), year: match[1] }),
  },
  {
    pattern: /(?<![\d.,/-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-]|[.,]\d)/g,
    read: (match) => ({ day: match[1], month: Number(match[3]), year: match[4] }),
  },
  {
    pattern: new RegExp(`(?<![\\d.,/])(\\d{4})\\s?(${MONTH})(?![\\u0E01-\\u0E4Ea-z])`, 'g'),
    read: (match) => ({ month: monthOf(match[2] as string), year: match[1] }),
  },
  {
    pattern: new RegExp(`${DAY}\\s?(?:เดือน\\s?)?(${MONTH})(?![\\u0E01-\\u0E4Ea-z])`, 'g'),
    read: (match) => ({ day: match[1], month: monthOf(match[2] as string) }),
  },
  {
    pattern: new RegExp(`${NO_LETTER_BEFORE}${ERA}\\s?(\\d{4})(?!\\d)`, 'g'),
    read: (match) => ({ year: match[1] }),
  },
];

/** The Gregorian years that a printed year may mean: two digits are of the 2500s, or else of the 2000s. */
const gregorianYears = (printed: string): number[] => {
  const year = Number(printed);
  const candidates =
    printed.length === 2
      ? [year + 2500 - BUDDHIST_ERA_OFFSET, year + 2000]
      : [year >= 2400 ? year - BUDDHIST_ERA_OFFSET : year];
  return candidates.filter((candidate) => candidate >= 1857 && candidate <= 2156);
};

/** Key of a date of any precision in the index. */
const key = (iso: string): string => `@${iso}`;

const keysOf = ({ day, month, year }: Parts): Omit<FoundDate, 'start' | 'end'> | null => {
  if (month !== undefined && (month < 1 || month > 12)) return null;
  const dayNumber = day === undefined ? undefined : Number(day);
  const years = year === undefined ? [] : gregorianYears(year);
  if (year !== undefined && years.length === 0) return null;
  const monthDay =
    month === undefined || dayNumber === undefined
      ? []
      : [key(formatIsoDate({ year: 4, month, day: dayNumber }).slice(4))];
  if (years.length === 0) {
    return monthDay.length > 0 && dayNumber && dayNumber <= 31
      ? { keys: monthDay, wider: [], impossible: false }
      : null;
  }
  // A day that the month does not have is a misprint or a misreading: the month still holds.
  const possible = (at: number) =>
    month !== undefined &&
    dayNumber !== undefined &&
    dayNumber >= 1 &&
    dayNumber <= daysInMonth(at, month);
  const keys = years.map((at) =>
    key(
      formatIsoDate({
        year: at,
        ...(month && { month }),
        ...(month && possible(at) && dayNumber && { day: dayNumber }),
      }),
    ),
  );
  const first = years[0] as number;
  return {
    keys,
    wider: [
      ...(possible(first) && month
        ? [key(formatIsoDate({ year: first, month })), ...monthDay]
        : []),
      ...(month ? [key(formatIsoDate({ year: first }))] : []),
    ],
    impossible: month !== undefined && dayNumber !== undefined && !years.some(possible),
  };
};

/**
 * Every date in folded text, in order and without overlaps, in any usual spelling: `17 กันยายน 2567`, `17 ก.ย. 67`,
 * `17/9/2567`, `2024-09-17`, `17 september 2024`, `ก.ย. 67`, `17 เมษา`, `พ.ศ. 2567`. Years from 2400 on are of the
 * Buddhist era.
 */
export const findDates = (folded: string): FoundDate[] => {
  let found: FoundDate[] = [];
  for (const { pattern, read } of FORMS) {
    const added: FoundDate[] = [];
    // Matches of one form ascend without overlaps, as what was found before does: both are walked once.
    let at = 0;
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      while (at < found.length && (found[at] as FoundDate).end <= start) at++;
      if (at < found.length && (found[at] as FoundDate).start < end) continue;
      const keys = keysOf(read(match));
      if (keys) added.push({ start, end, ...keys });
    }
    if (added.length > 0) found = [...found, ...added].sort((a, b) => a.start - b.start);
  }
  return found;
};

/** The dates of folded text that name a day which is not in the calendar, as they stand there, each once. */
export const impossibleDates = (folded: string): string[] => [
  ...new Set(
    findDates(folded)
      .filter(({ impossible }) => impossible)
      .map(({ start, end }) => folded.slice(start, end)),
  ),
];

/** Key of a Gregorian year for a number that may be a year of either era, or null: `2567` and `2024` are one year. */
export const yearKey = (digits: string): string | null => {
  if (!/^(?:2[45]\d\d|19\d\d|20\d\d)$/.test(digits)) return null;
  const year = gregorianYears(digits)[0];
  return year === undefined ? null : key(formatIsoDate({ year }));
};
