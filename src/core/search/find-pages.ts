import type { AskedNumber } from './asked-numbers.ts';
import { BUDGET } from './budget.ts';
import { isInterrogative } from './formulas.ts';
import { identityScore, isIdentity, isOwn, placeIdentity } from './identity.ts';
import type { IndexReader } from './index-reader.ts';
import {
  type FoundPhrase,
  findAsTyped,
  findPhrases,
  phraseScore,
  quotationTest,
} from './phrases.ts';
import type { Query } from './query.ts';
import {
  arrange,
  type FoundUnit,
  indexOfPage,
  RANKING,
  scoreWords,
  settled,
  type WordScores,
} from './rank.ts';
import { placeUnits, resolve } from './resolve.ts';

/** A page that answers a query. */
export interface Hit {
  readonly page: number;
  readonly score: number;
  /** Whether it has all that the query asks for; the others are only near it, and are shown apart. */
  readonly full: boolean;
}

/** Share of all pages from which on a word says nothing, and the fewest pages that it takes to say so. */
const COMMON = 0.35;
const COMMON_FROM = 50;

/** The best pages by words alone, best first, then those that have a phrase of the query; and how many there are. */
const candidatesOf = (
  { score, coverage }: WordScores,
  phrases: readonly FoundPhrase[],
  partial: number,
  passes: (page: number) => boolean,
): { pages: number[]; total: number } => {
  const rough = new Float64Array(score.length);
  // Columns, as a frequent word is in most pages of a large portal.
  const positive = new Int32Array(score.length);
  const values = new Float64Array(score.length);
  let count = 0;
  for (let page = 0; page < score.length; page++) {
    const value = score[page] as number;
    if (value === 0) continue;
    rough[page] = value * (partial + (1 - partial) * (coverage[page] as number));
    if (!passes(page)) continue;
    positive[count] = page;
    values[count] = rough[page] as number;
    count++;
  }
  const sorted = values.subarray(0, count).sort();
  const bar = sorted[Math.max(0, count - BUDGET.ranked)] ?? 0;
  const isBest = new Uint8Array(score.length);
  const pages: number[] = [];
  for (let nth = 0; nth < count; nth++) {
    const page = positive[nth] as number;
    if ((rough[page] as number) < bar) continue;
    isBest[page] = 1;
    pages.push(page);
  }
  pages.sort((a, b) => (rough[b] as number) - (rough[a] as number) || a - b);
  const others: number[] = [];
  let wordless = 0;
  const inPhrase = (page: number) => phrases.some(({ pages: having }) => having.has(page));
  for (let page = 0; page < score.length; page++) {
    if (isBest[page] || !inPhrase(page) || !passes(page)) continue;
    others.push(page);
    if (rough[page] === 0) wordless++;
  }
  return { pages: [...pages, ...others], total: count + wordless };
};

/** A test of pages for all that the query asks: each of its telling words, or each of its phrases letter for letter. */
const fullTest = (
  units: readonly FoundUnit[],
  phrases: readonly FoundPhrase[],
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
    (phrases.length > 0 && phrases.every(({ pages }) => pages.has(page)));
};

/** What a reading of a query finds. */
export interface Found {
  readonly hits: readonly Hit[];
  /** Pages whose letter has a number that the query asks for, the best first. */
  readonly owners: readonly number[];
  /** What no page has, but for words that only ask. */
  readonly missing: readonly string[];
  readonly total: number;
  /** Whether there is a phrase of the query that is found nowhere as typed. */
  readonly unread: boolean;
}

/** Finds the pages for one reading of a query; those whose own number is in the query come first. */
export const findPages = async (
  reader: IndexReader,
  query: Query,
  numbers: readonly AskedNumber[],
): Promise<Found> => {
  const { units, missing: unfound } = await resolve(reader, query.units);
  const quoted = await quotationTest(reader, query);
  const asked = query.units.filter(({ required }) => required).length;
  const placed =
    units.length > 1 || units.some(({ unit }) => isIdentity(unit))
      ? await placeUnits(units, asked >= BUDGET.many ? BUDGET.positionsOfMany : BUDGET.positions)
      : [];
  // After the words' positions, which it need not pay for again.
  const allowance = { bytes: BUDGET.phrases };
  const phrases = await findPhrases(reader, query, units, allowance);
  const asTyped = await findAsTyped(reader, query, allowance);
  const lost = numbers.filter(({ written, found }) => written && !found);
  // A word that no page has by itself may yet be part of one that pages have.
  const missing = unfound
    .filter(
      ({ place, kind }) =>
        kind === 'number' ||
        kind === 'joined' ||
        !phrases.some(
          ({ first, last, pages }) => first <= place && place <= last && pages.size > 0,
        ),
    )
    .filter(({ kind, text }) => kind !== 'number' || !lost.some((number) => number.text === text))
    .map(({ kind, text, place }) => (kind === 'word' && query.unknown.get(place)) || text);
  const isComplete = missing.length === 0 && lost.length === 0;
  const words = scoreWords(units, reader.directory);
  const partial = asked <= RANKING.few ? RANKING.partialFew : RANKING.partialMany;
  const alignment = RANKING.alignment * (1 - RANKING.spacedLoss * query.spaced);
  const { pages, total } = candidatesOf(words, phrases, partial, quoted);
  const isFull = fullTest(units, phrases, reader.directory.pageCount);
  const identities = await Promise.all(
    units.filter(({ unit }) => isIdentity(unit)).map(placeIdentity),
  );
  const owned = numbers.filter(({ found }) => found).flatMap(({ keys }) => keys);
  const isAsked = (key: string) => owned.includes(key);
  const isNamed = (page: number) => identities.some((identity) => isOwn(identity, page, isAsked));
  const ranked = pages.map((page, rank): Hit & { readonly named: boolean } => {
    const coverage = words.coverage[page] as number;
    let score = words.highest === 0 ? 0 : (words.score[page] as number) / words.highest;
    if (rank < BUDGET.candidates || coverage > 0.9) {
      const { inRow, near, opensTitle } = arrange(placed, page, asked);
      score += alignment * inRow * inRow * inRow + RANKING.nearness * near;
      if (opensTitle) score += RANKING.opening;
    }
    score *= partial + (1 - partial) * coverage;
    score += RANKING.phrase * phraseScore(phrases, page);
    score += RANKING.asTyped * asTyped.get(page);
    for (const identity of identities) score += identityScore(identity, page);
    // Who asks for a letter by its own number or date wants that letter, whether in force or not.
    const wanted = identities.some((identity) => isOwn(identity, page));
    if (reader.directory.demoted[page] && !wanted) score *= RANKING.demoted;
    const named = isNamed(page);
    return { page, score: settled(score), full: isComplete && (named || isFull(page)), named };
  });
  ranked.sort(
    (a, b) =>
      Number(b.named) - Number(a.named) ||
      Number(b.full) - Number(a.full) ||
      b.score - a.score ||
      a.page - b.page,
  );
  return {
    hits: ranked.map(({ page, score, full }) => ({ page, score, full })),
    owners: ranked.filter(({ named }) => named).map(({ page }) => page),
    missing: [...new Set([...lost.map(({ text }) => text), ...missing])].filter(
      (text) => !isInterrogative(text),
    ),
    total,
    unread: phrases.some((phrase) => phrase.pages.size === 0),
  };
};
