import type { PageSection } from './document.ts';
import { type Lexicon, mayBreak } from './lexicon.ts';
import { fold } from './normalise.ts';
import type { Query } from './query.ts';
import type { Tokens } from './token.ts';
import { tokenise } from './tokens.ts';
import type { Unit } from './unit.ts';

/** A phrase of text, marked where it answers the query. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

export interface Excerpt {
  readonly parts: readonly ExcerptPart[];
  /** Whether text of the page comes before and behind. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A section that answers the query, with its best lines. */
export interface SectionExcerpt {
  readonly section: PageSection;
  readonly excerpt: Excerpt;
}

/** What marking a text needs of a query. */
export type Asked = Pick<Query, 'units' | 'phrases'>;

const SHORTEST_LITERAL = 3;

/** A range of a text that answers the unit of that number. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly unit: number;
}

/** A page's stored text with its words, which are the same whatever the query. */
export interface CutText extends Tokens {
  readonly text: string;
  readonly folded: string;
}

/** Cuts a page's stored text into words by the lexicon of its index. */
export const cutText = (text: string, lexicon: Lexicon): CutText => {
  const folded = fold(text);
  return { text, folded, ...tokenise(folded, lexicon) };
};

/** The words of a text, and which ranges of it answer a query; both in order. */
export interface MarkedText {
  readonly tokens: Tokens['tokens'];
  readonly marks: readonly Mark[];
}

const allUnits = (units: readonly Unit[]): Unit[] =>
  units.flatMap((unit) => [unit, ...allUnits(unit.fallback)]);

const marksOf = ({ tokens, compounds }: Tokens, units: readonly Unit[]): Mark[] => {
  const unitOf = new Map<string, number>();
  allUnits(units).forEach(({ alternatives }, unit) => {
    for (const { key } of alternatives) if (!unitOf.has(key)) unitOf.set(key, unit);
  });
  const marks: Mark[] = [];
  for (const { start, end, term } of tokens) {
    const unit = unitOf.get(term);
    if (unit !== undefined) marks.push({ start, end, unit });
  }
  for (const { first, last, keys, wider } of compounds) {
    const unit = [...keys, ...wider]
      .map((key) => unitOf.get(key))
      .find((found) => found !== undefined);
    const [from, to] = [tokens[first], tokens[last]];
    if (unit !== undefined && from && to) marks.push({ start: from.start, end: to.end, unit });
  }
  return marks;
};

/** Where the phrases of the query are, letter for letter, even inside longer words. */
const literalMarks = (folded: string, { units, phrases }: Asked): Mark[] =>
  phrases.flatMap(({ text, first }) => {
    const unit = Math.max(
      0,
      units.findIndex(({ place }) => place === first),
    );
    const marks: Mark[] = [];
    if (text.length < SHORTEST_LITERAL) return marks;
    for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + 1)) {
      const end = start + text.length;
      // No letter is parted from its marks.
      const whole = [start, end].every((at) =>
        mayBreak(folded.charCodeAt(at - 1), folded.charCodeAt(at)),
      );
      if (whole) marks.push({ start, end, unit });
    }
    return marks;
  });

/** The phrase of at most `length` units with the most different units of the query, longer words counting more. */
const bestStart = (marks: readonly Mark[], length: number): number => {
  let best = { start: marks[0]?.start ?? 0, worth: -1 };
  marks.forEach(({ start }, index) => {
    const seen = new Map<number, number>();
    for (
      let next = index;
      next < marks.length && (marks[next] as Mark).end <= start + length;
      next++
    ) {
      const mark = marks[next] as Mark;
      seen.set(mark.unit, Math.max(seen.get(mark.unit) ?? 0, Math.min(12, mark.end - mark.start)));
    }
    const worth = [...seen.values()].reduce((sum, size) => sum + size, 0);
    if (worth > best.worth) best = { start, worth };
  });
  return best.start;
};

const BEFORE = 40;

/** Finds what answers a query in a text. */
export const markText = (cut: CutText, query: Asked): MarkedText => {
  const required = query.units.filter(({ required: wanted }) => wanted);
  const marks = [
    ...marksOf(cut, required),
    ...literalMarks(cut.folded, { units: required, phrases: query.phrases }),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return { tokens: cut.tokens, marks };
};

/** The best lines between two offsets of a text: at most `length` UTF-16 units, cut between words. */
export const excerptOf = (
  text: string,
  { tokens, marks }: MarkedText,
  from: number,
  to: number,
  length: number,
): Excerpt => {
  const inside = marks.filter(({ start, end }) => start >= from && end <= to);
  const before = Math.min(BEFORE, length >> 1);
  const anchor = bestStart(inside, length - before);
  const wished = Math.max(from, Math.min(anchor - before, to - length));
  // Begin and end between words, so that no letter loses its marks.
  const start =
    wished <= from ? from : (tokens.find((token) => token.start >= wished)?.start ?? from);
  const end =
    start + length >= to
      ? to
      : Math.max(tokens.findLast((token) => token.end <= start + length)?.end ?? 0, start);
  const parts: ExcerptPart[] = [];
  let at = start;
  const push = (until: number, marked: boolean) => {
    const piece = text.slice(at, until).replace(/\s+/g, ' ');
    if (piece !== '') parts.push({ text: piece, marked });
    at = until;
  };
  for (const mark of inside) {
    if (mark.start < at || mark.end > end) continue;
    // Words that answer the query side by side are one mark.
    const previous = parts.at(-1);
    if (mark.start > at) push(mark.start, false);
    push(mark.end, true);
    const last = parts.at(-1);
    if (previous?.marked && last && parts.at(-2) === previous) {
      parts.splice(-2, 2, { text: previous.text + last.text, marked: true });
    }
  }
  push(end, false);
  return { parts, cutBefore: start > from, cutAfter: end < to };
};

export interface ExcerptOptions {
  /** Longest excerpt in UTF-16 units. */
  readonly length?: number;
  /** Most sections that are shown under the page. */
  readonly sections?: number;
}

interface Answering {
  readonly section: PageSection;
  readonly end: number;
  /** Different units of the query in it, and marks in all. */
  readonly units: number;
  readonly marks: number;
}

/** Only the rows with most of the query: any row of a table has some. None where that many have as much. */
const withoutCommonRows = (answering: readonly Answering[], most: number): Answering[] => {
  const isRow = ({ section }: Answering): boolean => section.level === undefined;
  const units = Math.max(0, ...answering.filter(isRow).map((one) => one.units));
  const best = answering.filter((one) => isRow(one) && one.units === units);
  const rows = best.length > most ? [] : best;
  return [...answering.filter((one) => !isRow(one)), ...rows];
};

/**
 * The lines of a page that answer a query best, and the sections that do.
 */
export const excerpts = (
  cut: CutText,
  sections: readonly PageSection[],
  query: Asked,
  { length = 180, sections: most = 3 }: ExcerptOptions = {},
): { excerpt: Excerpt; sections: SectionExcerpt[] } => {
  const { text } = cut;
  const marked = markText(cut, query);
  const { marks } = marked;
  const asked = query.units.filter(({ required }) => required).length;
  const excerpt = excerptOf(text, marked, 0, text.length, length);
  const ranges = sections.map((section, index) => ({
    section,
    end: sections[index + 1]?.start ?? text.length,
  }));
  const answering = ranges
    .map(({ section, end }) => {
      const inside = marks.filter((mark) => mark.start >= section.start && mark.end <= end);
      return {
        section,
        end,
        units: new Set(inside.map(({ unit }) => unit)).size,
        marks: inside.length,
      };
    })
    .filter(({ units }) => units > 0 && units * 2 >= Math.min(asked, 6));
  const shown = withoutCommonRows(answering, most)
    .sort((a, b) => b.units - a.units || b.marks - a.marks || a.section.start - b.section.start)
    .slice(0, most)
    .sort((a, b) => a.section.start - b.section.start);
  return {
    excerpt,
    sections: shown.map(({ section, end }) => ({
      section,
      excerpt: excerptOf(text, marked, section.start, end, Math.round(length * 0.6)),
    })),
  };
};
