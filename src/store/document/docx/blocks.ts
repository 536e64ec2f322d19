import { paragraphLines } from './paragraph.ts';
import { chosenOf, isPlaceholder } from './runs.ts';
import type { Story } from './story.ts';
import { rowLines } from './table.ts';
import { widthOf } from './width.ts';
import { childOf, descend, elementsOf, valueIn, type XmlElement } from './xml.ts';

const PARAGRAPHS = new Set(['w:p', 'a:p']);

/** Elements of a name within others that only group them: content controls, custom XML, choices of alternatives. */
const grouped = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'w:sdt') {
      const content = childOf(child, 'w:sdtContent');
      const found = content ? grouped(content, name) : [];
      return isPlaceholder(child) ? found.map((one) => ({ ...one, children: [] })) : found;
    }
    return child.name === 'w:customXml' ? grouped(child, name) : [];
  });

/** Whether a cell goes on from the cell above or before it, of whose content nothing is printed. */
const isCovered = (cell: XmlElement): boolean => {
  const properties = childOf(cell, 'w:tcPr');
  return ['w:vMerge', 'w:hMerge'].some((name) => {
    const merge = childOf(properties, name);
    return merge !== undefined && valueIn(merge) !== 'restart';
  });
};

// A whole document may stand within one element, and has more lines than a call takes arguments.
const append = (lines: string[], more: readonly string[]): void => {
  for (const line of more) lines.push(line);
};

/** Letters of an indented line of print; what is longer takes several. */
const LINE = 70;
const INDENT = /^(?:\t| {4})/;

/**
 * Whether a paragraph opens running text: indented, longer than a line, behind a line that is not indented. It gets a blank line
 * before it, since no indent is left in plain text to part it from, say, the addressees above.
 */
const opensText = (before: string | undefined, [first = '']: readonly string[]): boolean =>
  INDENT.test(first) &&
  widthOf(first) > LINE &&
  before !== undefined &&
  before.trim() !== '' &&
  !INDENT.test(before);

const isHiddenRow = (row: XmlElement): boolean => descend(row, 'w:trPr', 'w:hidden') !== undefined;

/** Lines of the paragraphs and tables within an element, in the order of the file. */
export const blockLines = (parent: XmlElement, story: Story): string[] => {
  const lines: string[] = [];
  const table = (element: XmlElement): void => {
    for (const row of grouped(element, 'w:tr')) {
      if (isHiddenRow(row)) {
        story.find('hidden-text');
        continue;
      }
      const cells = grouped(row, 'w:tc').map((cell) =>
        isCovered(cell) ? [] : blockLines(cell, story).filter((line) => line !== '\f'),
      );
      story.spend(
        cells.length *
          Math.max(
            1,
            cells.reduce((most, { length }) => Math.max(most, length), 0),
          ),
      );
      append(lines, rowLines(cells));
    }
  };
  for (const child of elementsOf(parent)) {
    if (PARAGRAPHS.has(child.name)) {
      const own = paragraphLines(child, story);
      if (parent.name !== 'w:tc' && opensText(lines.at(-1), own)) lines.push('');
      append(lines, own);
    } else if (child.name === 'w:tbl') table(child);
    else if (child.name === 'w:altChunk' || child.name === 'w:subDoc') {
      story.find('part-of-other-format');
    } else if (child.name === 'w:sdt' && isPlaceholder(child)) story.find('placeholder');
    else if (child.name === 'mc:AlternateContent') {
      const chosen = chosenOf(child);
      if (chosen) append(lines, blockLines(chosen, story));
    } else if (!/Pr$/.test(child.name)) append(lines, blockLines(child, story));
  }
  return lines;
};
