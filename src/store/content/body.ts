import Slugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { REFERENCE_ATTRIBUTES, type ReferenceComponent } from '#core/body/reference.ts';
import type { Body, BodyLink, BodyReference } from '#core/check/content.ts';
import { TabIds } from '#output/markdown/components.ts';
import { contentParser, removeComments } from '#output/markdown/content-syntax.ts';
import { refusalsIn } from '#output/markdown/refused-syntax.ts';
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

type ComponentNode = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

const literal = ({ attributes }: ComponentNode, name: string): string | undefined => {
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
};

const referenceOf = (node: ComponentNode): Pick<BodyReference, 'component' | 'id'> | null => {
  if (node.name === null || !Object.hasOwn(REFERENCE_ATTRIBUTES, node.name)) return null;
  const component = node.name as ReferenceComponent;
  const id = literal(node, REFERENCE_ATTRIBUTES[component]);
  return id === undefined ? null : { component, id };
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
  const references: BodyReference[] = [];
  const anchors: string[] = [];
  const tabIds = new TabIds();
  const slugger = new Slugger();
  visit(tree, (node) => {
    const url = urlOf(node);
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (url !== undefined) links.push({ url, line, column });
    if (node.type === 'heading') anchors.push(slugger.slug(textOf(node)));
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const named = referenceOf(node);
    if (named) references.push({ ...named, line, column });
    const role = node.name === 'Tab' ? literal(node, 'role') : undefined;
    if (role !== undefined) anchors.push(tabIds.next(role));
  });
  return { links, references, anchors, problems };
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
  readonly references: Body['references'];
  readonly problems: Body['problems'] = [];
  readonly #parse: () => Body;
  constructor({ links, references }: Pick<Body, 'links' | 'references'>, parse: () => Body) {
    this.links = links;
    this.references = references;
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
  if (excess) return { links: [], references: [], anchors: null, problems: [excess] };
  if (MAY_HOLD_MORE_THAN_TEXT.test(body) || mayNestDeeply(body)) return parseBody(body, bodyLine);
  return new PlainBody({ links: [], references: [] }, () => parseBody(body, bodyLine));
};

const parseBody = (body: string, bodyLine: number): Body => {
  try {
    // Empty lines in place of the front matter make the parser count, and speak of, lines of the file.
    const tree = contentParser.parse('\n'.repeat(bodyLine - 1) + body);
    const deep = deepNodeOf(tree);
    return deep ? { links: [], references: [], anchors: null, problems: [deep] } : contentsOf(tree);
  } catch (error) {
    // What the parser itself says of elements that are nested too deeply for it.
    if (error instanceof RangeError) {
      const deep = tooDeep({ line: bodyLine, column: 1 });
      return { links: [], references: [], anchors: null, problems: [deep] };
    }
    if (!isParserError(error)) throw error;
    const problem = {
      line: error.line ?? bodyLine,
      column: error.column ?? 1,
      what: `the body is not MDX: ${error.reason ?? 'an element is not closed'}`,
      why: 'MDX takes "<" and "{" for the beginning of an element and of an expression.',
      fix: 'Put a backslash before a "<" or "{" that stands for itself, and close every element.',
    };
    return { links: [], references: [], anchors: null, problems: [problem] };
  }
};
