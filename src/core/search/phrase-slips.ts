import { type AskedNumber, withNumbers } from './asked-numbers.ts';
import { type Found, findPages, type Hit } from './find-pages.ts';
import { isInterrogative } from './formulas.ts';
import { isIdentity } from './identity.ts';
import type { IndexReader } from './index-reader.ts';
import type { Query } from './query.ts';

/** One reading of a query, and what it found. */
export interface Interpretation {
  readonly effective: Query;
  readonly found: Found;
  readonly numbers: readonly AskedNumber[];
}

/** A reading that answers a query, with another text that may have been meant. */
export interface ReadAs extends Interpretation {
  readonly suggestion: string | null;
}

/** Whether the best page has all that the query asks for (`full` of a hit). */
export const hasFull = ({ hits: [best] }: Found): boolean => best?.full ?? false;

/** Whether there are pages that have all, each phrase letter for letter. */
export const isRead = (found: Found): boolean => hasFull(found) && !found.unread;

/** Letters from which on pages that have a whole corrected phrase are evidence enough. */
const LONG_PHRASE = 12;

const isLong = ({ effective }: Interpretation): boolean =>
  effective.correctedText.length >= LONG_PHRASE;

/** Whether a corrected reading may replace what was typed. */
export const mayReplace = (reading: Interpretation): boolean => {
  const { certainty } = reading.effective;
  if (certainty !== 'unsure') return certainty === 'sure';
  return isLong(reading) && isRead(reading.found);
};

/** The hits that have all that the query asks for, in their order. */
export const onlyFull = ({ hits }: Found): readonly Hit[] => hits.filter((hit) => hit.full);

/** The first of each page, and how many there are at least. */
const merged = (found: Found, hits: readonly Hit[]): Found => {
  const known = new Set<number>();
  const unique = hits.filter(({ page }) => !known.has(page) && known.add(page));
  return { ...found, hits: unique, total: Math.max(found.total, unique.length) };
};

const near = (hits: readonly Hit[]): Hit[] => hits.map((hit) => ({ ...hit, full: false }));

/** What was found as typed, and behind its full pages those of other readings, as near. */
export const besides = (found: Found, others: readonly Found[]): Found =>
  merged(found, [
    ...onlyFull(found),
    ...near(others.flatMap(onlyFull)),
    ...found.hits.filter((hit) => !hit.full),
  ]);

/** The pages of other readings, then those with the words that were typed, which no page has as a phrase. */
const before = (found: Found, others: readonly Found[]): Found =>
  merged(found, near([...others.flatMap(onlyFull), ...found.hits]));

/** Finds the pages of a query as it was read. */
export const findOnce = async (reader: IndexReader, query: Query): Promise<Interpretation> => {
  const { query: effective, numbers } = await withNumbers(reader, query);
  return { numbers, found: await findPages(reader, effective, numbers), effective };
};

/** Whether a query is words in a row alone, as copied or typed from a page: only of these several readings are tried. */
export const isPhrase = ({ phrases: [first, ...others], units, spaced }: Query): boolean =>
  first?.script === 'thai' &&
  others.length === 0 &&
  spaced === 0 &&
  !units.some((unit) => isIdentity(unit) || isInterrogative(unit.text));

/**
 * The answer to a phrase that is found nowhere as typed, while readings of it do: the likeliest in its place where it is
 * sure enough, else suggested. A long phrase rarely has two meanings, so that the pages of what is suggested come
 * first.
 */
export const answerOf = (
  typed: Interpretation,
  [likeliest, ...others]: readonly Interpretation[],
): ReadAs => {
  if (!likeliest) return { ...typed, suggestion: null };
  const rest = others.map(({ found }) => found);
  if (mayReplace(likeliest))
    return { ...likeliest, found: besides(likeliest.found, rest), suggestion: null };
  const all = [likeliest.found, ...rest];
  const found = isLong(likeliest) ? before(typed.found, all) : besides(typed.found, all);
  return { ...typed, found, suggestion: likeliest.effective.correctedText };
};
