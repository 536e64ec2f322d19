import { isToneClass, skeleton } from './normalise.ts';
import { Trie } from './trie.ts';

/** A phrase of a Thai run: UTF-16 offsets into the run, and whether the lexicon knows it as a word. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly known: boolean;
  /** What it adds to the cost of the path, in the unit of the lexicon. */
  readonly cost: number;
}

/** Words in no particular order with their costs: tenths of -ln(probability), 1 to 255. */
export interface LexiconData {
  readonly words: readonly string[];
  readonly costs: ArrayLike<number>;
}

const UNKNOWN_COST = 180;
const UNKNOWN_COST_PER_UNIT = 20;
/** Runs whose cuts are remembered. */
const MOST_REMEMBERED = 20_000;

/** Whether a unit is a vowel or mark that follows a letter: no Thai word begins with it. */
export const isDependent = (unit: number): boolean =>
  (unit >= 0x0e30 && unit <= 0x0e3a) || unit === 0x0e45 || (unit >= 0x0e47 && unit <= 0x0e4e);
// No Thai word ends with one.
const isLeadingVowel = (unit: number): boolean => unit >= 0x0e40 && unit <= 0x0e44;

/** Whether a word may end and the next begin between two units of a run. */
export const mayBreak = (before: number, after: number): boolean =>
  !isLeadingVowel(before) && !isDependent(after);

/** A run without its tone-class marks, and for each of its units (and its end) the offset in the run itself. */
export const stripTones = (run: string): { text: string; origin: number[] } => {
  const origin: number[] = [];
  let text = '';
  for (let index = 0; index < run.length; index++) {
    if (index > 0 && isToneClass(run.charCodeAt(index))) continue;
    origin.push(index);
    text += run[index];
  }
  origin.push(run.length);
  return { text, origin };
};

const reversed = (text: string): string => [...text].reverse().join('');

/** Strings in order, so that those with a common beginning are found without looking at the others. */
class SortedKeys {
  readonly #keys: readonly string[];
  readonly #order: readonly number[];

  constructor(keys: readonly string[]) {
    const entries = keys.map((key, index) => ({ key, index }));
    entries.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
    this.#order = entries.map(({ index }) => index);
    this.#keys = entries.map(({ key }) => key);
  }

  /** Indices of the keys that begin with some letters, but for those letters themselves. */
  longerThan(beginning: string): number[] {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] as string) < beginning) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low; this.#keys[at]?.startsWith(beginning); at++)
      if (this.#keys[at] !== beginning) found.push(this.#order[at] as number);
    return found;
  }
}

/**
 * Words of the indexed pages with what each costs, and the segmenter over them: the cheapest path (Viterbi) through
 * tone-stripped text, so that a dropped or wrong tone mark never moves a boundary. Index and query use the same lexicon,
 * hence the same boundaries, whatever the browser.
 */
export class Lexicon {
  readonly words: readonly string[];
  readonly trie: Trie;
  readonly #bySkeleton = new Map<string, string[]>();
  readonly #costs = new Map<string, number>();
  readonly #cut = new Map<string, readonly Segment[]>();
  #skeletons: readonly string[] | undefined;
  #byBeginning: SortedKeys | undefined;
  #byEnding: SortedKeys | undefined;

  constructor(data: LexiconData) {
    this.words = data.words;
    const best = new Map<string, number>();
    data.words.forEach((word, index) => {
      const cost = data.costs[index] as number;
      const key = skeleton(word);
      this.#costs.set(word, cost);
      const same = this.#bySkeleton.get(key);
      if (same) same.push(word);
      else this.#bySkeleton.set(key, [word]);
      best.set(key, Math.min(cost, best.get(key) ?? Number.POSITIVE_INFINITY));
    });
    this.trie = new Trie(best);
  }

  /** Cost of a word, or undefined where the lexicon does not have it. */
  cost(word: string): number | undefined {
    return this.#costs.get(word);
  }

  /** Words that differ from a skeleton in tone-class marks only. */
  variants(key: string): readonly string[] {
    return this.#bySkeleton.get(key) ?? [];
  }

  /** The words as they are in the trie, without their tone-class marks; as many as `words`, in their order. */
  get skeletons(): readonly string[] {
    this.#skeletons ??= this.words.map(skeleton);
    return this.#skeletons;
  }

  /** Indices of the words whose skeletons begin with some letters and go on behind them. */
  wordsBeginning(letters: string): number[] {
    this.#byBeginning ??= new SortedKeys(this.skeletons);
    return this.#byBeginning.longerThan(letters);
  }

  /** Indices of the words whose skeletons end with some letters and begin before them. */
  wordsEnding(letters: string): number[] {
    this.#byEnding ??= new SortedKeys(this.skeletons.map(reversed));
    return this.#byEnding.longerThan(reversed(letters));
  }

  /** Cuts a folded run of Thai letters into words; a phrase that no word covers is cut at every place that allows it. */
  segment(run: string): readonly Segment[] {
    const known = this.#cut.get(run);
    if (known) return known;
    const { text, origin } = stripTones(run);
    const segments = this.#cheapest(text).map((segment) => ({
      ...segment,
      start: origin[segment.start] as number,
      end: origin[segment.end] as number,
    }));
    // Pages repeat much of each other; what was cut long ago is not worth its memory.
    if (this.#cut.size >= MOST_REMEMBERED) this.#cut.clear();
    this.#cut.set(run, segments);
    return segments;
  }

  #cheapest(text: string): Segment[] {
    const length = text.length;
    const cost = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(length + 1);
    const known = new Uint8Array(length + 1);
    cost[0] = 0;
    const relax = (start: number, end: number, price: number, isKnown: 0 | 1) => {
      const total = (cost[start] as number) + price;
      if (total >= (cost[end] as number)) return;
      cost[end] = total;
      from[end] = start;
      known[end] = isKnown;
    };
    const breaksAt = (at: number) =>
      at === length || mayBreak(text.charCodeAt(at - 1), text.charCodeAt(at));
    for (let start = 0; start < length; start++) {
      if (cost[start] === Number.POSITIVE_INFINITY) continue;
      let node = 0;
      for (let end = start + 1; end <= length; end++) {
        node = this.trie.child(node, text.charCodeAt(end - 1));
        if (node < 0) break;
        const price = this.trie.cost(node);
        if (price > 0 && breaksAt(end)) relax(start, end, price, 1);
      }
      let end = start + 1;
      while (!breaksAt(end)) end++;
      relax(start, end, UNKNOWN_COST + UNKNOWN_COST_PER_UNIT * (end - start), 0);
    }
    const segments: Segment[] = [];
    for (let end = length; end > 0; end = from[end] as number) {
      const start = from[end] as number;
      const price = (cost[end] as number) - (cost[start] as number);
      segments.push({ start, end, known: known[end] === 1, cost: price });
    }
    return segments.reverse();
  }
}
