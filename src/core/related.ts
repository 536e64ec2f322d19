import { COMMON_WORDS } from './search/common-words.ts';
import { Lexicon } from './search/lexicon.ts';
import { fold, tidy } from './search/normalise.ts';
import { cutThai } from './search/tokens.ts';
import { WordCounter } from './search/word-counts.ts';

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

const RUN = /[\u0E01-\u0E2E\u0E30-\u0E3A\u0E40-\u0E45\u0E47-\u0E4E]+|[a-z][a-z-]+/g;
const IS_THAI = /^[\u0E01-\u0E4E]/;
const TWO_CONSONANTS = /[ก-ฮ].*[ก-ฮ]/;

/** Words that are in pages about anything: of questions, of days, and of the head of every letter. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'อย่างไร หรือ หรือไม่ ไม่ได้ อะไร ใคร ไหน แค่ไหน เท่าไร เมื่อ เมื่อไร ทำไม ได้ ต้อง ควร อาจ ทำ ให้ ของ และ จาก ถึง ด้วย แต่ ตั้งแต่ สำหรับ ระหว่าง ' +
    'ตัว แต่ละ ยัง ไม่มี ยังไม่ ยังไม่มี ไม่ใช่ บ้าง พร้อม ตาม ตอน กลับ แปล เวียน new https http www ' +
    'การ ความ เป็น แบบ แบบใด ทุก ส่วน แห่ง อื่น แล้ว อีก ครั้ง ใหม่ ก่อน หลัง ภาย ใน ภายใน ใช้ ราย เรื่อง วัน วันที่ เดือน ปี เลข เลขที่ ลง ลงวันที่ ช่วง เริ่ม ' +
    'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม ' +
    'หนังสือ ฉบับ ด่วน ด่วนที่สุด ที่สุด อ้าง อ้างถึง แจ้ง ส่ง เสริม ส่งเสริม ปกครอง ท้องถิ่น กระทรวง มหาดไทย จังหวัด อำเภอ กรม หน่วย หน่วยงาน เจ้าหน้าที่ หน้าที่ อปท อบต'
  ).split(' '),
);

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

const isTelling = (word: string): boolean =>
  word.length > 2 && !STOP_WORDS.has(word) && (!IS_THAI.test(word) || TWO_CONSONANTS.test(word));

/** The telling words of a run of letters, and pairs of words side by side, which say more than either. */
const termsOfRun = (run: string, lexicon: Lexicon): string[] => {
  if (!IS_THAI.test(run)) return isTelling(run) ? [run] : [];
  const terms: string[] = [];
  let before = '';
  for (const { start, end } of cutThai(run, lexicon)) {
    const word = run.slice(start, end);
    const tells = isTelling(word);
    if (tells) terms.push(word);
    if (tells && before) terms.push(before + word);
    before = tells ? word : '';
  }
  return terms;
};

/** Gives the terms of texts. Letters repeat much of each other, and cutting is what costs: each run is cut once. */
const termsBy = (lexicon: Lexicon): ((text: string) => string[]) => {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const terms: string[] = [];
    for (const [run] of fold(tidy(text)).matchAll(RUN)) {
      const ofRun = known.get(run) ?? termsOfRun(run, lexicon);
      known.set(run, ofRun);
      terms.push(...ofRun);
    }
    return terms;
  };
};

const lexiconOf = (pages: readonly ComparedPage[]): Lexicon => {
  const counter = new WordCounter();
  for (const { title, text } of pages) {
    counter.add(title);
    counter.add(text);
  }
  return new Lexicon(counter.lexicon(COMMON_WORDS));
};

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

/** How often each page has each term, at most as heavy as a title makes it. */
const countTerms = (pages: readonly ComparedPage[]) => {
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
  const { names, pagesOf, counted } = countTerms(pages);
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

/**
 * The pages most like each page, by the words that they share: the rarer a word among all pages, the more it counts, and
 * more in a title. `leaveOut` gives the paths that a page shows already. Deterministic, in the order of likeness, then of
 * paths; a page like no other has none.
 */
export const relatedPages = (
  pages: readonly ComparedPage[],
  leaveOut: (path: string) => ReadonlySet<string>,
  { most, least }: RelatedOptions = RELATED_OPTIONS,
): ReadonlyMap<string, readonly RelatedPage[]> => {
  const sorted = [...pages].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const index = buildIndex(sorted);
  const scores = new Float64Array(sorted.length);
  const touched = new Uint32Array(sorted.length);
  const termsOfPage = (page: number): ReadonlySet<number> =>
    new Set((index.terms[page] as readonly Weighted[]).map(({ term }) => term));

  const relatedTo = (page: number): RelatedPage[] => {
    const seeking = seekingTerms(index, page);
    const shown = leaveOut((sorted[page] as ComparedPage).path);
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
      if (shown.has((sorted[other] as ComparedPage).path)) continue;
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
  return new Map(sorted.map(({ path }, page) => [path, relatedTo(page)]));
};
