import { BUDGET } from './budget.ts';
import type { IndexReader } from './index-reader.ts';
import { wordsOfLanguage } from './language-words.ts';
import { occurrencesOf } from './occurrences.ts';
import { findOnce, type Interpretation, isRead, onlyFull } from './phrase-slips.ts';
import { type Query, readQuery } from './query.ts';
import { singleSlips } from './repair.ts';
import { segmentationsOf } from './segmentations.ts';

/** Whether some page seems to have the one phrase of a query: cheaper to know than which pages have all of it. */
const seemsToStand = async (reader: IndexReader, { phrases: [only] }: Query): Promise<boolean> => {
  const readings = segmentationsOf(only?.text ?? '', reader.directory.lexicon);
  return (await occurrencesOf(reader, readings, { bytes: BUDGET.tried })).size > 0;
};

/** Most readings with one slip that are searched for, and most of those with pages that are ranked. */
const MOST_SLIPS = 16;
const MOST_READ = 3;
/** Pages that are enough: what is less likely comes behind them. */
const ENOUGH_PAGES = 10;

/** The readings of a phrase with one slip in it that stand whole in pages, the likeliest first. */
export const readingsInPages = async (
  reader: IndexReader,
  typed: string,
  query: Query,
): Promise<Interpretation[]> => {
  const { lexicon } = reader.directory;
  const read: Interpretation[] = [];
  let pages = 0;
  for (const corrected of singleSlips(query.correctedText, lexicon, MOST_SLIPS)) {
    const other = readQuery(typed, lexicon, { words: wordsOfLanguage, corrected });
    if (!(await seemsToStand(reader, other))) continue;
    const reading = await findOnce(reader, other);
    if (!isRead(reading.found)) continue;
    read.push(reading);
    pages += onlyFull(reading.found).length;
    if (read.length === MOST_READ || pages >= ENOUGH_PAGES) break;
  }
  return read;
};
