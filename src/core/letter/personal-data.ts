import { digitRuns } from './digit-runs.ts';
import { partedNumbers, type Span } from './parted-numbers.ts';
import { plainCharacters } from './plain-characters.ts';

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

// A scan parts an address at its dots; a sentence that follows an address is no part of it.
const SPACE = String.raw`[^\S\n]?`;
const DOT = String.raw`(?:[.\u3002\uFF0E\uFF61]|\(dot\)|\[?dot\])`;
const EMAIL = new RegExp(
  String.raw`[a-z0-9._%+-]{1,64}${SPACE}(?:[@＠﹫]|\(at\)|\[?at\])${SPACE}` +
    `([a-z0-9-]+(?:${DOT}[a-z0-9-]+|${SPACE}${DOT}${SPACE}(?:com|net|org|co|go|ac|in|or|mi|th)(?![a-z0-9]))+)`,
  'gi',
);

/** What every address has: most texts need not be searched for one, which is slow. */
const AT = /[@＠﹫]|\(at\)|\[at\]|%40|&#(?:0*64|x0*40);|&commat;/gi;

const maskDigests = (text: string): string =>
  text.replace(/(?<![0-9a-z])[0-9a-f]{40,}(?![0-9a-z])/gi, (digest) => 'x'.repeat(digest.length));

const ANY_DOT = new RegExp(DOT, 'g');

const isOfficial = (domain: string): boolean => {
  const name = domain.toLowerCase().replace(ANY_DOT, '.').replaceAll(/\s/g, '');
  return OFFICIAL_DOMAINS.some((end) => name === end || name.endsWith(`.${end}`));
};

type Found = readonly (readonly [kind: PersonalDataKind, span: Span])[];

const numbersIn = (plain: string): Found => {
  const { mobiles, citizenIds } = partedNumbers(maskDigests(plain));
  return [
    ...mobiles.map((span) => ['mobile', span] as const),
    ...citizenIds.map((span) => ['citizen-id', span] as const),
  ];
};

const emailsIn = (plain: string): Found =>
  [...plain.matchAll(EMAIL)]
    .filter((match) => !isOfficial(match[1] as string))
    .map(({ index, 0: text }) => ['email', { start: index, end: index + text.length }]);

/** What is found in a piece of a text and touches its part between `from` and `to`, with offsets of the text. */
const inPiece = (
  text: string,
  { start, end, from, to }: Span & { readonly from: number; readonly to: number },
  search: (plain: string) => Found,
): FoundPersonalData[] => {
  const { text: plain, originOf } = plainCharacters(text.slice(start, end));
  return search(plain)
    .map(([kind, span]) => ({
      kind,
      start: start + originOf(span.start).start,
      end: start + originOf(span.end - 1).end,
    }))
    .filter((place) => place.end > from && place.start < to);
};

/** Digits of a mobile number, the shortest of all. */
const FEWEST_DIGITS = 10;
/** Characters around digits by which dates, numbers of letters and the like are distinguished from them. */
const BEFORE_DIGITS = 60;
const BEHIND_DIGITS = 12;

const numbersOf = (text: string): FoundPersonalData[] =>
  digitRuns(text, FEWEST_DIGITS).flatMap((run) => {
    const start = Math.max(0, run.start - BEFORE_DIGITS);
    const end = run.end + BEHIND_DIGITS;
    return inPiece(text, { start, end, from: run.start, to: run.end }, numbersIn);
  });

/** Longest parts of an address on both sides of its sign, with what may be written between their characters. */
const BEFORE_AT = 160;
const BEHIND_AT = 300;

const emailsOf = (text: string): FoundPersonalData[] => {
  const found: FoundPersonalData[] = [];
  let from = 0;
  AT.lastIndex = 0;
  for (let match = AT.exec(text); match; match = AT.exec(text)) {
    if (match.index < from) continue;
    const start = Math.max(0, match.index - BEFORE_AT);
    const end = Math.min(text.length, match.index + BEHIND_AT);
    found.push(...inPiece(text, { start, end, from, to: end }, emailsIn));
    from = found.at(-1)?.end ?? from;
  }
  return found;
};

/**
 * Every mobile number, private e-mail address and citizen's number in a text, in order of place: digits of any script,
 * however they are parted, also by marks and characters that are not seen. Whose number it is cannot be determined, so a made-up one
 * is found as well.
 */
export const findPersonalData = (text: string): FoundPersonalData[] =>
  [...numbersOf(text), ...emailsOf(text)].sort((a, b) => a.start - b.start);
