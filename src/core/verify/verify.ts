import { readTypedCode, type TypedCode } from '../short-link/typed-code.ts';
import { isMeant, readTraceQuery, type TraceQuery } from '../tracking/trace-query.ts';

/** A page of the portal, as an answer names it. */
export interface VerifiedPage {
  readonly href: string;
  readonly title: string;
  /** Who issued its letter, and the date in words where that is certain. */
  readonly about: string;
  /** That the date of its letter has to be compared with the original, with all that was read; null where it is certain. */
  readonly dateDoubt: string | null;
  /** Legal force in words, where a letter has taken it away. */
  readonly withdrawn: string | null;
}

/** A page that is found by the number of its letter. */
export interface NumberedPage extends VerifiedPage {
  /** That the number has to be compared with the original, with all that was read; null where it is certain. */
  readonly numberDoubt: string | null;
  /** Buddhist years of which the letter may be; none where its date cannot be read. */
  readonly years: readonly number[];
}

/** A file that the portal has, or had and took off. */
export interface VerifiedFile extends VerifiedPage {
  /** Title of the attachment; `title` is that of its page. */
  readonly file: string;
  /** When and why the portal took it off, in words; null for a file that it has. */
  readonly takenOff: string | null;
  /** The file that takes its place. */
  readonly replacedBy: { readonly title: string; readonly href: string } | null;
}

/** Files by SHA-256 in lower-case hexadecimal. One file may be beside several pages. */
export type FileShard = Readonly<Record<string, readonly VerifiedFile[]>>;

/** Letters by canonical number, in doubt or not. */
export type NumberShard = Readonly<Record<string, readonly NumberedPage[]>>;

/**
 * The part of the list of files in which a SHA-256 is: its first two digits. A browser that asks for it tells no
 * more than these of the file that a person has.
 */
export const fileShardPath = (sha256: string): string => `/verify/files-${sha256.slice(0, 2)}.json`;

/** The part of the list of letters in which a number is: the last two digits of its running number. */
export const numberShardPath = (canonical: string): string =>
  `/verify/numbers-${canonical.slice(-2).padStart(2, '0').replace(/\D/, '0')}.json`;

/** What a person typed or scanned to be checked. */
export type VerifyQuery =
  | { readonly kind: 'sha256'; readonly sha256: string }
  | TypedCode
  /** A letter number, whole or as much of it as people write. */
  | { readonly kind: 'number'; readonly asked: TraceQuery }
  | { readonly kind: 'unreadable' };

/** What can be meant for a short code and is none: letters and digits of about its length. */
const LIKE_CODE = /^\s*(?=.*[a-z])(?:[a-z\d][\s-]*){5,7}(?:\/\s*\d+\s*)?$/i;
const ADDRESS = /^https?:\/\//i;

/** Only what was typed is checked: a digit that may be a misread ว is not taken for one, nor is a number of a register. */
const askedLetters = (typed: string): TraceQuery | null => {
  const asked = readTraceQuery(typed);
  const readings = asked?.readings.filter(
    ({ source, corrected }) => source === 'letter' && !corrected,
  );
  return asked && readings && readings.length > 0 ? { ...asked, readings } : null;
};

/**
 * Reads a letter number, with or without its beginning and with a year where one is beside it, a short code, a short address or a
 * SHA-256. `sites` as {@link readTypedCode} takes them.
 */
export const readVerifyQuery = (typed: string, sites: readonly string[]): VerifyQuery => {
  const text = typed.trim();
  const hexadecimal = text.replace(/\s/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hexadecimal)) return { kind: 'sha256', sha256: hexadecimal };
  const code = readTypedCode(text, sites);
  if (code.kind === 'code' || ADDRESS.test(text)) return code;
  const asked = askedLetters(text);
  if (asked) return { kind: 'number', asked };
  return code.kind === 'foreign' || LIKE_CODE.test(text) ? code : { kind: 'unreadable' };
};

/** The parts of the list of letters in which a number that was asked for may be. */
export const shardsOfNumber = ({ readings }: TraceQuery): string[] => [
  ...new Set(readings.map(({ running }) => numberShardPath(running))),
];

/** A letter that was asked for, with its canonical number, in doubt or not. */
export interface FoundPage extends NumberedPage {
  readonly number: string;
}

/** Every letter of some parts of the list that may be meant, each once, though several of its readings may be. */
export const pagesOfNumber = (
  { readings, year }: TraceQuery,
  shards: readonly NumberShard[],
): FoundPage[] => {
  const found = shards
    .flatMap((shard) => Object.entries(shard))
    .filter(([number]) => readings.some((reading) => isMeant(reading, 'letter', number)))
    .flatMap(([number, pages]) => pages.map((page) => ({ ...page, number })))
    .filter(({ years }) => year === null || years.length === 0 || years.includes(year));
  const keyOf = ({ href, number, numberDoubt, about }: FoundPage): string =>
    JSON.stringify([href, about, numberDoubt ?? number]);
  return [...new Map(found.map((page) => [keyOf(page), page])).values()];
};
