import { impossibleDates } from './dates.ts';
import { type Answer, type LoadSlips, search } from './engine.ts';
import { type CutText, cutText, type Excerpt, excerpts, type SectionExcerpt } from './excerpt.ts';
import type { Hit } from './find-pages.ts';
import type { IndexReader, IndexSource } from './index-reader.ts';
import { fold, tidy } from './normalise.ts';
import { printRunningKey } from './numbers.ts';
import type { Correction } from './repair.ts';
import { StoredFiles } from './stored-files.ts';
import type { Facets, StoredPage } from './stored-page.ts';

/** A page as a list of results shows it. */
export interface Result {
  readonly url: string;
  readonly title: string;
  readonly score: number;
  /** False for pages that have only part of what was asked: shown apart, as near. */
  readonly full: boolean;
  readonly meta: Readonly<Record<string, string>>;
  readonly excerpt: Excerpt;
  readonly sections: readonly SectionExcerpt[];
}

/** Pages found under each value of each filter. */
export type FacetCounts = Readonly<
  Record<string, readonly { readonly value: string; readonly count: number }[]>
>;

export interface SearchResponse {
  /** What was searched. */
  readonly text: string;
  readonly truncated: boolean;
  readonly results: readonly Result[];
  /** Pages found under the chosen filters, and those of them that have all that was asked. */
  readonly total: number;
  readonly full: number;
  readonly corrected: readonly Correction[];
  readonly missing: readonly string[];
  /** Days that the query names and the calendar does not have, as they were read; their month was searched. */
  readonly impossibleDates: readonly string[];
  /** The query as it was read instead; see {@link Answer}. */
  readonly instead: string | null;
  readonly suggestion: string | null;
  readonly numbers: readonly NumberAnswer[];
  /** Letters that have a number that the query asks for, whatever filters are chosen. */
  readonly letters: readonly NamedLetter[];
  readonly facets: FacetCounts;
  /** What could not be loaded: pages that were to be shown, and the filters. */
  readonly lost: { readonly pages: number; readonly filters: boolean };
}

/** A letter number that the query asks for, with numbers near to it as people write them. */
export interface NumberAnswer {
  readonly text: string;
  readonly found: boolean;
  readonly written: boolean;
  readonly near: readonly string[];
}

/** A letter that has a number that the query asks for. */
export interface NamedLetter {
  readonly url: string;
  readonly title: string;
  /** What the page says of its letter: number, legal force. */
  readonly meta: Readonly<Record<string, string>>;
}

const MOST_LETTERS = 3;

/** Chosen value by the name of the filter. */
export type Chosen = Readonly<Record<string, string>>;

export interface RespondOptions {
  readonly limit: number;
  readonly chosen?: Chosen;
  /**
   * Whether to answer without some of the pages, or without filters that are not chosen, where their files cannot be loaded. The
   * answer says so; without this it rejects.
   */
  readonly partial?: boolean;
  /**
   * Is given the answer with the first results alone, as one after the other comes while others are still on their way: on a
   * slow line the pages that are shown take as long as all before them.
   */
  readonly onFirst?: (response: SearchResponse) => void;
}

/** Results that are requested before the others. */
const FIRST = 3;

const withoutLost = <T>(all: readonly (T | null)[]): T[] => all.filter((one) => one !== null);

/** Counts what could not be loaded, and passes it over; the last of what is wanted is not passed over. */
class Losses {
  readonly #pages = new Set<number>();
  #error: unknown;
  filters = false;

  get pages(): number {
    return this.#pages.size;
  }

  add(page: number, error: unknown): null {
    this.#pages.add(page);
    this.#error = error;
    return null;
  }

  /** Throws where nothing is left of what was to be shown. */
  requireSome(left: number): void {
    if (left === 0 && this.#pages.size > 0) throw this.#error;
  }
}

/** Texts of pages of which the words are kept: those of ten lists of results, some 10 MB of long pages. */
const MOST_CUT = 100;

/** Most pages that one question finds. */
export const MOST_HITS = 1000;

/** An open index with what its results show: the one way to ask it, from a browser and from a terminal alike. */
export class Searcher {
  readonly #reader: IndexReader;
  readonly #stored: StoredFiles;
  readonly #loadSlips: LoadSlips | undefined;
  readonly #texts = new Map<string, CutText>();

  /** `loadSlips` as {@link search} takes it. */
  constructor(reader: IndexReader, source: IndexSource, loadSlips?: LoadSlips) {
    this.#reader = reader;
    this.#loadSlips = loadSlips;
    this.#stored = new StoredFiles(source, reader.directory);
  }

  /** Answers a query. Rejects where a file of the index cannot be loaded, and never because of the query. */
  async respond(
    typed: string,
    { limit, chosen = {}, partial = false, onFirst }: RespondOptions,
  ): Promise<SearchResponse> {
    const lost = new Losses();
    const canDoWithoutFilters = partial && Object.keys(chosen).length === 0;
    const [answer, facets] = await Promise.all([
      search(this.#reader, typed, {
        limit: MOST_HITS,
        ...(this.#loadSlips && { loadSlips: this.#loadSlips }),
      }),
      this.#stored.facets().catch((error): Facets => {
        if (!canDoWithoutFilters) throw error;
        lost.filters = true;
        return {};
      }),
    ]);
    const pageOrLost = (page: number): Promise<StoredPage | null> =>
      partial
        ? this.#stored.page(page).catch((error) => lost.add(page, error))
        : this.#stored.page(page);
    const has = (page: number, name: string, value: string): boolean => {
      const facet = facets[name];
      return facet?.pages[page]?.some((index) => facet.values[index] === value) ?? false;
    };
    const passes = (page: number, except?: string): boolean =>
      Object.entries(chosen).every(([name, value]) => name === except || has(page, name, value));
    const hits = answer.hits.filter(({ page }) => passes(page));
    const show = async (hit: Hit): Promise<Result | null> => {
      const page = await pageOrLost(hit.page);
      return page && this.#result(hit, page, answer);
    };
    const wanted = hits.slice(0, limit);
    const owners = Promise.all(answer.owners.slice(0, MOST_LETTERS).map(pageOrLost));
    // Where nobody waits for the first ones, none is requested before the others.
    const asked = wanted.slice(0, onFirst ? FIRST : 0).map(show);
    // Counted while pages are on their way, once for the first results and for all of them.
    const counts = countFacets(facets, answer, passes);
    const respondWith = (
      results: readonly Result[],
      letters: readonly StoredPage[],
    ): SearchResponse => ({
      text: answer.query.text,
      truncated: answer.query.truncated,
      results,
      total: hits.length,
      full: hits.filter(({ full }) => full).length,
      corrected: answer.corrected,
      missing: answer.missing,
      impossibleDates: impossibleDates(fold(tidy(answer.query.text))),
      instead: answer.instead,
      suggestion: answer.suggestion,
      numbers: answer.numbers.map((number) => ({
        ...number,
        near: number.near.map(printRunningKey),
      })),
      letters: letters.map(({ url, title, meta }) => ({ url, title, meta })),
      facets: counts,
      lost: { pages: lost.pages, filters: lost.filters },
    });
    const tellFirst = async (): Promise<void> => {
      const come: (Result | null)[] = [];
      for (const result of asked) {
        come.push(await result);
        if (come.length === wanted.length || come.includes(null)) return;
        onFirst?.(respondWith(withoutLost(come), withoutLost(await owners)));
      }
    };
    const [first, others] = await Promise.all([
      Promise.all(asked),
      Promise.all(asked).then(() => Promise.all(wanted.slice(asked.length).map(show))),
      tellFirst(),
    ]);
    const results = withoutLost([...first, ...others]);
    lost.requireSome(results.length);
    return respondWith(results, withoutLost(await owners));
  }

  /** The next question mostly finds the same pages, whose words are the same: people type letter by letter. */
  #cut(text: string): CutText {
    const known = this.#texts.get(text);
    // The last ones are kept: what is found again moves to the end.
    this.#texts.delete(text);
    const cut = known ?? cutText(text, this.#reader.directory.lexicon);
    this.#texts.set(text, cut);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MOST_CUT && oldest !== undefined) this.#texts.delete(oldest);
    return cut;
  }

  #result(
    { score, full }: Answer['hits'][number],
    { url, title, text, sections, meta }: StoredPage,
    { effective }: Answer,
  ): Result {
    return { url, title, score, full, meta, ...excerpts(this.#cut(text), sections, effective) };
  }
}

const countFacets = (
  facets: Facets,
  { hits }: Answer,
  passes: (page: number, except: string) => boolean,
): FacetCounts =>
  Object.fromEntries(
    Object.entries(facets).map(([name, { values, pages }]) => {
      const counts = new Int32Array(values.length);
      for (const { page } of hits) {
        if (!passes(page, name)) continue;
        for (const value of pages[page] ?? []) counts[value] = (counts[value] as number) + 1;
      }
      const counted = values.map((value, index) => ({ value, count: counts[index] as number }));
      return [
        name,
        counted
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
      ];
    }),
  );
