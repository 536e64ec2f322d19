import { isInterrogative } from './formulas.ts';
import { type Lexicon, mayBreak, stripTones } from './lexicon.ts';
import { skeleton } from './normalise.ts';
import type { Token, Tokens } from './token.ts';
import { tokenise } from './tokens.ts';

/** A word as typed, and as it was taken to be meant. */
export interface Mended {
  readonly from: string;
  readonly to: string;
}

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
  'นรย',
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
 * How freely slips are mended. Carefully: in words of some length, never in the first letter of a run, which is nearly
 * always right. Boldly: in short words and in the first letter as well, where the run has letters enough not to be a name
 * or an abbreviation; what comes of that is to be believed only where pages bear it out.
 */
export type Mending = 'careful' | 'bold';

// Costs in the lexicon's unit, tenths of -ln(probability).
const SLIP = 70;
const LIKELY_SLIP = 45;
const SHORTEST_MENDED = 4;
const SHORTEST_BOLDLY = 3;
const BOLDLY_FROM = 8;
const TWO_SLIPS_FROM = 6;
const UNKNOWN = 180;
const UNKNOWN_PER_UNIT = 20;
const NEEDED_GAIN = 15;

interface Step {
  readonly from: number;
  readonly cost: number;
  /** The word read here; null for a stretch that no word explains. */
  readonly word: string | null;
  readonly slips: number;
}

/**
 * The likeliest reading of a run of Thai letters as words with slips of the finger in them (noisy channel): the cheapest
 * path through words of the lexicon, where a letter left out, put in, replaced, or two exchanged cost extra.
 */
class NoisyReader {
  readonly #lexicon: Lexicon;
  readonly #mending: Mending;

  constructor(lexicon: Lexicon, mending: Mending) {
    this.#lexicon = lexicon;
    this.#mending = mending;
  }

  /** Steps of the cheapest path and its cost; offsets are into the tone-stripped run. */
  read(text: string): { steps: (Step & { to: number })[]; cost: number } {
    const best: (Step | undefined)[] = new Array(text.length + 1);
    best[0] = { from: -1, cost: 0, word: null, slips: 0 };
    const breaksAt = (at: number) =>
      at === 0 || at === text.length || mayBreak(text.charCodeAt(at - 1), text.charCodeAt(at));
    for (let start = 0; start < text.length; start++) {
      const here = best[start];
      if (!here) continue;
      const relax = (to: number, cost: number, word: string | null, slips: number) => {
        const total = here.cost + cost;
        if (!best[to] || total < (best[to] as Step).cost)
          best[to] = { from: start, cost: total, word, slips };
      };
      if (breaksAt(start)) {
        let end = start + 1;
        while (!breaksAt(end)) end++;
        relax(end, UNKNOWN + UNKNOWN_PER_UNIT * (end - start), null, 0);
      }
      this.#words(text, start, breaksAt(start), relax);
    }
    const steps: (Step & { to: number })[] = [];
    for (let to = text.length; to > 0; ) {
      const step = best[to] as Step;
      steps.push({ ...step, to });
      to = step.from;
    }
    return { steps: steps.reverse(), cost: (best[text.length] as Step).cost };
  }

  #words(
    text: string,
    start: number,
    whole: boolean,
    relax: (to: number, cost: number, word: string, slips: number) => void,
  ): void {
    const { trie } = this.#lexicon;
    const bold = this.#mending === 'bold' && text.length >= BOLDLY_FROM;
    const shortest = bold ? SHORTEST_BOLDLY : SHORTEST_MENDED;
    const walk = (node: number, at: number, word: string, slips: number, price: number) => {
      const cost = trie.cost(node);
      const longEnough = word.length >= (slips === 2 ? TWO_SLIPS_FROM : shortest);
      if (cost > 0 && at > start && (slips === 0 || longEnough))
        relax(at, cost + price, word, slips);
      const unit = at < text.length ? text.charCodeAt(at) : -1;
      // A word begins with a mark or a vowel that hangs on a letter only where that letter was left out.
      const headless = word.length === 0 && !whole;
      const exact = unit >= 0 && !headless ? trie.child(node, unit) : -1;
      if (exact >= 0) walk(exact, at + 1, word + text[at], slips, price);
      const allowed = slips === 0 || (slips === 1 && word.length >= TWO_SLIPS_FROM - 2);
      if (!allowed || (!bold && word.length === 0 && start === 0)) return;
      for (const [other, child] of trie.children(node)) {
        const letter = String.fromCharCode(other);
        if (unit >= 0 && other !== unit && !headless) {
          const likely = confusedWith.get(text[at] as string)?.has(letter);
          walk(child, at + 1, word + letter, slips + 1, price + (likely ? LIKELY_SLIP : SLIP));
        }
        walk(child, at, word + letter, slips + 1, price + SLIP);
      }
      if (unit < 0 || headless) return;
      walk(node, at + 1, word, slips + 1, price + (text[at] === text[at - 1] ? LIKELY_SLIP : SLIP));
      const swapped = at + 1 < text.length ? trie.child(node, text.charCodeAt(at + 1)) : -1;
      const then = swapped >= 0 ? trie.child(swapped, unit) : -1;
      if (then >= 0)
        walk(then, at + 2, word + text[at + 1] + text[at], slips + 1, price + LIKELY_SLIP);
    };
    walk(0, start, '', 0, 0);
  }
}

const exactCost = (run: readonly Token[], lexicon: Lexicon): number =>
  run.reduce((sum, { term, known }) => {
    const costs = lexicon.variants(skeleton(term)).map((word) => lexicon.cost(word) as number);
    return (
      sum +
      (known && costs.length > 0
        ? Math.min(...costs)
        : UNKNOWN + UNKNOWN_PER_UNIT * skeleton(term).length)
    );
  }, 0);

/** The commonest word of a skeleton. */
const wordOf = (key: string, lexicon: Lexicon): string =>
  [...lexicon.variants(key)].sort(
    (a, b) => (lexicon.cost(a) as number) - (lexicon.cost(b) as number),
  )[0] ?? key;

const mendThai = (
  run: readonly Token[],
  folded: string,
  lexicon: Lexicon,
  mending: Mending,
): { text: string; mended: Mended[] } | null => {
  const start = (run[0] as Token).start;
  const end = (run.at(-1) as Token).end;
  const raw = folded.slice(start, end);
  if (raw.length > 120) return null;
  const { text, origin } = stripTones(raw);
  const { steps, cost } = new NoisyReader(lexicon, mending).read(text);
  if (!steps.some(({ slips }) => slips > 0) || cost + NEEDED_GAIN > exactCost(run, lexicon))
    return null;
  const mended: Mended[] = [];
  const parts = steps.map(({ from, to, word, slips }) => {
    const typed = raw.slice(origin[from], origin[to]);
    if (slips === 0 || word === null || isInterrogative(typed)) return typed;
    const better = wordOf(word, lexicon);
    mended.push({ from: typed, to: better });
    return better;
  });
  return { text: parts.join(''), mended };
};

const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  let before: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] as number) + 1);
      next.push(value);
    }
    before = row;
    row = next;
  }
  return row[b.length] as number;
};

const mendLatin = (term: string, lexicon: Lexicon): string | null => {
  if (!/^[a-z]{4,}$/.test(term) || lexicon.cost(term) !== undefined) return null;
  const most = term.length >= 8 ? 2 : 1;
  let best: { word: string; score: number } | null = null;
  for (const word of lexicon.words) {
    if (!/^[a-z]/.test(word)) continue;
    const slips = distance(term, word, most);
    if (slips > most) continue;
    const score = slips * SLIP + (lexicon.cost(word) as number);
    if (!best || score < best.score) best = { word, score };
  }
  return best?.word ?? null;
};

/**
 * The tokens of a query with likely slips mended, and what was mended. A Thai run is read anew where words with slips in
 * them explain it clearly better than the words it was cut into; a Latin word where the lexicon has one close to it.
 * Nothing is mended within quotation marks.
 */
export const mendTokens = (
  cut: Tokens,
  folded: string,
  lexicon: Lexicon,
  mending: Mending,
): Tokens & { readonly folded: string; readonly mended: readonly Mended[] } => {
  const mended: Mended[] = [];
  let text = '';
  let copied = 0;
  const replace = (start: number, end: number, by: string) => {
    text += folded.slice(copied, start) + by;
    copied = end;
  };
  const isNamed = (place: number) =>
    cut.compounds.some(({ first, last }) => first <= place && place <= last);
  const inQuotes = (at: number) => (folded.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 1;
  for (let first = 0; first < cut.tokens.length; ) {
    let last = first;
    const token = cut.tokens[first] as Token;
    while (
      cut.tokens[last + 1]?.script === 'thai' &&
      cut.tokens[last + 1]?.start === cut.tokens[last]?.end
    )
      last++;
    if (!inQuotes(token.start)) {
      if (token.script === 'thai') {
        const result = mendThai(cut.tokens.slice(first, last + 1), folded, lexicon, mending);
        if (result) {
          replace(token.start, (cut.tokens[last] as Token).end, result.text);
          mended.push(...result.mended);
        }
      } else if (!isNamed(first)) {
        const better = mendLatin(token.term, lexicon);
        if (better) {
          replace(token.start, token.end, better);
          mended.push({ from: token.term, to: better });
        }
      }
    }
    first = token.script === 'thai' ? last + 1 : first + 1;
  }
  if (mended.length === 0) return { ...cut, folded, mended };
  const better = text + folded.slice(copied);
  return { ...tokenise(better, lexicon), folded: better, mended };
};
