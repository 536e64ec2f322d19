import type { PageSection } from '../search/document.ts';
import {
  type Asked,
  cutText,
  type Excerpt,
  excerptOf,
  type MarkedText,
  markText,
} from '../search/excerpt.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { StoredPage } from '../search/stored-page.ts';
import { anchoredAddress } from './address.ts';
import type { Anchor, Fragment, SubResult, WordLocation } from './types.ts';

/** Parts words from each other in `raw_content`, as Pagefind does for languages without spaces. */
const WORD_BREAK = '\u200B';
/** UTF-16 units that a word of an excerpt stands for: Pagefind counts words, our excerpts are cut by length. */
const UNITS_A_WORD = 6;
const NOTHING_ASKED: Asked = { units: [], phrases: [] };

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** What a fragment is made with. */
export interface FragmentSettings {
  /** Words of an excerpt. */
  readonly excerptLength: number;
  readonly excerptEllipsis: string;
  /** Address that the page is reached at. */
  readonly url: string;
  readonly filters: Record<string, string[]>;
  readonly meta: Record<string, string>;
}

const excerptHtml = (
  { parts, cutBefore, cutAfter }: Excerpt,
  ellipsis: string,
): Pick<Fragment, 'excerpt' | 'plain_excerpt'> => {
  const sign = escapeHtml(ellipsis);
  const around = (html: string) => `${cutBefore ? sign : ''}${html.trim()}${cutAfter ? sign : ''}`;
  const html = parts.map(({ text }) => escapeHtml(text));
  return {
    excerpt: around(
      html.map((text, at) => (parts[at]?.marked ? `<mark>${text}</mark>` : text)).join(''),
    ),
    plain_excerpt: around(html.join('')),
  };
};

/** A section with where its heading begins and its text ends. */
interface Range {
  readonly section: PageSection | null;
  readonly from: number;
  readonly text: number;
  to: number;
}

/** Where the heading of a section begins: on the line before its text. */
const headingStart = (text: string, { start, title }: PageSection): number => {
  const end = text[start - 1] === '\n' ? start - 1 : Math.min(start, text.length);
  const begin = text.lastIndexOf('\n', end - 1) + 1;
  return text.slice(begin, end).trim() === title ? begin : Math.min(start, text.length);
};

/** The text before the first heading, and each section. */
const rangesOf = (text: string, sections: readonly PageSection[]): Range[] => {
  const ranges: Range[] = [{ section: null, from: 0, text: 0, to: text.length }];
  for (const section of sections) {
    const from = headingStart(text, section);
    (ranges.at(-1) as Range).to = from;
    ranges.push({ section, from, text: Math.min(section.start, text.length), to: text.length });
  }
  return ranges;
};

/** Weights of headings as Pagefind has them: 7 for h1 down to 2 for h6. */
const headingWeight = (level: number): number => 8 - level;

/** Index of the word that an offset is in or before. */
const wordAt = ({ tokens }: MarkedText, offset: number): number => {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as { end: number }).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

const LONGEST_COUNTED = 12;

const locationsOf = (marked: MarkedText, ranges: readonly Range[]): WordLocation[] => {
  const found = new Map<number, WordLocation>();
  let range = 0;
  for (const { start, end } of marked.marks) {
    while (start >= (ranges[range + 1]?.from ?? Number.POSITIVE_INFINITY)) range++;
    const { section, text } = ranges[range] as Range;
    const weight = section?.level && start < text ? headingWeight(section.level) : 1;
    const balanced_score = weight * weight * Math.min(LONGEST_COUNTED, end - start);
    for (let word = wordAt(marked, start); (marked.tokens[word]?.start ?? end) < end; word++) {
      const known = found.get(word);
      if (!known || known.balanced_score < balanced_score)
        found.set(word, { weight, balanced_score, location: word });
    }
  }
  return [...found.values()].sort((a, b) => a.location - b.location);
};

const rawContent = (text: string, { tokens }: MarkedText): string => {
  const words = tokens.map(({ start }, at) =>
    text.slice(at === 0 ? 0 : start, tokens[at + 1]?.start ?? text.length),
  );
  return (words.length > 0 ? words : [text])
    .map((word) => escapeHtml(word.replace(/\s+/g, ' ')))
    .join(WORD_BREAK);
};

const anchorOf = ({ section, from }: Range, marked: MarkedText): Anchor | null =>
  section && {
    element: `h${section.level ?? 2}`,
    id: section.id,
    text: section.title,
    location: wordAt(marked, from),
  };

/** The ranges that answer best: those with half of what was asked, or the best where none has. */
const answeringRanges = (
  ranges: readonly Range[],
  { marks }: MarkedText,
  asked: number,
): Range[] => {
  const counted = ranges.map((range) => {
    const inside = marks.filter(({ start }) => start >= range.from && start < range.to);
    return { range, units: new Set(inside.map(({ unit }) => unit)).size };
  });
  const most = Math.max(0, ...counted.map(({ units }) => units));
  const bar = Math.min(most, Math.ceil(Math.min(asked, 6) / 2));
  return counted.flatMap(({ range, units }) => (units > 0 && units >= bar ? [range] : []));
};

/** What a result shows of a page, in Pagefind's shape; `asked` is null where it was listed without a query. */
export const fragmentOf = (
  { url: raw_url, title, text, sections }: StoredPage,
  asked: Asked | null,
  lexicon: Lexicon,
  { excerptLength, excerptEllipsis, url, filters, meta }: FragmentSettings,
): Fragment => {
  const query = asked ?? NOTHING_ASKED;
  const marked = markText(cutText(text, lexicon), query);
  const ranges = rangesOf(text, sections);
  const weighted = locationsOf(marked, ranges);
  const length = Math.round(excerptLength * UNITS_A_WORD);
  const excerptIn = (from: number, to: number) =>
    excerptHtml(excerptOf(text, marked, from, to, length), excerptEllipsis);
  const subResult = (range: Range): SubResult => {
    const anchor = anchorOf(range, marked);
    const [from, to] = [wordAt(marked, range.from), wordAt(marked, range.to)];
    const own = weighted.filter(({ location }) => location >= from && location < to);
    const begin = range.text < range.to ? range.text : range.from;
    return {
      title: range.section?.title ?? meta.title ?? title,
      url: anchor ? anchoredAddress(meta.url ?? url, anchor.id) : (meta.url ?? url),
      ...(anchor && { anchor }),
      locations: own.map(({ location }) => location),
      weighted_locations: own,
      ...excerptIn(begin, range.to),
    };
  };
  const required = query.units.filter((unit) => unit.required).length;
  return {
    url,
    raw_url,
    content: text.replace(/\s+/g, ' '),
    raw_content: rawContent(text, marked),
    word_count: marked.tokens.length,
    filters,
    meta,
    anchors: ranges.flatMap((range) => anchorOf(range, marked) ?? []),
    locations: weighted.map(({ location }) => location),
    weighted_locations: weighted,
    ...excerptIn(0, text.length),
    sub_results: answeringRanges(ranges, marked, required).map(subResult),
  };
};
