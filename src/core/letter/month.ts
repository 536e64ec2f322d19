import { editDistance, skeleton } from './reading/spelling.ts';

export const THAI_MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
] as const;

export const THAI_SHORT_MONTHS = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
] as const;

const ENGLISH_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** A month (1-12) as written; `exact` is false where the word is only near to its name. */
export interface MonthReading {
  readonly month: number;
  readonly exact: boolean;
}

const escapeForRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// The names without their endings are how people clip months: เมษา, เมษาฯ, กุมภา.
const STEMS = THAI_MONTHS.map((long) => long.replace(/(?:คม|ยน|พันธ์)$/, ''));

// Dots and spaces in the short forms come and go in print.
const MONTH_SPELLINGS = THAI_MONTHS.map((long, index) => {
  const loose = (THAI_SHORT_MONTHS[index] as string)
    .split('.')
    .filter(Boolean)
    .map(escapeForRegExp)
    .join('\\s?\\.?\\s?')
    .concat('\\s?\\.?');
  return `(?:${long}|${STEMS[index]}ฯ|${loose})`;
});

/** Source of a regular expression, over Arabic digits, for the usual spellings of a Thai month. */
export const MONTH_PATTERN = `(?:${MONTH_SPELLINGS.join('|')})`;

const MONTH_TESTS = MONTH_SPELLINGS.map((spelling) => new RegExp(`^${spelling}$`));

/** The month (1-12) that a Thai month name stands for, long, short or clipped; null for any other text. */
export const monthOfThaiName = (name: string): number | null => {
  const index = MONTH_TESTS.findIndex((test) => test.test(name.trim()));
  return index < 0 ? null : index + 1;
};

// Letters that sound alike are swapped in typing (กรกฏาคม, พฤษจิกายน, เมศายน, กุมพาพันธุ์); the month stays plain.
const HOMOPHONES: readonly (readonly [RegExp, string])[] = [
  [/[ศษ]/g, 'ส'],
  [/[ฎฏ]/g, 'ด'],
  [/ณ/g, 'น'],
  [/[ธฑฒ]/g, 'ท'],
  [/ภ/g, 'พ'],
  [/ฤา/g, 'ฤ'],
  [/\u0E38?\u0E4C/g, ''],
];

const soundOf = (name: string): string =>
  HOMOPHONES.reduce((text, [letters, by]) => text.replace(letters, by), name);

const EXACT = new Map<string, number>(
  THAI_MONTHS.flatMap((long, index) => {
    const english = ENGLISH_MONTHS[index] as string;
    const short = (THAI_SHORT_MONTHS[index] as string).replaceAll('.', '');
    const names = [soundOf(long), soundOf(STEMS[index] as string), short];
    return [...names, english, english.slice(0, 3)].map((name): [string, number] => [
      name,
      index + 1,
    ]);
  }),
).set('sept', 9);

// Endings mixed up or half typed; "ตุลาการ" and "มีนายก" are no months.
const OTHER_ENDING = /^(?:[คย]า?[มน]|[มน])$/;

const SKELETONS = THAI_MONTHS.map(skeleton);

/** The one month whose name is nearest, if it is near enough (a quarter of the letters); null where two are as near. */
const nearestMonth = (word: string, names: readonly string[], limit: number): number | null => {
  const edits = names.map((name) => editDistance(word, name, Math.floor(limit)));
  const least = Math.min(...edits);
  const nearest = edits.flatMap((count, index) => (count === least ? [index + 1] : []));
  return nearest.length === 1 && least <= limit ? (nearest[0] as number) : null;
};

/** The month (1-12) of a word that is one without doubt: a name, short or long, or one spelled as it sounds. */
export const exactMonth = (word: string): number | null => {
  const name = word.replace(/[\s.ฯ]/g, '').toLowerCase();
  const month = EXACT.get(name);
  if (month !== undefined) return month;
  // Shorter words and other beginnings are none, however they sound.
  if (name.length < 4 || name.length > 13 || !/^[มกพภสศษตธทเ]/.test(name)) return null;
  return EXACT.get(soundOf(name)) ?? null;
};

/**
 * The month that a word stands for, in any spelling: long, short with or without its dots, clipped (เมษา, เมษาฯ),
 * English, or with letters that sound alike. A word that is no month but has the stem of one (มิถุนาคม), or is nearer to
 * one full name than to any other, is that month inexactly. Anything else, such as "กี.ก.", is none.
 */
export const readMonth = (word: string): MonthReading | null => {
  const month = exactMonth(word);
  if (month !== null) return { month, exact: true };
  const name = word.replace(/[\s.ฯ]/g, '').toLowerCase();
  const bare = skeleton(name).replace(/[^ก-ฮะ-ูเ-ไ]/g, '');
  if (bare.length < 4 || bare.length > 13 || !/[มนณธทพคยา]$/.test(bare)) return null;
  const stem = STEMS.findIndex(
    (one) => name.startsWith(one) && OTHER_ENDING.test(name.slice(one.length)),
  );
  if (stem >= 0) return { month: stem + 1, exact: false };
  const near = nearestMonth(bare, SKELETONS, bare.length / 4);
  // Marks left out, "มิถุนาคม" would be nearer to มีนาคม: both ways of comparing have to agree.
  if (near === null || nearestMonth(name, THAI_MONTHS, name.length / 2) !== near) return null;
  return { month: near, exact: false };
};
