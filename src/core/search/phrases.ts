import type { Allowance } from './alignments.ts';
import { BUDGET } from './budget.ts';
import { formulaLengths } from './formulas.ts';
import { isIdentity } from './identity.ts';
import type { IndexReader } from './index-reader.ts';
import { stripTones } from './lexicon.ts';
import { type Occurrences, occurrencesOf, pagesWith, saturated } from './occurrences.ts';
import { PageValues } from './page-values.ts';
import type { Query } from './query.ts';
import { type FoundUnit, inverseFrequency, RANKING } from './rank.ts';
import { segmentationsOf, segmentationsOfAll } from './segmentations.ts';
import type { Unit } from './unit.ts';

/** A phrase of the query with the pages that have it letter for letter. */
export interface FoundPhrase {
  readonly pages: Occurrences;
  readonly idf: number;
  /** Its first and last place among the tokens of the query. */
  readonly first: number;
  readonly last: number;
}

/** Raises the pages of a unit by how well they have it. */
const raiseByUnit = (pages: PageValues, { unit, keys }: FoundUnit): void => {
  for (const { postings, weight } of keys) {
    const { pages: having, counts } = postings;
    for (let index = 0; index < having.length; index++) {
      const count = isIdentity(unit) ? 1 : (counts[index] as number);
      pages.raise(having[index] as number, saturated(weight, weight * count));
    }
  }
};

/** Raises the pages that have what a phrase means in other words. */
const raiseByConcept = (
  pages: PageValues,
  text: string,
  first: number,
  units: readonly FoundUnit[],
): void => {
  const found = units.find(({ unit }) => unit.place === first && unit.text === text);
  if (!found) return;
  raiseByUnit(pages, { ...found, keys: found.keys.filter(({ key }) => key.key.startsWith('~')) });
};

const withoutFormulas = (phrase: string): string => {
  const { text, origin } = stripTones(phrase);
  const { start, end } = formulaLengths(text);
  return phrase.slice(origin[start], origin[text.length - end]);
};

const isLong = (units: readonly Unit[]): boolean =>
  units.filter(({ required }) => required).length > BUDGET.phraseUnits;

/**
 * The pages that have each phrase of a query as it is written. A long query has none: its words distinguish the pages, and
 * people who ask in sentences do not use the words of the page.
 */
export const findPhrases = async (
  reader: IndexReader,
  { units: asked, phrases }: Query,
  units: readonly FoundUnit[],
  allowance: Allowance,
): Promise<FoundPhrase[]> => {
  if (isLong(asked)) return [];
  const found: Pick<FoundPhrase, 'first' | 'last' | 'pages'>[] = [];
  const thai = phrases.filter(({ script }) => script === 'thai');
  for (const { text: whole, first, last } of thai) {
    const text = withoutFormulas(whole);
    if (text === '') continue;
    const pages = await occurrencesOf(
      reader,
      segmentationsOf(text, reader.directory.lexicon),
      allowance,
    );
    raiseByConcept(pages, text, first, units);
    found.push({ pages, first, last });
  }
  for (const unit of units) {
    const { required, kind, place } = unit.unit;
    const inside = thai.some(({ first, last }) => first <= place && place <= last);
    if (!required || kind === 'concept' || inside) continue;
    const pages = new PageValues(reader.directory.pageCount);
    raiseByUnit(pages, unit);
    found.push({ pages, first: place, last: place });
  }
  return found.map((phrase) => ({
    ...phrase,
    idf: inverseFrequency(reader.directory.ordinaryCount, phrase.pages.size),
  }));
};

/**
 * The pages that have a query of several phrases as it was typed, spaces and all; none for a query of one phrase, or
 * with a letter number or date in it, and none for a long one.
 */
export const findAsTyped = async (
  reader: IndexReader,
  { units, phrases }: Query,
  allowance: Allowance,
): Promise<Occurrences> => {
  const inRow = phrases.every(({ first }, nth) => first === (phrases[nth - 1]?.last ?? -1) + 1);
  if (phrases.length < 2 || !inRow || units.some(isIdentity) || isLong(units))
    return new PageValues(0);
  return occurrencesOf(
    reader,
    segmentationsOfAll(phrases, reader.directory.lexicon, false),
    allowance,
  );
};

/** How well a page has the phrases, 0 to 1. */
export const phraseScore = (phrases: readonly FoundPhrase[], page: number): number => {
  let [score, has, all] = [0, 0, 0];
  for (const { pages, idf } of phrases) {
    const value = pages.get(page);
    score += idf * value;
    if (value > 0) has += idf;
    all += idf;
  }
  return all === 0 ? 0 : (score / all) * (has / all) ** RANKING.phraseCoverage;
};

/**
 * A test of pages against what was in quotation marks: it must be there letter for letter, though it may begin and
 * end inside a word. Its lists are fetched whatever they cost.
 */
export const quotationTest = async (
  reader: IndexReader,
  { quoted }: Query,
): Promise<(page: number) => boolean> => {
  const found = await Promise.all(
    quoted.map((phrases) =>
      pagesWith(reader, segmentationsOfAll(phrases, reader.directory.lexicon, true)),
    ),
  );
  return (page) => found.every((pages) => pages.has(page));
};
