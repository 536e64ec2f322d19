import Slugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Body, BodyLink } from '#core/check/content.ts';
import { contentParser, removeComments } from '#store/markdown/content-syntax.ts';
import { refusalsIn } from '#store/markdown/refused-syntax.ts';
import { deepNodeOf, excessOf, mayNestDeeply, tooDeep } from './body-limits.ts';

const urlOf = (node: Nodes): string | undefined => {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return node.url;
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    if (/^(?:href|src)$/i.test(attribute.name)) return attribute.value;
  }
  return undefined;
};

const contentsOf = (tree: Root): Body => {
  const problems = refusalsIn(tree).map(({ line, column, ...said }) => ({
    line: line ?? 1,
    column: column ?? 1,
    ...said,
  }));
  // No part of the page, and so of no address of a heading.
  removeComments(tree);
  const links: BodyLink[] = [];
  const anchors: string[] = [];
  const slugger = new Slugger();
  visit(tree, (node) => {
    const url = urlOf(node);
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (url !== undefined) links.push({ url, line, column });
    if (node.type === 'heading') anchors.push(slugger.slug(textOf(node)));
  });
  return { links, anchors, problems };
};

interface ParserError {
  readonly reason?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Under the condition "development", which Vitest sets, the parser of an element that is open at the end of a heading fails
 * in an assertion of its own before it says so.
 */
const isAssertion = (error: Error): boolean => error.name === 'Assertion';

const isParserError = (error: unknown): error is ParserError =>
  error instanceof Error && error.name.length > 0 && ('reason' in error || isAssertion(error));

// Links and whatever MDX adds to Markdown begin with one of these.
const MAY_HOLD_MORE_THAN_TEXT = /[[<{]|^(?:import|export)\b/m;

/** A body in order, whose headings are read when they are asked for. A class: see `StoredRecord` in core. */
export class PlainBody implements Body {
  readonly links: Body['links'];
  readonly problems: Body['problems'] = [];
  readonly #parse: () => Body;
  constructor(links: Body['links'], parse: () => Body) {
    this.links = links;
    this.#parse = parse;
  }
  get anchors(): Body['anchors'] {
    return this.#parse().anchors;
  }
}

/**
 * What the check needs to know of an MDX body. `bodyLine` is the line of the file on which it begins. A body that can
 * hold neither links nor code is parsed only when someone asks for its headings: most of a large stock is so.
 */
export const readBody = (body: string, bodyLine: number): Body => {
  const excess = excessOf(body, bodyLine);
  if (excess) return { links: [], anchors: null, problems: [excess] };
  if (MAY_HOLD_MORE_THAN_TEXT.test(body) || mayNestDeeply(body)) return parseBody(body, bodyLine);
  return new PlainBody([], () => parseBody(body, bodyLine));
};

const parseBody = (body: string, bodyLine: number): Body => {
  try {
    // Empty lines in place of the front matter make the parser count, and speak of, lines of the file.
    const tree = contentParser.parse('\n'.repeat(bodyLine - 1) + body);
    const deep = deepNodeOf(tree);
    return deep ? { links: [], anchors: null, problems: [deep] } : contentsOf(tree);
  } catch (error) {
    // What the parser itself says of elements that are nested too deeply for it.
    if (error instanceof RangeError) {
      const deep = tooDeep({ line: bodyLine, column: 1 });
      return { links: [], anchors: null, problems: [deep] };
    }
    if (!isParserError(error)) throw error;
    const problem = {
      line: error.line ?? bodyLine,
      column: error.column ?? 1,
      what: `the body is not MDX: ${error.reason ?? 'an element is not closed'}`,
      why: 'MDX takes "<" and "{" for the beginning of an element and of an expression.',
      mend: 'Put a backslash before a "<" or "{" that stands for itself, and close every element.',
    };
    return { links: [], anchors: null, problems: [problem] };
  }
};
