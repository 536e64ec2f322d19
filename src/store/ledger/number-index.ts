import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { readContentBytes, refuseLinks } from '../files/content-file.ts';

/** Tells which ledgers may hold a number, so that only those are read in which it may stand. */
export interface NumberIndex {
  /**
   * Whether a ledger (relative to the root) may hold this number in a cell of its own; it never says no of one that does. Throws
   * a ProblemError where a link stands on the way to it.
   */
  readonly mayHold: (root: string, file: string, number: string) => boolean;
}

/** Place of the number among the columns of a ledger, and bytes that part cells and rows. */
const NUMBER = 5;
const [COMMA, QUOTE, LINE_FEED, SPACE] = [0x2c, 0x22, 0x0a, 0x20];
/** Numbers of all ledgers that are remembered, of four bytes each. */
const MOST_NUMBERS = 10_000_000;

/** Digest of bytes from `start` to `end` (FNV-1a, 32 bits). */
const digestOf = (bytes: Uint8Array, start: number, end: number): number => {
  let digest = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    digest = Math.imul(digest ^ (bytes[at] as number), 0x01000193);
  }
  return digest >>> 0;
};

/** First bytes of characters of UTF-8 among which there are spaces that a cell may begin or end with. */
const MAY_BE_SPACE: ReadonlySet<number> = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);
const isTrimmed = (byte: number | undefined): boolean =>
  byte !== undefined && (byte <= SPACE || byte === QUOTE);

const placeOf = (bytes: Uint8Array, byte: number, from: number): number => {
  const found = bytes.indexOf(byte, from);
  return found < 0 ? bytes.length : found;
};

/** Digests of the numbers of a ledger, ascending; null where a cell may have spaces that are no plain ones. */
const digestsOf = (bytes: Uint8Array): Uint32Array | null => {
  const found: number[] = [];
  let quote = placeOf(bytes, QUOTE, 0);
  for (let from = 0; from < bytes.length; ) {
    const end = placeOf(bytes, LINE_FEED, from);
    if (quote < from) quote = placeOf(bytes, QUOTE, from);
    // A comma may be within quotes: then every part of the line counts as a cell.
    const isQuoted = quote < end;
    let column = 0;
    for (let start = from; start <= end; column++) {
      let stop = start;
      while (stop < end && bytes[stop] !== COMMA) stop++;
      if (isQuoted || column === NUMBER) {
        let [first, last] = [start, stop];
        while (first < last && isTrimmed(bytes[first])) first++;
        while (last > first && isTrimmed(bytes[last - 1])) last--;
        for (let at = first; at < last; at++) {
          if (MAY_BE_SPACE.has(bytes[at] as number)) return null;
        }
        if (last > first) found.push(digestOf(bytes, first, last));
      }
      if (column >= NUMBER && !isQuoted) break;
      start = stop + 1;
    }
    from = end + 1;
  }
  return Uint32Array.from(found).sort();
};

const has = (sorted: Uint32Array, wanted: number): boolean => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
};

/** The digests of a ledger; null also where it cannot be read, which whoever reads it finds out. */
const readDigests = (root: string, file: string): Uint32Array | null => {
  refuseLinks(root, file);
  try {
    return digestsOf(readContentBytes(root, file));
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isGone || error instanceof ProblemError) return null;
    throw error;
  }
};

/** What a file is known by; null where there is none. */
const markOf = (path: string): string | null => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : null;
};

/** Remembers the numbers of ledgers as long as those do not change. */
export const numberIndex = (): NumberIndex => {
  const known = new Map<string, { readonly mark: string; readonly digests: Uint32Array | null }>();
  let total = 0;
  const digestsFor = (root: string, file: string, mark: string): Uint32Array | null => {
    const before = known.get(file);
    if (before?.mark === mark) return before.digests;
    const digests = readDigests(root, file);
    total += (digests?.length ?? 0) - (before?.digests?.length ?? 0);
    if (total > MOST_NUMBERS) {
      known.clear();
      total = digests?.length ?? 0;
    }
    known.set(file, { mark, digests });
    return digests;
  };
  return {
    mayHold: (root, file, number) => {
      // Such a number stands in quotes, and is cut there.
      if (/[",\r\n]/.test(number)) return true;
      const mark = markOf(join(root, file));
      if (mark === null) return false;
      const digests = digestsFor(root, file, mark);
      const bytes = new TextEncoder().encode(number);
      return digests === null || has(digests, digestOf(bytes, 0, bytes.length));
    },
  };
};
