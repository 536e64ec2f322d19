import type { Root as HtmlRoot } from 'hast';
import type { Root, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Processor } from 'unified';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { linkLetterNumbers } from '#core/letter/link-numbers.ts';
import type { LetterIndex } from '#core/letter/number-index.ts';
import { hrefOfContentFile } from '#core/record.ts';
import { markRuns } from '#core/text/mark-runs.ts';

/** Leaves out of Markdown what MDX leaves out, so that a body means the same whichever of the two renders it. */
export function remarkLikeMdx(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    disable: { null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText'] },
  });
}

interface MarkdownFile {
  /** Path of the content file. */
  readonly path?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Links the letter numbers that are in running text, by the index that is asked for at each file. */
export const remarkLetterNumbers =
  (letters: (file: MarkdownFile) => LetterIndex) => () => (tree: Root, file: MarkdownFile) =>
    linkLetterNumbers(tree, letters(file), hrefOfContentFile(file.path ?? '') ?? undefined);

/** What holds text alone, in which no table is; most of a body is within. */
const HOLDS_TEXT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'table']);

/**
 * A row of a table: each cell has the head of its column, and roles, which browsers forget of what is laid out in another way.
 * The first cell names the row and needs no head.
 */
const describeRow = ({ children }: TableRow, heads: readonly string[] | null): void => {
  for (const [at, cell] of children.entries()) {
    const head = heads?.[at] ?? '';
    const dataHead = at > 0 && head !== '' ? { dataHead: head } : {};
    const role = heads === null ? 'columnheader' : 'cell';
    cell.data = { ...cell.data, hProperties: { role, ...dataHead } };
  }
};

/**
 * Tables scroll by themselves where a screen is too narrow for them, so a keyboard has to reach them; on telephones their cells
 * stand one below the other.
 */
export const remarkReachableTables = () => (tree: Root) => {
  visit(tree, (node) => {
    if (node.type === 'table') {
      node.data = { ...node.data, hProperties: { role: 'table', tabIndex: 0 } };
      const heads = node.children[0]?.children.map((cell) => textOf(cell)) ?? [];
      for (const [at, row] of node.children.entries()) {
        row.data = { ...row.data, hProperties: { role: 'row' } };
        describeRow(row, at === 0 ? null : heads);
      }
    }
    return HOLDS_TEXT.has(node.type) ? SKIP : CONTINUE;
  });
};

/** Marks English and what no line may break. */
export const rehypeRuns = () => (tree: HtmlRoot) => markRuns(tree);

/** Words that the pipeline adds to a text that has footnotes. */
export interface FootnoteLabels {
  /** Over the notes, for those who hear the page. */
  readonly title: string;
  /** Of the way back from a note to its place in the text. */
  readonly back: string;
}

/** The labels as the step from Markdown to HTML takes them. */
export const footnoteOptions = ({ title, back }: FootnoteLabels) => ({
  footnoteLabel: title,
  footnoteBackLabel: back,
});
