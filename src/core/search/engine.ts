import { BUDGET } from './budget.ts';
import type { Found, Hit } from './find-pages.ts';
import type { IndexReader } from './index-reader.ts';
import {
  answerOf,
  besides,
  findOnce,
  hasFull,
  isPhrase,
  isRead,
  mayReplace,
  type ReadAs,
} from './phrase-slips.ts';
import { type Query, readQuery } from './query.ts';
import type { Correction } from './repair.ts';

/** A letter number that the query asks for, and what the pages have of it. */
export interface NumberAnswer {
  /** As typed. */
  readonly text: string;
  readonly found: boolean;
  /** Whether it was written as a letter number; else digits alone were typed, which may be one. */
  readonly written: boolean;
  /** Keys of running numbers near to it, or with the digits in them. */
  readonly near: readonly string[];
}

/** What a search found, and what was done to find it. */
export interface Answer {
  readonly query: Query;
  /** The query as it was read for these hits: with its slips corrected, where that was needed. */
  readonly effective: Query;
  /** Best first, at most as many as the caller wants. */
  readonly hits: readonly Hit[];
  /** Pages found in all, before the limit. */
  readonly total: number;
  /** Slips that were corrected to find these hits; empty where the query was taken as typed. */
  readonly corrected: readonly Correction[];
  /** Words of which the index has nothing. */
  readonly missing: readonly string[];
  /** The whole query as it was read instead, where it was typed in another keyboard layout or pasted from a damaged text. */
  readonly instead: string | null;
  /** Another query that finds pages, where what was typed may have been meant as it is written; null where there is none. */
  readonly suggestion: string | null;
  readonly numbers: readonly NumberAnswer[];
  /** Pages whose letter has a number that the query asks for. */
  readonly owners: readonly number[];
}

type Slips = typeof import('./slips.ts');

/** Loads what reads a query otherwise than as typed, once for all queries. */
export type LoadSlips = () => Promise<Slips>;

const loadSlipsHere: LoadSlips = () => import('./slips.ts');

export interface SearchOptions {
  readonly limit?: number;
  /** Another way to load it, such as one that tries again on a poor line. */
  readonly loadSlips?: LoadSlips;
}

/** What a text found, with all that was done to find it. */
interface Attempt extends ReadAs {
  readonly query: Query;
}

/**
 * Whether a corrected reading found what the query as read before, which lacked words or was found nowhere as typed, did not.
 * Bold correcting must have pages to confirm it.
 */
const improves = (found: Found, second: Found, careful: boolean, lacking: boolean): boolean => {
  if (!lacking) return !second.unread && hasFull(second);
  return hasFull(second) || (careful && second.missing.length < found.missing.length);
};

/** Takes a text as typed; where that finds no page with all of it, with its likely slips corrected as well. */
const attempt = async (reader: IndexReader, typed: string, load: LoadSlips): Promise<Attempt> => {
  const { lexicon } = reader.directory;
  let query = readQuery(typed, lexicon);
  if (query.unknown.size > 0) {
    const { wordsOfLanguage } = await load();
    query = readQuery(typed, lexicon, { words: wordsOfLanguage });
  }
  let best = await findOnce(reader, query);
  if (isRead(best.found)) return { query, ...best, suggestion: null };
  const { wordsOfLanguage, readingsInPages, correctTokens } = await load();
  if (isPhrase(query)) {
    const readings = await readingsInPages(reader, typed, query);
    if (readings.length > 0) return { query, ...answerOf(best, readings) };
  }
  let suggested: { readonly text: string; readonly found: Found } | null = null;
  const short = query.units.length <= BUDGET.correctable;
  const tried = new Set(['']);
  for (const mode of ['careful', 'bold'] as const) {
    const lacking = (best.found.missing.length > 0 || short) && !hasFull(best.found);
    if (!lacking && !best.found.unread) break;
    const better = readQuery(typed, lexicon, {
      words: wordsOfLanguage,
      correct: (...text) => correctTokens(...text, mode),
    });
    const slips = better.corrected.map(({ from, to }) => `${from} ${to}`).join();
    // Two short words corrected at once are likelier a name than two slips.
    if (tried.has(slips) || (mode === 'bold' && better.corrected.length > 1)) continue;
    tried.add(slips);
    const second = await findOnce(reader, better);
    if (!improves(best.found, second.found, mode === 'careful', lacking)) continue;
    if (mayReplace(second)) {
      best = second;
      suggested = null;
    } else if (hasFull(second.found))
      suggested ??= { text: better.correctedText, found: second.found };
  }
  const found = suggested ? besides(best.found, [suggested.found]) : best.found;
  return { query, ...best, found, suggestion: suggested?.text ?? null };
};

const SARA_AM = '\u0E33';

/**
 * Answers a query from an index. The query is taken as typed; where that finds no page with all of it, it is read once
 * more with its likely slips corrected, first carefully, then boldly; and then as a text that a PDF has damaged, or that was
 * typed in the other keyboard layout, which is so read without pages, too, where nothing has it as typed and it is words. A word of the pages or of the language is never taken for another one, but where a
 * whole phrase is confirmed by pages; else the other reading is suggested. Never throws on any text; rejects where a file
 * of the index, or what reads slips, cannot be loaded.
 */
export const search = async (
  index: IndexReader,
  typed: string,
  options: SearchOptions = {},
): Promise<Answer> => {
  const { limit = 30, loadSlips = loadSlipsHere } = options;
  const reader = index.next();
  const asTyped = await attempt(reader, typed, loadSlips);
  let best = asTyped;
  let instead: string | null = null;
  // Many wrong vowels look like slips as well.
  const isDamaged = best.effective.corrected.length > 0 && typed.includes(SARA_AM);
  if (!hasFull(best.found) || (isDamaged && !isRead(best.found))) {
    const { isSurelyMeant, otherTexts } = await loadSlips();
    for (const text of otherTexts(typed, asTyped.query, reader)) {
      const other = await attempt(reader, text, loadSlips);
      const isMeant = isSurelyMeant(typed, text, asTyped.found, reader);
      if (!hasFull(other.found) && !isMeant) continue;
      best = other;
      instead = other.effective.correctedText;
      break;
    }
  }
  const { found, effective, numbers, suggestion } = best;
  return {
    query: asTyped.query,
    effective,
    hits: found.hits.slice(0, limit),
    total: found.total,
    corrected: instead === null ? effective.corrected : [],
    missing: found.missing,
    instead,
    suggestion,
    numbers: numbers.map(({ text, found: isFound, written, near }) => ({
      text,
      found: isFound,
      written,
      near,
    })),
    owners: found.owners,
  };
};
