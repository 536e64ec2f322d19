import { readRuns } from './runs.ts';
import { PAGE_BREAK, type Story } from './story.ts';
import { factsOf, type StyleFacts } from './styles.ts';
import { childOf, valueIn, type XmlElement } from './xml.ts';

/** What is left of a line of a header when its page number is taken out, and says nothing without it. */
const ONLY_PAGE = /^(?:[\s\p{P}\d๐-๙]|หน้า(?:ที่)?|จาก|ของ|ที่|แผ่น|page|of)*$/iu;

/** Lines of a text in which page breaks stand, each break on a line of its own. */
const linesOf = (text: string): string[] => {
  const pages = text.split('\f');
  return pages.flatMap((page, index) => {
    const lines = page.split('\n');
    if (pages.length === 1) return lines;
    const own = page === '' ? [] : lines;
    return index === 0 ? own : [PAGE_BREAK, ...own];
  });
};

/** The number that a list gives a paragraph; a style's list has a level for each style. */
const numberFor = (
  own: StyleFacts,
  style: StyleFacts,
  lineage: readonly string[],
  { lists }: Story,
): string => {
  const numId = own.numId ?? style.numId;
  if (numId === undefined || numId === '0') return '';
  if (own.numId !== undefined) return lists.next(numId, own.level ?? 0);
  const level = own.level ?? lists.levelOfStyle(numId, lineage) ?? style.level ?? 0;
  return lists.next(numId, level);
};

/**
 * The lines of a paragraph as printed: text boxes that hang on it first, then its own text behind the number that its list
 * gives it. A paragraph of an instruction of a field has no line.
 */
export const paragraphLines = (paragraph: XmlElement, story: Story): string[] => {
  const properties = childOf(paragraph, 'w:pPr');
  const styleId = valueIn(childOf(properties, 'w:pStyle'));
  const style = story.styles.paragraph(styleId);
  const own = factsOf(properties, undefined);
  const startsInstruction = story.fields.isInstruction();
  const { text, boxes, hasPageNumber, hasHidden } = readRuns(
    paragraph,
    story,
    style.isHidden === true,
  );
  if (startsInstruction && story.fields.isInstruction() && text === '') return [...boxes];
  if (style.isHidden && hasHidden && text === '') return [...boxes];
  if (hasPageNumber && ONLY_PAGE.test(text)) return [...boxes];
  const number = numberFor(own, style, story.styles.lineage(styleId), story);
  story.spend(number.length + text.length + 1);
  const indent = (own.isIndented ?? style.isIndented) && /^\S/.test(number + text) ? '\t' : '';
  const lines = linesOf(indent + number + text);
  const breaksBefore = own.breaksBefore ?? style.breaksBefore;
  return [...(breaksBefore ? [PAGE_BREAK] : []), ...boxes, ...lines];
};
