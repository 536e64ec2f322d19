import { BUDGET } from './budget.ts';
import { identityScore, isIdentity, isOwn, placeIdentity } from './identity.ts';
import type { IndexReader } from './index-reader.ts';
import { type Query, readQuery } from './query.ts';
import {
  arrange,
  type FoundUnit,
  indexOfPage,
  RANKING,
  scoreWords,
  settled,
  type WordScores,
} from './rank.ts';
import type { Mended, Mending } from './repair.ts';
import { placeUnits, resolve } from './resolve.ts';
import {
  type FoundStretch,
  findAsTyped,
  findStretches,
  quotationTest,
  stretchScore,
} from './stretches.ts';

/** A page that answers a query. */
export interface Hit {
  readonly page: number;
  readonly score: number;
  /** Whether it has all that was asked for; the others are near the query, and are to be set off. */
  readonly full: boolean;
}

/** What a search found, and what was done to find it. */
export interface Answer {
  readonly query: Query;
  /** The query as it was read for these hits: with its slips mended, where that was needed. */
  readonly effective: Query;
  /** Best first, at most as many as asked for. */
  readonly hits: readonly Hit[];
  /** Pages found in all, before the limit. */
  readonly total: number;
  /** Slips that were mended to find these hits; empty where the query was taken as typed. */
  readonly mended: readonly Mended[];
  /** Words of which the index has nothing. */
  readonly missing: readonly string[];
}

export interface SearchOptions {
  readonly limit?: number;
}

/** Share of all pages from which on a word says nothing, and the fewest pages that it takes to say so. */
const COMMON = 0.35;
const COMMON_FROM = 50;

/** The best pages by words alone, best first, then those that have a stretch of the query; and how many there are. */
const candidatesOf = (
  { score, coverage }: WordScores,
  stretches: readonly FoundStretch[],
  partial: number,
  passes: (page: number) => boolean,
): { pages: number[]; total: number } => {
  const rough = score.map(
    (value, page) => value * (partial + (1 - partial) * (coverage[page] as number)),
  );
  const positive: number[] = [];
  for (let page = 0; page < rough.length; page++)
    if ((rough[page] as number) > 0 && passes(page)) positive.push(page);
  const sorted = Float64Array.from(positive, (page) => rough[page] as number).sort();
  const bar = sorted[Math.max(0, sorted.length - BUDGET.ranked)] ?? 0;
  const pages = positive
    .filter((page) => (rough[page] as number) >= bar)
    .sort((a, b) => (rough[b] as number) - (rough[a] as number) || a - b);
  const best = new Set(pages);
  const others = [...new Set(stretches.flatMap((stretch) => [...stretch.pages.keys()]))].filter(
    (page) => !best.has(page) && passes(page),
  );
  const wordless = others.filter((page) => rough[page] === 0).length;
  return { pages: [...pages, ...others], total: positive.length + wordless };
};

/** A test of pages for all that the query asks: each of its telling words, or each of its stretches as it stands. */
const fullTest = (
  units: readonly FoundUnit[],
  stretches: readonly FoundStretch[],
  pageCount: number,
): ((page: number) => boolean) => {
  const demanding = units.filter(({ unit }) => unit.required);
  const telling = demanding.filter(({ keys }) =>
    keys.some(({ key }) => key.pageCount < Math.max(COMMON_FROM, COMMON * pageCount)),
  );
  const judged = telling.length > 0 ? telling : demanding;
  const has = ({ keys }: FoundUnit, page: number) =>
    keys.some(({ postings }) => indexOfPage(postings.pages, page) >= 0);
  return (page) =>
    (judged.length > 0 && judged.every((found) => has(found, page))) ||
    (stretches.length > 0 && stretches.every(({ pages }) => pages.has(page)));
};

interface Found {
  readonly hits: Hit[];
  readonly missing: readonly string[];
  readonly total: number;
  /** Whether there is a stretch of the query that stands nowhere as typed. */
  readonly unread: boolean;
}

const run = async (reader: IndexReader, query: Query): Promise<Found> => {
  const { units, missing: unfound } = await resolve(reader, query.units);
  const quoted = await quotationTest(reader, query);
  const asked = query.units.filter(({ required }) => required).length;
  const placed =
    units.length > 1 || units.some(({ unit }) => isIdentity(unit))
      ? await placeUnits(units, asked >= BUDGET.many ? BUDGET.positionsOfMany : BUDGET.positions)
      : [];
  // After the words' positions, which it need not pay for again.
  const allowance = { bytes: BUDGET.stretches };
  const stretches = await findStretches(reader, query, units, allowance);
  const asTyped = await findAsTyped(reader, query, allowance);
  // A word that no page has by itself may yet be part of one that pages have.
  const missing = unfound
    .filter(
      ({ place }) =>
        !stretches.some(
          ({ first, last, pages }) => first <= place && place <= last && pages.size > 0,
        ),
    )
    .map(({ text, place }) => query.unknown.get(place) ?? text);
  const words = scoreWords(units, reader.directory);
  const partial = asked <= RANKING.few ? RANKING.partialFew : RANKING.partialMany;
  const phrase = RANKING.phrase * (1 - RANKING.spacedLoss * query.spaced);
  const { pages, total } = candidatesOf(words, stretches, partial, quoted);
  const isFull = fullTest(units, stretches, reader.directory.pageCount);
  const identities = await Promise.all(
    units.filter(({ unit }) => isIdentity(unit)).map(placeIdentity),
  );
  const hits = pages.map((page, rank): Hit => {
    const coverage = words.coverage[page] as number;
    let score = words.highest === 0 ? 0 : (words.score[page] as number) / words.highest;
    if (rank < BUDGET.candidates || coverage > 0.9) {
      const { inRow, near } = arrange(placed, page, asked);
      score += phrase * inRow * inRow * inRow + RANKING.nearness * near;
    }
    score *= partial + (1 - partial) * coverage;
    score += RANKING.stretch * stretchScore(stretches, page);
    score += RANKING.asTyped * (asTyped.get(page) ?? 0);
    for (const identity of identities) score += identityScore(identity, page);
    // Who asks for a letter by its own number or date wants that letter, be it in force or not.
    const wanted = identities.some((identity) => isOwn(identity, page));
    if (reader.directory.demoted[page] && !wanted) score *= RANKING.demoted;
    return { page, score: settled(score), full: missing.length === 0 && isFull(page) };
  });
  hits.sort((a, b) => Number(b.full) - Number(a.full) || b.score - a.score || a.page - b.page);
  return { hits, missing, total, unread: stretches.some((stretch) => stretch.pages.size === 0) };
};

const hasFull = ({ hits: [best] }: Found): boolean => best?.full ?? false;

/**
 * Whether a mended reading found what the query as read before, which was lacking or stood nowhere as typed, did not.
 * Bold mending must have pages to bear it out.
 */
const improves = (found: Found, second: Found, mend: Mending, lacking: boolean): boolean => {
  if (!lacking) return !second.unread && hasFull(second);
  return hasFull(second) || (mend === 'careful' && second.missing.length < found.missing.length);
};

/**
 * Answers a query from an index. The query is taken as typed; where that finds no page with all of it, it is read once
 * more with its likely slips mended, first carefully, then boldly. Never throws on any text; rejects where a file of the
 * index cannot be had.
 */
export const search = async (
  index: IndexReader,
  typed: string,
  options: SearchOptions = {},
): Promise<Answer> => {
  const { limit = 30 } = options;
  const reader = index.next();
  const query = readQuery(typed, reader.directory.lexicon);
  let found = await run(reader, query);
  let effective = query;
  const short = query.units.length <= BUDGET.mendable;
  const tried = new Set(['']);
  for (const mend of ['careful', 'bold'] as const) {
    const lacking = (found.missing.length > 0 || short) && !hasFull(found);
    if (!lacking && !found.unread) break;
    const better = readQuery(typed, reader.directory.lexicon, { mend });
    const slips = better.mended.map(({ from, to }) => `${from} ${to}`).join();
    // Two short words mended at once are likelier a name than two slips.
    if (tried.has(slips) || (mend === 'bold' && better.mended.length > 1)) continue;
    tried.add(slips);
    const second = await run(reader, better);
    if (!improves(found, second, mend, lacking)) continue;
    found = second;
    effective = better;
  }
  const { hits, missing, total } = found;
  return {
    query,
    effective,
    hits: hits.slice(0, limit),
    total,
    mended: effective.mended,
    missing: [...new Set(missing)],
  };
};
