import type { Root as HtmlRoot } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import type { Nodes, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { LetterIndex } from '#core/letter/number-index.ts';
import { KEEP_ELEMENT } from '#core/text/runs.ts';
import { plainMarkdown } from './plain-markdown.ts';
import {
  rehypeRuns,
  remarkLetterNumbers,
  remarkLikeMdx,
  remarkReachableTables,
} from './plugins.ts';

/** What may stand in a post. Headings, pictures, footnotes and HTML may not: a post is one voice among many on a page. */
const SCHEMA: Schema = {
  tagNames: [
    ...'a blockquote br code del em hr li ol p pre span strong table tbody td th thead tr ul'.split(
      ' ',
    ),
    KEEP_ELEMENT,
  ],
  attributes: {
    a: ['href', 'rel'],
    ol: ['start'],
    td: ['align', 'dataHead', ['role', 'cell']],
    th: ['align', ['role', 'columnheader']],
    tr: [['role', 'row']],
    table: ['tabIndex', ['role', 'table']],
    span: [['className', 'latin', 'long'], 'lang'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
  clobber: [],
  required: {},
};

/** Headings become bold lines, pictures their words, footnotes text; nothing that the portal did not check is loaded. */
const remarkPlainer = () => (tree: Root) => {
  visit(tree, (node: Nodes, index, parent) => {
    if (index === undefined || !parent) return;
    const at = parent.children as Nodes[];
    if (node.type === 'heading') {
      const children = [{ type: 'strong' as const, children: node.children }];
      at[index] = { type: 'paragraph', children };
    } else if (node.type === 'image' || node.type === 'imageReference') {
      at[index] = { type: 'text', value: node.alt ?? '' };
    } else if (node.type === 'footnoteReference') {
      at[index] = { type: 'text', value: `[^${node.label ?? node.identifier}]` };
    } else if (node.type === 'footnoteDefinition') {
      at[index] = { type: 'blockquote', children: node.children };
    }
  });
};

/** Links that members set vouch for nothing, and tell other sites nothing of the board. */
const rehypeLinks = () => (tree: HtmlRoot) => {
  visit(tree, 'element', (element) => {
    const { href } = element.properties;
    if (element.tagName !== 'a' || typeof href !== 'string' || /^\/(?!\/)/.test(href)) return;
    element.properties.rel = ['nofollow', 'ugc', 'noopener', 'noreferrer'];
  });
};

/** Letters lead below the path of the portal. */
const rehypeBase = () => (tree: HtmlRoot, file: { readonly data: Record<string, unknown> }) => {
  const base = String(file.data.base ?? '');
  if (base === '') return;
  visit(tree, 'element', (element) => {
    const { href } = element.properties;
    if (element.tagName === 'a' && typeof href === 'string' && /^\/(?!\/)/.test(href)) {
      element.properties.href = base + href;
    }
  });
};

const processor = unified()
  .use(remarkParse)
  .use(remarkLikeMdx)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkPlainer)
  .use(remarkLetterNumbers(({ data }) => data.letters as LetterIndex))
  .use(remarkReachableTables)
  .use(remarkRehype)
  .use(rehypeRuns)
  .use(() => (tree: HtmlRoot) => sanitize(tree, SCHEMA) as HtmlRoot)
  .use(rehypeLinks)
  .use(rehypeBase)
  .use(rehypeStringify)
  .freeze();

/**
 * HTML of a post: a subset of Markdown, without HTML, sanitised by what is allowed. Letter numbers become links by
 * `letters`; `base` is the path of the portal, which addresses on it get in front.
 */
export const postHtml = (body: string, letters: LetterIndex, base: string): string => {
  const file = { value: body, data: { letters, base } };
  const plain = plainMarkdown(body);
  return plain
    ? processor.stringify(processor.runSync(plain, file))
    : String(processor.processSync(file));
};
