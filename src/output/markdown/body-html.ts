import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, type Processor, unified } from 'unified';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import type { LetterIndex } from '#core/letter/number-index.ts';
import {
  type FootnoteLabels,
  footnoteOptions,
  rehypeRuns,
  remarkLetterNumbers,
  remarkLikeMdx,
  remarkReachableTables,
} from './plugins.ts';
import { parseQuickly } from './quick-parser.ts';
import { throwRefused } from './refused-syntax.ts';

const textOf = (heading: Element): string => {
  let text = '';
  visit(heading, 'text', ({ value }) => {
    text += value;
  });
  return text;
};

/** Elements in which no heading is. */
const WITHOUT_HEADINGS: ReadonlySet<string> = new Set(['p', 'table', 'pre']);

/** Gives headings the ids that Astro would give them. */
const rehypeHeadingIds = () => (tree: Root) => {
  const slugger = new GithubSlugger();
  visit(tree, 'element', (element) => {
    if (WITHOUT_HEADINGS.has(element.tagName)) return SKIP;
    if (!/^h[1-6]$/.test(element.tagName)) return CONTINUE;
    element.properties.id ??= slugger.slug(textOf(element));
    return SKIP;
  });
};

/** What every address of the web and of mail has, in letters or as a character that is named. */
const MAY_HOLD_ADDRESS = /[@&]|http|www/i;

/** What every link has: where none of these is written, there is nothing in the tree that could be refused. */
const MAY_HOLD_LINK = /\]\(|\]:|[@&]|http|www/i;

/** Leaves out that GFM seeks addresses in all texts of the finished tree, which takes an eighth of the time. */
function remarkWithoutAddresses(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    ?.flat()
    .map(({ transforms: _, ...extension }) => extension);
}

/** A body in Markdown, without MDX and pictures. */
export interface MarkdownBody {
  readonly text: string;
  /** Path of its content file: a number that leads back to its own page stays text. */
  readonly path: string;
  /** Where the letter numbers in it lead. */
  readonly letters: LetterIndex;
}

const processorOf = (labels: FootnoteLabels, more: PluggableList) =>
  unified()
    .use(remarkParse)
    .use(remarkLikeMdx)
    .use(remarkGfm)
    .use(more)
    .use(remarkLetterNumbers(({ data }) => data.letters as LetterIndex))
    .use(remarkReachableTables)
    .use(remarkRehype, footnoteOptions(labels))
    .use(rehypeRuns)
    .use(rehypeHeadingIds)
    .use(rehypeStringify)
    .freeze();

/**
 * Renders bodies to the HTML that `markdownProcessor` gives for them, at once and in about half the time: there is
 * neither HTML in them to be parsed nor are there pictures to be collected. Throws addresses that a body must not hold.
 */
export const bodyRenderer = (labels: FootnoteLabels): ((body: MarkdownBody) => string) => {
  const withAddresses = processorOf(labels, []);
  const withoutAddresses = processorOf(labels, [remarkWithoutAddresses]);
  return ({ text, path, letters }) => {
    const processor = MAY_HOLD_ADDRESS.test(text) ? withAddresses : withoutAddresses;
    const file = { value: text, path, data: { letters } };
    const tree = parseQuickly(text) ?? processor.parse(file);
    if (MAY_HOLD_LINK.test(text)) throwRefused(tree, path);
    return processor.stringify(processor.runSync(tree, file), file);
  };
};
