import { widthOf } from './width.ts';

/** Letters that a cell of half a page shows on one line; a longer paragraph takes several lines of the page. */
const LINE = 60;

const isShort = (line: string): boolean => widthOf(line) <= LINE;

/** A cell without the blank lines at its end and without indents, which would look like the gap to another cell. */
const trimCell = (lines: readonly string[]): string[] =>
  lines
    .slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1)
    .map((line) => line.replace(/^\t+/, ''));

const besides = (cells: readonly (readonly string[])[]): string[] => {
  const height = cells.reduce((most, cell) => Math.max(most, cell.length), 1);
  return Array.from({ length: height }, (_, at) =>
    cells
      .map((cell) => cell[at] ?? '')
      .join('\t')
      .trimEnd(),
  );
};

/** Cells one after the other; a cell of one line is the label of the next and stands before its first line. */
const inTurn = (cells: readonly (readonly string[])[]): string[] => {
  const lines: string[] = [];
  let label: string | null = null;
  for (const [at, cell] of cells.entries()) {
    const [first = '', ...rest] = cell;
    const start: string = label === null ? first : `${label}\t${first}`.trimEnd();
    if (cell.length <= 1 && at < cells.length - 1) {
      label = start;
      continue;
    }
    label = null;
    lines.push(start);
    for (const line of rest) lines.push(line);
  }
  return lines;
};

/**
 * The lines of a row of a table. Lines that stand beside each other on paper are one line with tabs between its cells, as in
 * a letterhead (number left, office and address right) or a list of labels. Cells of long paragraphs, which no longer stand
 * line beside line, are read one after the other.
 */
export const rowLines = (cells: readonly (readonly string[])[]): string[] => {
  const filled = cells.map(trimCell);
  const several = filled.filter((cell) => cell.length > 1);
  const isLevel = several.length <= 1 || filled.every((cell) => cell.every(isShort));
  return isLevel ? besides(filled) : inTurn(filled);
};
