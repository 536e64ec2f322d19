import { languageWords } from './language.ts';
import { isDependent, type Lexicon, mayBreak } from './lexicon.ts';
import type { Trie } from './trie.ts';

/** Letters that sound or look alike, or share a key: taking one for another is the likeliest slip. */
const CONFUSED = [
  'ศษส',
  'ณน',
  'ฏฎตด',
  'ฑทธฐถ',
  'ใไ',
  'รล',
  'ญย',
  'ขคฆฃฅ',
  'ภพผ',
  'ฟฝ',
  'ชซฉ',
  'หฟ',
  'ิีึื',
  'ุู',
  'ะา',
  'บป',
  'แเ',
  'จฉ',
  'ๆไ',
  'กด',
  'สว',
  'นรลย',
  'มท',
];
const confusedWith = new Map<string, Set<string>>();
for (const group of CONFUSED) {
  for (const a of group) {
    const others = confusedWith.get(a) ?? new Set();
    for (const b of group) if (b !== a) others.add(b);
    confusedWith.set(a, others);
  }
}

/**
 * How freely slips are corrected. Carefully: in words of some length, never in the first letter of a run, which is nearly
 * always right. Boldly: in short words and in the first letter as well, where the run has letters enough not to be a name
 * or an abbreviation; what comes of that is to be believed only where pages confirm it. Tried: in any word, to see which
 * of the readings has pages.
 */
export type CorrectionMode = 'careful' | 'bold' | 'tried';

// Costs in the lexicon's unit, tenths of -ln(probability).
/** What a slip costs. */
export const SLIP = 70;
const LIKELY_SLIP = 45;
const SHORTEST_CAREFULLY = 4;
const SHORTEST_BOLDLY = 3;
const SHORTEST_TRIED = 2;
const BOLDLY_FROM = 8;
/** A word that no page has as one is rarely what was meant. */
const SHORTEST_OF_LANGUAGE = 5;
const TWO_SLIPS_FROM = 6;
const UNKNOWN = 180;
const UNKNOWN_PER_UNIT = 20;

/** Tidied text has แ for two เ. */
const AE = '\u0E41';
const E = 0x0e40;

interface Step {
  readonly from: number;
  readonly cost: number;
  /** The word read here; null for a phrase that no word explains. */
  readonly word: string | null;
  readonly slips: number;
  /** Whether its slips are of letters that sound or look alike. */
  readonly likely: boolean;
  /** The words read here, where two letters were exchanged over the border of two. */
  readonly words?: readonly string[];
}

/** A step with its end. */
export type ReadStep = Step & { readonly to: number };

const shortestOf = (correcting: CorrectionMode | null, bold: boolean): number => {
  if (correcting === 'tried') return SHORTEST_TRIED;
  return bold ? SHORTEST_BOLDLY : SHORTEST_CAREFULLY;
};

type Relax = (
  to: number,
  cost: number,
  word: string | null,
  slips?: number,
  price?: number,
) => void;

/**
 * The likeliest reading of a run of Thai letters as words with slips of the finger in them (noisy channel): the cheapest
 * path through words of the lexicon, where a letter left out, put in, replaced, or two exchanged cost extra.
 */
export class NoisyReader {
  readonly #lexicon: Lexicon;
  readonly #correcting: CorrectionMode | null;

  /** Without a way of correcting it reads words without slips alone. */
  constructor(lexicon: Lexicon, correcting: CorrectionMode | null) {
    this.#lexicon = lexicon;
    this.#correcting = correcting;
  }

  /** Steps of the cheapest path and its cost; offsets are into the tone-stripped run. */
  read(text: string): { steps: ReadStep[]; cost: number } {
    const best: (Step | undefined)[] = new Array(text.length + 1);
    best[0] = { from: -1, cost: 0, word: null, slips: 0, likely: false };
    for (let start = 0; start < text.length; start++) {
      const here = best[start];
      if (!here) continue;
      this.#edges(text, start, (to, cost, word, slips = 0, price = 0) => {
        const total = here.cost + cost + price;
        const likely = slips > 0 && price <= slips * LIKELY_SLIP;
        if (!best[to] || total < (best[to] as Step).cost)
          best[to] = { from: start, cost: total, word, slips, likely };
      });
    }
    const steps: ReadStep[] = [];
    for (let to = text.length; to > 0; ) {
      const step = best[to] as Step;
      steps.push({ ...step, to });
      to = step.from;
    }
    return { steps: steps.reverse(), cost: (best[text.length] as Step).cost };
  }

  /** Everything that may be at a place of a text, words with slips and a phrase that no word explains. */
  #edges(text: string, start: number, relax: Relax): void {
    const breaksAt = (at: number) =>
      at === 0 || at === text.length || mayBreak(text.charCodeAt(at - 1), text.charCodeAt(at));
    if (breaksAt(start)) {
      let end = start + 1;
      while (!breaksAt(end)) end++;
      relax(end, UNKNOWN + UNKNOWN_PER_UNIT * (end - start), null);
    }
    // Common words that no page has are nobody's slips.
    const isHeadless = isDependent(text.charCodeAt(start));
    for (const trie of [this.#lexicon.trie, languageWords()])
      this.#words(trie, text, start, isHeadless, relax);
  }

  #words(trie: Trie, text: string, start: number, isHeadless: boolean, relax: Relax): void {
    const bold =
      this.#correcting === 'tried' || (this.#correcting === 'bold' && text.length >= BOLDLY_FROM);
    const ofPages = shortestOf(this.#correcting, bold);
    const shortest = trie === this.#lexicon.trie ? ofPages : SHORTEST_OF_LANGUAGE;
    const walk = (node: number, at: number, word: string, slips: number, price: number) => {
      const cost = trie.cost(node);
      const longEnough = word.length >= (slips === 2 ? TWO_SLIPS_FROM : shortest);
      if (cost > 0 && at > start && (slips === 0 || longEnough))
        relax(at, cost, word, slips, price);
      const unit = at < text.length ? text.charCodeAt(at) : -1;
      // A word begins with a mark or a vowel that hangs on a letter only where that letter was left out or replaced.
      const headless = word.length === 0 && isHeadless;
      const exact = unit >= 0 && !headless ? trie.child(node, unit) : -1;
      if (exact >= 0) walk(exact, at + 1, word + text[at], slips, price);
      const allowed =
        this.#correcting !== null &&
        (slips === 0 ||
          (slips === 1 && this.#correcting !== 'tried' && word.length >= TWO_SLIPS_FROM - 2));
      if (!allowed || (!bold && word.length === 0 && start === 0)) return;
      for (const [other, child] of trie.children(node)) {
        const letter = String.fromCharCode(other);
        if (unit >= 0 && other !== unit) {
          const likely = confusedWith.get(text[at] as string)?.has(letter);
          walk(child, at + 1, word + letter, slips + 1, price + (likely ? LIKELY_SLIP : SLIP));
        }
        walk(child, at, word + letter, slips + 1, price + SLIP);
      }
      // What was read as one letter is a key that was pressed twice, the second time in place of another one.
      const pressed = text[at] === AE ? trie.child(node, E) : -1;
      if (pressed >= 0) {
        for (const [other, child] of trie.children(pressed))
          walk(
            child,
            at + 1,
            `${word}\u0E40${String.fromCharCode(other)}`,
            slips + 1,
            price + SLIP,
          );
      }
      const swapped =
        unit >= 0 && at + 1 < text.length ? trie.child(node, text.charCodeAt(at + 1)) : -1;
      const then = swapped >= 0 ? trie.child(swapped, unit) : -1;
      if (then >= 0)
        walk(then, at + 2, word + text[at + 1] + text[at], slips + 1, price + LIKELY_SLIP);
      if (unit < 0 || headless) return;
      walk(node, at + 1, word, slips + 1, price + (text[at] === text[at - 1] ? LIKELY_SLIP : SLIP));
    };
    walk(0, start, '', 0, 0);
  }

  /** What the cheapest reading without slips costs up to each place of a text, and from each place on. */
  #plainCosts(text: string): { until: Float64Array; from: Float64Array } {
    const until = new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY);
    const edges: { start: number; to: number; cost: number }[] = [];
    const plain = new NoisyReader(this.#lexicon, null);
    for (let start = 0; start < text.length; start++)
      plain.#edges(text, start, (to, cost) => edges.push({ start, to, cost }));
    until[0] = 0;
    for (const { start, to, cost } of edges)
      until[to] = Math.min(until[to] as number, (until[start] as number) + cost);
    from[text.length] = 0;
    for (const { start, to, cost } of edges.reverse())
      from[start] = Math.min(from[start] as number, (from[to] as number) + cost);
    return { until, from };
  }

  /** Readings with two letters exchanged that belong to words side by side. */
  *#exchanged(text: string): Generator<ReadStep> {
    const plain = new NoisyReader(this.#lexicon, null);
    for (let at = 0; at + 1 < text.length; at++) {
      if (text[at] === text[at + 1]) continue;
      const other = `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
      const { steps, cost } = plain.read(other);
      const first = steps.findIndex(({ to }) => to > at);
      const [left, right] = [steps[first], steps[first + 1]];
      if (!left || !right || left.to !== at + 1 || !left.word || !right.word) continue;
      yield {
        from: left.from,
        to: right.to,
        cost: cost + LIKELY_SLIP,
        word: left.word + right.word,
        slips: 1,
        likely: true,
        words: [left.word, right.word],
      };
    }
  }

  /** The likeliest readings with one slip in one word or between two, the rest as it is written; the likeliest first. */
  singleSlips(text: string, most: number): ReadStep[] {
    const { until, from } = this.#plainCosts(text);
    const found = new Map<string, ReadStep>();
    for (let start = 0; start < text.length; start++) {
      const before = until[start] as number;
      if (before === Number.POSITIVE_INFINITY) continue;
      this.#edges(text, start, (to, cost, word, slips = 0, price = 0) => {
        const total = before + cost + price + (from[to] as number);
        if (slips !== 1 || word === null || total === Number.POSITIVE_INFINITY) return;
        const reading = text.slice(0, start) + word + text.slice(to);
        if (total >= (found.get(reading)?.cost ?? Number.POSITIVE_INFINITY)) return;
        const likely = price <= LIKELY_SLIP;
        found.set(reading, { from: start, to, cost: total, word, slips, likely });
      });
    }
    for (const step of this.#exchanged(text)) {
      const reading = text.slice(0, step.from) + step.word + text.slice(step.to);
      if (step.cost < (found.get(reading)?.cost ?? Number.POSITIVE_INFINITY))
        found.set(reading, step);
    }
    return [...found.values()]
      .sort(
        (a, b) =>
          a.cost - b.cost || a.from - b.from || ((a.word as string) < (b.word as string) ? -1 : 1),
      )
      .slice(0, most);
  }
}
