import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { LetterIndex } from '#core/letter/number-index.ts';
import {
  type FootnoteLabels,
  footnoteOptions,
  rehypeRuns,
  remarkLetterNumbers,
  remarkLikeMdx,
  remarkReachableTables,
} from './plugins.ts';

const textOf = (heading: Element): string => {
  let text = '';
  visit(heading, 'text', ({ value }) => {
    text += value;
  });
  return text;
};

/** Gives headings the ids that Astro would give them. */
const rehypeHeadingIds = () => (tree: Root) => {
  const slugger = new GithubSlugger();
  visit(tree, 'element', (element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return;
    element.properties.id ??= slugger.slug(textOf(element));
  });
};

/** A body in Markdown, without MDX and pictures. */
export interface MarkdownBody {
  readonly text: string;
  /** Path of its content file: a number that leads back to its own page stays text. */
  readonly path: string;
  /** Where the letter numbers in it lead. */
  readonly letters: LetterIndex;
}

/**
 * Renders bodies to the HTML that `markdownProcessor` gives for them, at once and in two thirds of the time: there is
 * neither HTML in them to be parsed nor are there pictures to be collected.
 */
export const bodyRenderer = (labels: FootnoteLabels): ((body: MarkdownBody) => string) => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkLikeMdx)
    .use(remarkGfm)
    .use(remarkLetterNumbers(({ data }) => data.letters as LetterIndex))
    .use(remarkReachableTables)
    .use(remarkRehype, footnoteOptions(labels))
    .use(rehypeRuns)
    .use(rehypeHeadingIds)
    .use(rehypeStringify)
    .freeze();
  return ({ text, path, letters }) =>
    String(processor.processSync({ value: text, path, data: { letters } }));
};
