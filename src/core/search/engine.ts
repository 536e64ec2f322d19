import type { IndexedKey, IndexReader } from './index-reader.ts';
import type { Positions, Postings } from './postings.ts';
import { type Query, readQuery, type Unit } from './query.ts';
import {
  arrange,
  type FoundUnit,
  indexOfPage,
  inverseFrequency,
  type PlacedUnit,
  RANKING,
  scoreWords,
  type WordScores,
} from './rank.ts';
import type { Mended } from './repair.ts';

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

/** What a query may fetch, in bytes before compression. */
export const BUDGET = {
  /** Page lists of frequent words: beyond this the most frequent are left out, as long as others remain. */
  pages: 90_000,
  positions: 110_000,
  positionsOfMany: 30_000,
  many: 6,
  /** Pages ranked at all, and those whose word positions are looked at whatever they lack. */
  ranked: 1500,
  candidates: 300,
  /** Longest query, in units, that is mended though the index has all its words. */
  mendable: 6,
};

/** Share of all pages from which on a word says nothing, and the fewest pages that it takes to say so. */
const COMMON = 0.35;
const COMMON_FROM = 50;

interface Resolved {
  readonly units: FoundUnit[];
  readonly missing: string[];
}

const alternativesOf = (units: readonly Unit[]): string[] =>
  units.flatMap(({ alternatives }) => alternatives.map(({ key }) => key));

/** Looks up the units, and in their place what they fall back on where the index has nothing of them. */
const lookUpUnits = async (
  reader: IndexReader,
  units: readonly Unit[],
): Promise<{
  pairs: { unit: Unit; keys: { key: IndexedKey; weight: number }[] }[];
  missing: string[];
}> => {
  const found = await reader.lookUp(alternativesOf(units));
  const missing: string[] = [];
  const pairs: { unit: Unit; keys: { key: IndexedKey; weight: number }[] }[] = [];
  for (const unit of units) {
    const keys = unit.alternatives.flatMap(({ key, weight }) => {
      const indexed = found.get(key);
      return indexed ? [{ key: indexed, weight }] : [];
    });
    if (keys.length > 0) pairs.push({ unit, keys });
    else {
      if (unit.required) missing.push(unit.text);
      if (unit.fallback.length > 0) pairs.push(...(await lookUpUnits(reader, unit.fallback)).pairs);
    }
  }
  return { pairs, missing };
};

const resolve = async (reader: IndexReader, units: readonly Unit[]): Promise<Resolved> => {
  const { pairs, missing } = await lookUpUnits(reader, units);
  // Rare words first: where the budget runs out, it is the words that tell pages apart least which are left out.
  const cost = ({ keys }: (typeof pairs)[number]) =>
    keys.reduce((sum, { key }) => sum + key.pagesBytes, 0);
  const ordered = [...pairs].sort((a, b) => cost(a) - cost(b));
  let spent = 0;
  const affordable = ordered.filter((pair, index) => {
    spent += cost(pair);
    return index < 2 || spent <= BUDGET.pages;
  });
  const resolved = await Promise.all(
    affordable.map(async ({ unit, keys }): Promise<FoundUnit> => {
      const lists = await Promise.all(
        keys.map(async ({ key, weight }) => ({ key, weight, postings: await key.postings() })),
      );
      const strongest = lists.reduce((best, list) => (list.weight > best.weight ? list : best));
      return {
        unit,
        keys: lists,
        idf: inverseFrequency(reader.pageCount, strongest.key.pageCount),
      };
    }),
  );
  return { units: resolved, missing };
};

/** Fetches positions, cheapest first, as long as the budget lasts. */
const placeUnits = async (units: readonly FoundUnit[], budget: number): Promise<PlacedUnit[]> => {
  const cost = ({ keys }: FoundUnit) => keys.reduce((sum, { key }) => sum + key.positionsBytes, 0);
  let spent = 0;
  const affordable = [...units]
    .filter(({ unit }) => unit.kind !== 'concept')
    .sort((a, b) => cost(a) - cost(b))
    .filter((unit) => {
      spent += cost(unit);
      return spent <= budget;
    });
  return Promise.all(
    affordable.map(async ({ unit, keys }) => ({
      place: unit.place,
      keys: await Promise.all(
        keys
          .filter(({ key }) => !key.key.startsWith('~'))
          .map(async ({ key, postings }) => ({ postings, positions: await key.positions() })),
      ),
    })),
  );
};

/** The best pages by words alone, best first, and how many pages have any of the words. */
const candidatesOf = (
  { score, coverage }: WordScores,
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
  return { pages, total: positive.length };
};

/** A test of pages against the quoted phrases: each must stand there word for word, as typed. */
const phraseTest = async (
  query: Query,
  units: readonly FoundUnit[],
): Promise<(page: number) => boolean> => {
  const phrases = await Promise.all(
    query.phrases.map(async ([first, last]) => {
      const within = ({ place, kind }: Unit) =>
        place >= first && place <= last && kind !== 'concept';
      const wanted = query.units.filter(within).length;
      const exact = units
        .filter(({ unit }) => within(unit))
        .flatMap(({ unit, keys }) => {
          const key = keys.find((candidate) => candidate.key.key === unit.alternatives[0]?.key);
          return key ? [{ place: unit.place, key }] : [];
        });
      if (exact.length < wanted) return null;
      return Promise.all(
        exact.map(async ({ place, key: { key, postings } }): Promise<PlacedUnit> => {
          return { place, keys: [{ postings, positions: await key.positions() }] };
        }),
      );
    }),
  );
  const holds = (placed: readonly PlacedUnit[] | null, page: number): boolean => {
    if (!placed) return false;
    const inPage = placed.every(({ keys }) =>
      keys.some(({ postings }) => indexOfPage(postings.pages, page) >= 0),
    );
    return inPage && (placed.length < 2 || arrange(placed, page, placed.length).inRow === 1);
  };
  return (page) => phrases.every((placed) => holds(placed, page));
};

const isIdentity = ({ unit }: FoundUnit): boolean => unit.kind === 'number' || unit.kind === 'date';

interface Identity {
  readonly weight: number;
  readonly postings: Postings;
  readonly positions: Positions;
}

const placeIdentity = async ({ keys }: FoundUnit): Promise<Identity> => {
  const { key, weight, postings } = keys[0] as FoundUnit['keys'][number];
  return { weight, postings, positions: await key.positions() };
};

/** A letter has its own number and date at its head, and those that it cites further down. */
const identityScore = ({ weight, postings, positions }: Identity, page: number): number => {
  const index = indexOfPage(postings.pages, page);
  if (index < 0) return 0;
  const field = RANKING.identity[postings.fields[index] as number] as number;
  const first = positions.values[positions.offsets[index] as number] as number;
  return weight * (field + RANKING.head * Math.exp(-first / RANKING.headLength));
};

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

const run = async (reader: IndexReader, query: Query) => {
  const { units, missing } = await resolve(reader, query.units);
  if (units.length === 0) return { hits: [] as Hit[], missing, total: 0 };
  const words = scoreWords(units, reader);
  const quoted = await phraseTest(query, units);
  const total = query.units.filter(({ required }) => required).length;
  const partial = total <= RANKING.few ? RANKING.partialFew : RANKING.partialMany;
  const phrase = RANKING.phrase * (1 - RANKING.spacedLoss * query.spaced);
  const { pages, total: any } = candidatesOf(words, partial, quoted);
  const demanding = units.filter(({ unit }) => unit.required);
  const content = demanding.filter(({ keys }) =>
    keys.some(({ key }) => key.pageCount < Math.max(COMMON_FROM, COMMON * reader.pageCount)),
  );
  const judged = content.length > 0 ? content : demanding;
  const has = (found: FoundUnit, page: number) =>
    found.keys.some(({ postings }) => indexOfPage(postings.pages, page) >= 0);
  const placed =
    units.length > 1 || units.some(isIdentity)
      ? await placeUnits(units, total >= BUDGET.many ? BUDGET.positionsOfMany : BUDGET.positions)
      : [];
  const identities = await Promise.all(units.filter(isIdentity).map(placeIdentity));
  const hits = pages.map((page, rank): Hit => {
    const coverage = words.coverage[page] as number;
    const base = (words.score[page] as number) / words.highest;
    let score = base;
    if (rank < BUDGET.candidates || coverage > 0.9) {
      const { inRow, near } = arrange(placed, page, total);
      score += phrase * inRow ** 3 + RANKING.nearness * near;
    }
    score *= partial + (1 - partial) * coverage;
    for (const identity of identities) score += identityScore(identity, page);
    if (reader.demoted[page]) score *= RANKING.demoted;
    return {
      page,
      score: round(score),
      full: missing.length === 0 && judged.every((found) => has(found, page)),
    };
  });
  hits.sort((a, b) => b.score - a.score || a.page - b.page);
  return { hits, missing, total: any };
};

/**
 * Answers a query from an index. The query is taken as typed; where that finds no page with all of it, it is read once
 * more with its likely slips mended. Never throws on any text; rejects where a file of the index cannot be had.
 */
export const search = async (
  reader: IndexReader,
  typed: string,
  options: SearchOptions = {},
): Promise<Answer> => {
  const { limit = 30 } = options;
  const query = readQuery(typed, reader.lexicon, { mend: false });
  const asTyped = await run(reader, query);
  let { hits, missing, total } = asTyped;
  let effective = query;
  const unknown = missing.length > 0 || query.units.length <= BUDGET.mendable;
  if (unknown && !hits.some(({ full }) => full)) {
    const better = readQuery(typed, reader.lexicon, { mend: true });
    if (better.mended.length > 0) {
      const second = await run(reader, better);
      const improves =
        second.hits.some(({ full }) => full) || second.missing.length < missing.length;
      if (improves) {
        ({ hits, missing, total } = second);
        effective = better;
      }
    }
  }
  return {
    query,
    effective,
    hits: hits.slice(0, limit),
    total,
    mended: effective.mended,
    missing,
  };
};
