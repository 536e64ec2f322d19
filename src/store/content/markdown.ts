import { unified } from '@astrojs/markdown-remark';
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { linkLetterNumbers } from '#core/letter/link-numbers.ts';
import { hrefOfContentFile } from '#core/record.ts';
import { markRuns } from '#core/text/mark-runs.ts';
import { currentLetterIndex } from './letter-index-channel.ts';

/** Leaves out of Markdown what MDX leaves out, so that a body means the same whichever of the two renders it. */
function remarkLikeMdx(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    disable: { null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText'] },
  });
}

/** Links the letter numbers that stand in running text. */
const remarkLetterNumbers = () => (tree: Root, file: { readonly path?: string }) =>
  linkLetterNumbers(tree, currentLetterIndex(), hrefOfContentFile(file.path ?? '') ?? undefined);

/** Marks English and what no line may break. */
const rehypeRuns = () => (tree: HtmlRoot) => markRuns(tree);

/** Tables scroll by themselves where a screen is too narrow for them, so a keyboard has to reach them. */
const remarkReachableTables = () => (tree: Root) => {
  visit(tree, 'table', (table) => {
    table.data = { ...table.data, hProperties: { tabIndex: 0 } };
  });
};

/** Words that the pipeline adds to a text that has footnotes. */
export interface FootnoteLabels {
  /** Over the notes, for those who hear the page. */
  readonly title: string;
  /** Of the way back from a note to its place in the text. */
  readonly back: string;
}

/** The one Markdown pipeline, for MDX and for plain bodies: GFM, official text left literal (no smart punctuation). */
export const markdownProcessor = ({ title, back }: FootnoteLabels) =>
  unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkLikeMdx, remarkGfm, remarkLetterNumbers, remarkReachableTables],
    rehypePlugins: [rehypeRuns],
    remarkRehype: { footnoteLabel: title, footnoteBackLabel: back },
  });
