import type { Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import { BUDDHIST_ERA_OFFSET, type IsoDate, MONTH_PATTERN, readThaiDate } from './date.ts';
import { toArabicDigits } from './digits.ts';
import { findLetterNumbers, formatLetterNumber } from './number.ts';
import { findLetterPage, type LetterIndex } from './number-index.ts';

/** Nodes whose text is left alone: already a link, literal, or the source of an address (headings). */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  'link',
  'linkReference',
  'definition',
  'heading',
  'code',
  'inlineCode',
  'html',
  'yaml',
]);

const YEAR = '(?:ปี\\s*)?(?:พ\\.?\\s?ศ\\.?\\s*)?(2[45]\\d\\d)(?!\\d)';
const DATE_AFTER = new RegExp(
  `^[\\s,(]*((?:ลงวันที่|วันที่|ลว\\.?)?\\s*(?:\\d{1,2}\\s*)?${MONTH_PATTERN}\\s*(?:พ\\.?\\s?ศ\\.?\\s*)?(?:\\d{4}|\\d{2})(?!\\d))`,
);
const YEAR_AFTER = new RegExp(`^[\\s,(]*${YEAR}`);
const YEAR_BEFORE = new RegExp(`${YEAR}[\\s,)]*(?:เลข)?(?:ที่)?\\s*$`);

/** The date that stands beside a number, as precise as it is stated; `before` and `after` are in Arabic digits. */
const dateBeside = (before: string, after: string): IsoDate | null => {
  const date = DATE_AFTER.exec(after)?.[1];
  if (date) return readThaiDate(date).value;
  const year = YEAR_AFTER.exec(after)?.[1] ?? YEAR_BEFORE.exec(before)?.[1];
  return year === undefined ? null : String(Number(year) - BUDDHIST_ERA_OFFSET);
};

const linkText = (node: Text, index: LetterIndex, from: string | undefined): PhrasingContent[] => {
  const numbers = findLetterNumbers(node.value);
  if (numbers.length === 0) return [node];
  const digits = toArabicDigits(node.value);
  const pieces: PhrasingContent[] = [];
  let done = 0;
  for (const [at, { start, end, number }] of numbers.entries()) {
    const before = digits.slice(numbers[at - 1]?.end ?? 0, start);
    const after = digits.slice(end, numbers[at + 1]?.start);
    const href = findLetterPage(index, formatLetterNumber(number), dateBeside(before, after));
    if (href === null || href === from) continue;
    if (start > done) pieces.push({ type: 'text', value: node.value.slice(done, start) });
    const shown: Text = { type: 'text', value: node.value.slice(start, end) };
    pieces.push({ type: 'link', url: href, children: [shown] });
    done = end;
  }
  if (done === 0) return [node];
  if (done < node.value.length) pieces.push({ type: 'text', value: node.value.slice(done) });
  return pieces;
};

const isOpen = (node: Nodes): node is Extract<Nodes, Parent> =>
  'children' in node &&
  !LEFT_ALONE.has(node.type) &&
  // A link that was written as JSX.
  !('name' in node && node.name === 'a');

/**
 * Turns the letter numbers that stand in running text ("มท ๐๘๐๘.๔/ว ๒๐๐๗") into links to the pages of their
 * letters, in place; the text stays as written. A number that leads to no page, or to more than one with no date
 * beside it that decides, stays text, as does one that leads back to the page it stands on (`from`).
 */
export const linkLetterNumbers = (tree: Root, index: LetterIndex, from?: string): void => {
  const visit = (parent: Extract<Nodes, Parent>): void => {
    const children = (parent.children as PhrasingContent[]).flatMap((child) => {
      if (child.type === 'text') return linkText(child, index, from);
      if (isOpen(child)) visit(child);
      return [child];
    });
    (parent as { children: PhrasingContent[] }).children = children;
  };
  visit(tree);
};
