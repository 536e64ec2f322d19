import { firstLetter, lastLetter, type Side } from './adjacency.ts';
import { type Lexicon, mayBreak, stripTones } from './lexicon.ts';
import type { Phrase } from './query-places.ts';
import { cutThai } from './tokens.ts';
import { type Alternative, wordAlternatives } from './unit.ts';

/**
 * One way in which the pages may have cut a phrase of Thai: for each place the words that may be there. The first
 * may begin before the phrase and the last end behind it, as what people type rarely begins and ends where the words
 * of a page do.
 */
export interface Segmentation {
  readonly parts: readonly Part[];
  /** Cost in the unit of the lexicon: the likelier, the lower. */
  readonly cost: number;
}

export interface Part {
  readonly words: readonly Alternative[];
  /** Whether other, rarer words may be there as well. */
  readonly open: boolean;
  /** Of a word that is cut short: what it must show to the word next to it. */
  readonly edge?: PartEdge;
  /** Whether a space or a sign comes before it. */
  readonly apart?: boolean;
}

/** How the letters of a word that was cut short are seen from the word next to them. */
export interface PartEdge {
  /** On which side of that word they are. */
  readonly side: Side;
  /** Code of the letter that touches it. */
  readonly letter: number;
  /** How many letters there are, tone marks aside. */
  readonly length: number;
}

interface Word {
  readonly word: string;
  readonly cost: number;
}

/** An edge of a phrase: how many of its letters the words there share with it, and the words. */
interface Edge {
  readonly length: number;
  /** These letters as typed, tone marks and all. */
  readonly typed: string;
  readonly words: readonly Word[];
  /** Whether there are more of them. */
  readonly open: boolean;
  readonly cost: number;
}

/** No word is cut here. */
const WHOLE: Edge = { length: 0, typed: '', words: [], open: false, cost: 0 };

const LONGEST_EDGE = 26;
const LONGEST = 48;
const MOST_READINGS = 6;
/** A segmentation this much dearer than the best (a hundredth as likely) is left out. */
const TOO_DEAR = 46;
const MOST_ENDING = 5;
const MOST_BEGINNING = 8;
const MOST_AROUND = 8;
const SHORTEST_AROUND = 3;
/** How well a word serves that has more letters than were typed. */
const WIDER_WORD = 0.9;
const OTHER_TONES = 0.6;
/** How much dearer a word is that has other tone marks than were typed. */
const OTHER_TONES_COST = 20;
/** Share of the occurrences of an edge's words that is fetched; the rare rest costs more than it finds. */
const ENOUGH = 0.92;

const likelihood = (cost: number): number => Math.exp(-cost / 10);

const likeliest = (
  words: readonly Word[],
  most: number,
): { words: Word[]; open: boolean; cost: number } => {
  const sorted = [...words].sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
  const total = sorted.reduce((sum, { cost }) => sum + likelihood(cost), 0);
  let seen = 0;
  const kept: Word[] = [];
  for (const word of sorted) {
    if (kept.length >= most || seen > ENOUGH * total) break;
    kept.push(word);
    seen += likelihood(word.cost);
  }
  return { words: kept, open: kept.length < sorted.length, cost: -10 * Math.log(total) };
};

/** Edges of a tone-stripped phrase, by how many of its letters they take. */
const edgesOf = (
  text: string,
  raw: (from: number, to: number) => string,
  lexicon: Lexicon,
  side: 'start' | 'end',
): Edge[] => {
  const longest = Math.min(LONGEST_EDGE, text.length - 1);
  const edges: Edge[] = [];
  for (let length = 1; length <= longest; length++) {
    const at = side === 'start' ? length : text.length - length;
    if (!mayBreak(text.charCodeAt(at - 1), text.charCodeAt(at))) continue;
    const indices =
      side === 'start'
        ? lexicon.wordsEnding(text.slice(0, at))
        : lexicon.wordsBeginning(text.slice(at));
    if (indices.length === 0) continue;
    const typed = side === 'start' ? raw(0, at) : raw(at, text.length);
    const words = indices.map((index): Word => {
      const word = lexicon.words[index] as string;
      const cost = lexicon.cost(word) as number;
      const isTyped = side === 'start' ? word.endsWith(typed) : word.startsWith(typed);
      return { word, cost: isTyped ? cost : cost + OTHER_TONES_COST };
    });
    const most = side === 'start' ? MOST_ENDING : MOST_BEGINNING;
    edges.push({ length, typed, ...likeliest(words, most) });
  }
  return edges;
};

const partOf = (key: string): Part => ({ words: [{ key, weight: 1 }], open: false });

/** Words of which the whole phrase is a part. */
const wordsAround = (
  text: string,
  lexicon: Lexicon,
  { openStart, openEnd }: Pick<Required<SegmentationOptions>, 'openStart' | 'openEnd'>,
): Word[] => {
  if (text.length < SHORTEST_AROUND || !(openStart || openEnd)) return [];
  const isPart = (key: string): boolean => {
    if (openStart && openEnd) return key.includes(text);
    return openStart ? key.endsWith(text) : key.startsWith(text);
  };
  return lexicon.skeletons.flatMap((key, index) => {
    if (key.length <= text.length || !isPart(key)) return [];
    const word = lexicon.words[index] as string;
    return [{ word, cost: lexicon.cost(word) as number }];
  });
};

export interface SegmentationOptions {
  /** Whether words of other tone marks are left out. */
  readonly exact?: boolean;
  /** Whether the phrase may begin, and end, inside a word. */
  readonly openStart?: boolean;
  readonly openEnd?: boolean;
}

/**
 * The likeliest ways in which pages may have cut a folded phrase of Thai letters; the first is as the phrase itself is
 * cut, unless it is far from likely. A very long one has that only: its many words are selective enough.
 */
export const segmentationsOf = (
  phrase: string,
  lexicon: Lexicon,
  { exact = false, openStart = true, openEnd = true }: SegmentationOptions = {},
): Segmentation[] => {
  const word = (term: string): Part => ({
    ...partOf(term),
    ...(!exact && { words: wordAlternatives(term, lexicon) }),
  });
  const wider = (words: readonly Word[], typed: string, open: boolean, edge?: PartEdge): Part => ({
    ...(edge && !exact && { edge }),
    words: words.flatMap(({ word: key }) => {
      if (key.includes(typed)) return [{ key, weight: WIDER_WORD }];
      return exact ? [] : [{ key, weight: OTHER_TONES }];
    }),
    open: open && !exact,
  });
  const edgePart = ({ words, typed, open, length }: Edge, side: Side): Part => {
    const letter = side === 'before' ? lastLetter(typed) : firstLetter(typed);
    return wider(words, typed, open, { side, letter, length });
  };
  const wordsOf = (text: string) =>
    cutThai(text, lexicon).map(({ start, end, cost }) => ({
      part: word(text.slice(start, end)),
      cost,
    }));
  const readingOf = (start: Edge, middle: string, end: Edge): Segmentation => {
    const cut = middle === '' ? [] : wordsOf(middle);
    return {
      cost: cut.reduce((sum, { cost }) => sum + cost, start.cost + end.cost),
      parts: [
        ...(start.length > 0 ? [edgePart(start, 'before')] : []),
        ...cut.map(({ part }) => part),
        ...(end.length > 0 ? [edgePart(end, 'behind')] : []),
      ],
    };
  };
  const own = readingOf(WHOLE, phrase, WHOLE);
  if (phrase.length > LONGEST) return [own];
  const { text, origin } = stripTones(phrase);
  const raw = (from: number, to: number) => phrase.slice(origin[from], origin[to]);
  const starts = openStart ? edgesOf(text, raw, lexicon, 'start') : [];
  const ends = openEnd ? edgesOf(text, raw, lexicon, 'end') : [];
  const segmentations: Segmentation[] = [];
  for (const start of [WHOLE, ...starts]) {
    for (const end of [WHOLE, ...ends]) {
      const to = text.length - end.length;
      if (start.length > to || start.length + end.length === 0) continue;
      segmentations.push(readingOf(start, raw(start.length, to), end));
    }
  }
  const around = wordsAround(text, lexicon, { openStart, openEnd });
  if (around.length > 0) {
    const { words, cost } = likeliest(around, MOST_AROUND);
    segmentations.push({ cost, parts: [wider(words, phrase, false)] });
  }
  const best = Math.min(own.cost, ...segmentations.map(({ cost }) => cost));
  const others = segmentations
    .filter(
      ({ cost, parts }) => cost <= best + TOO_DEAR && parts.every(({ words }) => words.length > 0),
    )
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_READINGS - 1);
  return own.cost <= best + TOO_DEAR ? [own, ...others] : [...others, own];
};

/**
 * The segmentations of several phrases side by side, such as a quoted phrase with spaces in it. Only where it
 * begins and where it ends may it cut a word.
 */
export const segmentationsOfAll = (
  phrases: readonly Phrase[],
  lexicon: Lexicon,
  exact: boolean,
): Segmentation[] => {
  let all: Segmentation[] = [{ parts: [], cost: 0 }];
  for (const [index, { text, script }] of phrases.entries()) {
    const segmentations =
      script === 'thai'
        ? segmentationsOf(text, lexicon, {
            exact,
            openStart: index === 0,
            openEnd: index === phrases.length - 1,
          })
        : [{ parts: [partOf(text.replaceAll(',', ''))], cost: 0 }];
    const apart = (parts: readonly Part[]) =>
      parts.map((part, place) => (index > 0 && place === 0 ? { ...part, apart: true } : part));
    all = all
      .flatMap((before) =>
        segmentations.map((segmentation) => ({
          parts: [...before.parts, ...apart(segmentation.parts)],
          cost: before.cost + segmentation.cost,
        })),
      )
      .sort((a, b) => a.cost - b.cost)
      .slice(0, exact ? MOST_READINGS * MOST_READINGS : MOST_READINGS);
  }
  return all;
};
