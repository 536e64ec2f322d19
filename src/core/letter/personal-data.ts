import { toArabicDigits } from './digits.ts';

/** What may not be published about anyone. Office telephones and official addresses are no personal data. */
export const PERSONAL_DATA_KINDS = ['mobile', 'email', 'citizen-id'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** Personal data that stands in a text, with its place there (UTF-16 offsets, end exclusive). */
export interface FoundPersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/**
 * Ends of the domains under which public bodies write: government, military, schools and state enterprises of
 * Thailand, and the names that RFC 2606 keeps free for examples.
 */
const OFFICIAL_DOMAINS = ['go.th', 'mi.th', 'ac.th', 'example', 'example.com', 'example.org'];

// Scans and people put spaces, dots and hyphens of every kind between digits, sometimes two of them.
const GAP = String.raw`[\s.\-\u00AD\u2010-\u2015\u2212()]{0,2}`;
// Digits after a space or on the next line, as in a list or a table, are no part of the number before them.
const NO_MORE = String.raw`(?![.\-\u2010-\u2015\u2212]?\d)`;
const digits = (count: number): string => `(?:${GAP}\\d){${count}}`;

// Mobile numbers of Thailand begin with 06, 08 or 09; all others belong to offices and homes. A date such as
// 2025-08-12 09:30 and a digest are no telephone numbers, which the look-around and `maskDigests` see to.
const MOBILE = new RegExp(
  String.raw`(?<!\d)(?<!\d{4}-)(?:\(?(?:\+|00)?66\)?${GAP}0?|\(?0)${GAP}[689]${digits(8)}${NO_MORE}`,
  'g',
);

// A scan parts an address at its dots; a sentence that follows an address is no part of it.
const EMAIL = new RegExp(
  String.raw`[a-z0-9._%+-]{1,64} ?(?:@|＠|\(at\)|\[at\]) ?` +
    String.raw`([a-z0-9-]+(?:\.[a-z0-9-]+| ?\. ?(?:com|net|org|co|go|ac|in|or|mi|th)(?![a-z0-9]))+)`,
  'gi',
);

/** What every address has: most texts need not be searched for one, which is slow. */
const AT = /[@＠]|\(at\)|\[at\]/i;

// Looked ahead at, so that a figure before the number, as in a numbered list, does not hide it.
const CITIZEN_ID = new RegExp(String.raw`(?<![\d.])(?=([1-8]${digits(12)}${NO_MORE}))`, 'g');

const maskDigests = (text: string): string =>
  text.replace(/(?<![0-9a-z])[0-9a-f]{40,}(?![0-9a-z])/gi, (digest) => 'x'.repeat(digest.length));

const isOfficial = (domain: string): boolean => {
  const name = domain.replaceAll(' ', '').toLowerCase();
  return OFFICIAL_DOMAINS.some((end) => name === end || name.endsWith(`.${end}`));
};

/** The last digit of a citizen's number is a checksum of the twelve before it. */
const isCitizenId = (text: string): boolean => {
  const numbers = [...text.replace(/\D/g, '')].map(Number);
  const sum = numbers.slice(0, 12).reduce((total, digit, index) => total + digit * (13 - index), 0);
  return (11 - (sum % 11)) % 10 === numbers[12];
};

const found = (
  kind: PersonalDataKind,
  { index, 0: text }: { readonly index: number; readonly 0: string },
): FoundPersonalData => ({ kind, start: index, end: index + text.length });

/**
 * Every mobile number, private e-mail address and citizen's number in a text, in order of place: Thai or Arabic
 * digits, however they are parted. Whose number it is cannot be told, so a made-up one is found as well.
 */
export const findPersonalData = (text: string): FoundPersonalData[] => {
  const plain = maskDigests(toArabicDigits(text));
  return [
    ...[...plain.matchAll(MOBILE)].map((match) => found('mobile', match)),
    ...[...(AT.test(plain) ? plain.matchAll(EMAIL) : [])]
      .filter((match) => !isOfficial(match[1] as string))
      .map((match) => found('email', match)),
    ...[...plain.matchAll(CITIZEN_ID)]
      .map(({ index, 1: id }) => ({ index, 0: id as string }))
      .filter((match) => isCitizenId(match[0]))
      .map((match) => found('citizen-id', match)),
  ].sort((a, b) => a.start - b.start);
};
