import { memoizeEach } from './memo.ts';
import { type FoldedText, foldTexts, lexiconOf, termsBy } from './related-terms.ts';

/** A page as far as it is compared with others. */
export interface ComparedPage {
  /** Path of its record, by which pages of equal score are ordered. */
  readonly path: string;
  readonly title: string;
  /** What it is about besides: summary, subject, things to do. */
  readonly text: string;
}

/** A page that is about the same things as another. */
export interface RelatedPage {
  readonly path: string;
  /** Words that both have, the most telling first, as the page writes them. */
  readonly shared: readonly string[];
}

/** A term that more pages have tells little, and costs much; of very many pages, a share of them. */
const MOST_PAGES_OF_TERM = 300;
const MOST_SHARE_OF_PAGES = 1 / 12;
/** The terms of a page, the rarest first, by which others are sought. */
const MOST_TERMS = 24;
const TITLE_WEIGHT = 2;
const SHOWN_WORDS = 3;

export interface RelatedOptions {
  /** Pages given of each. */
  readonly most: number;
  /** Lowest likeness from 0 to 1 that is given at all. */
  readonly least: number;
}

export const RELATED_OPTIONS: RelatedOptions = { most: 4, least: 0.2 };

/** How much a term says, in whole steps: one page more or less then seldom changes any list. */
const levelOf = (pages: number, all: number): number =>
  Math.max(0, Math.floor(Math.log2(all)) - Math.floor(Math.log2(pages)));

interface Weighted {
  readonly term: number;
  readonly weight: number;
}

/** The pages that have a term, and its weight in each: numbers in arrays, as millions of them are added up. */
interface Postings {
  readonly pages: Uint32Array;
  readonly weights: Uint8Array;
}

interface Index {
  readonly names: readonly string[];
  readonly postings: readonly Postings[];
  /** The terms of each page, the heaviest first. */
  readonly terms: readonly (readonly Weighted[])[];
  readonly lengths: Float64Array;
}

/** A dev server compares the same pages again after each change of one. */
const foldedTextsOf = memoizeEach((page: ComparedPage) => foldTexts(page));

/** How often each page has each term, at most as heavy as a title makes it. */
const countTerms = (pages: readonly FoldedText[]) => {
  const termsOf = termsBy(lexiconOf(pages));
  const numbers = new Map<string, number>();
  const pagesOf: number[] = [];
  const counted = pages.map(({ title, text }) => {
    const ofPage = new Map<number, number>();
    const add = (name: string, times: number): void => {
      let term = numbers.get(name);
      if (term === undefined) {
        term = pagesOf.push(0) - 1;
        numbers.set(name, term);
      }
      if (!ofPage.has(term)) {
        ofPage.set(term, times);
        pagesOf[term] = (pagesOf[term] as number) + 1;
      }
    };
    for (const name of termsOf(title)) add(name, TITLE_WEIGHT);
    for (const name of termsOf(text)) add(name, 1);
    return ofPage;
  });
  return { names: [...numbers.keys()], pagesOf, counted };
};

const buildIndex = (pages: readonly ComparedPage[]): Index => {
  const { names, pagesOf, counted } = countTerms(pages.map(foldedTextsOf));
  const postings = pagesOf.map(
    (count): Postings => ({ pages: new Uint32Array(count), weights: new Uint8Array(count) }),
  );
  const filled = new Uint32Array(names.length);
  const terms = counted.map((ofPage, page) => {
    const weighted: Weighted[] = [];
    for (const [term, times] of ofPage) {
      const weight = times * levelOf(pagesOf[term] as number, pages.length);
      const { pages: where, weights } = postings[term] as Postings;
      const at = filled[term] as number;
      where[at] = page;
      weights[at] = weight;
      filled[term] = at + 1;
      if (weight > 0) weighted.push({ term, weight });
    }
    return weighted.sort((a, b) => b.weight - a.weight || a.term - b.term);
  });
  const lengths = Float64Array.from(terms, (ofPage) =>
    Math.sqrt(ofPage.slice(0, MOST_TERMS).reduce((sum, { weight }) => sum + weight * weight, 0)),
  );
  return { names, postings, terms, lengths };
};

/** Terms of a page by which others are sought: of one page alone nothing is learned. */
const seekingTerms = ({ terms, postings }: Index, page: number): Weighted[] => {
  const most = Math.max(MOST_PAGES_OF_TERM, terms.length * MOST_SHARE_OF_PAGES);
  return (terms[page] as readonly Weighted[])
    .filter(({ term }) => {
      const { length } = (postings[term] as Postings).pages;
      return length > 1 && length <= most;
    })
    .slice(0, MOST_TERMS);
};

/** The words to name, the longest first: no word that is part of one named already. */
const sharedWords = (terms: readonly Weighted[], names: readonly string[]): string[] => {
  const shown: string[] = [];
  const longestFirst = terms
    .map(({ term }) => names[term] as string)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  for (const name of longestFirst) {
    if (shown.some((other) => other.includes(name))) continue;
    shown.push(name);
    if (shown.length === SHOWN_WORDS) break;
  }
  return shown;
};

/** Adds up how much each page shares with the terms of another; `add` is told each page the first time. */
const addScores = (
  seeking: readonly Weighted[],
  { postings }: Index,
  scores: Float64Array,
  add: (page: number) => void,
): void => {
  for (const { term, weight } of seeking) {
    const { pages, weights } = postings[term] as Postings;
    for (let at = 0; at < pages.length; at++) {
      const other = pages[at] as number;
      const before = scores[other] as number;
      if (before === 0) add(other);
      scores[other] = before + weight * (weights[at] as number);
    }
  }
};

interface Likeness {
  readonly page: number;
  /** In steps of 1/64, so that small differences leave the order to the paths. */
  readonly steps: number;
}

/** Puts a page in its place among the likest found so far. */
const insertLikeness = (best: Likeness[], one: Likeness, most: number): void => {
  let at = best.length;
  while (at > 0) {
    const other = best[at - 1] as Likeness;
    if (other.steps > one.steps || (other.steps === one.steps && other.page < one.page)) break;
    at--;
  }
  if (at >= most) return;
  best.splice(at, 0, one);
  best.length = Math.min(best.length, most);
};

/** Pages that can be compared, one by one. */
export interface ComparedPages {
  /**
   * The pages most like the one at `path`, in the order of likeness, then of paths; none for a page like no other, or at a
   * path that is not among them. `leaveOut` are paths that the page shows already.
   */
  readonly relatedTo: (path: string, leaveOut: ReadonlySet<string>) => RelatedPage[];
}

/**
 * Makes ready what pages are compared by: the words that they share, of which each counts the more the rarer it is among all
 * pages, and more in a title. The same in whatever order the pages come.
 */
export const comparePages = (
  pages: readonly ComparedPage[],
  { most, least }: RelatedOptions = RELATED_OPTIONS,
): ComparedPages => {
  const sorted = [...pages].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const places = new Map(sorted.map(({ path }, page) => [path, page]));
  const index = buildIndex(sorted);
  const scores = new Float64Array(sorted.length);
  const touched = new Uint32Array(sorted.length);
  const termsOfPage = (page: number): ReadonlySet<number> =>
    new Set((index.terms[page] as readonly Weighted[]).map(({ term }) => term));

  const relatedTo: ComparedPages['relatedTo'] = (path, leaveOut) => {
    const page = places.get(path);
    if (page === undefined) return [];
    const seeking = seekingTerms(index, page);
    let count = 0;
    addScores(seeking, index, scores, (other) => {
      touched[count++] = other;
    });
    const best: Likeness[] = [];
    for (let at = 0; at < count; at++) {
      const other = touched[at] as number;
      const length = (index.lengths[page] as number) * (index.lengths[other] as number) || 1;
      const likeness = (scores[other] as number) / length;
      scores[other] = 0;
      if (likeness < least || other === page) continue;
      if (leaveOut.has((sorted[other] as ComparedPage).path)) continue;
      insertLikeness(best, { page: other, steps: Math.round(likeness * 64) }, most);
    }
    return best.map(({ page: other }) => {
      const has = termsOfPage(other);
      const words = seeking.filter(({ term }) => has.has(term));
      return {
        path: (sorted[other] as ComparedPage).path,
        shared: sharedWords(words, index.names),
      };
    });
  };
  return { relatedTo };
};

/** What {@link comparePages} gives of each page, by its path; `leaveOut` gives the paths that a page shows already. */
export const relatedPages = (
  pages: readonly ComparedPage[],
  leaveOut: (path: string) => ReadonlySet<string>,
  options: RelatedOptions = RELATED_OPTIONS,
): ReadonlyMap<string, readonly RelatedPage[]> => {
  const { relatedTo } = comparePages(pages, options);
  const paths = pages.map(({ path }) => path).sort();
  return new Map(paths.map((path) => [path, relatedTo(path, leaveOut(path))]));
};
