import Slugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Body, BodyLink } from '#core/check/content.ts';
import { deepNodeOf, excessOf, mayNestDeeply, tooDeep } from './body-limits.ts';

type BodyProblem = Body['problems'][number];

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** Elements that guidance may use besides Markdown; they carry no code and load nothing. */
const HTML_ELEMENTS = new Set(
  'a abbr b br caption cite dd del details div dl dt em figcaption figure hr i img ins kbd li mark ol p q s small span strong sub summary sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);

const placeOf = (node: Nodes) => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

const refusedCode = (what: string): Omit<BodyProblem, 'line' | 'column'> => ({
  what,
  why: 'Content holds no code: whatever stands in it would run when the portal is built.',
  mend: 'Write it as text; put a backslash before "{" and "<" that stand for themselves.',
});

const codeIn = (node: Nodes): Omit<BodyProblem, 'line' | 'column'> | null => {
  switch (node.type) {
    case 'mdxjsEsm':
      return refusedCode('the body imports or exports code');
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return /^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value)
        ? null
        : refusedCode(`the body holds an expression: {${node.value}}`);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      if (node.name !== null && !HTML_ELEMENTS.has(node.name)) {
        return refusedCode(`<${node.name}> is no element that a body may hold`);
      }
      const live = node.attributes.find(
        (attribute) =>
          attribute.type === 'mdxJsxExpressionAttribute' ||
          typeof attribute.value === 'object' ||
          /^(?:on|style$)/i.test(attribute.name),
      );
      return live
        ? refusedCode(`<${node.name ?? ''}> has an attribute that is code or a style`)
        : null;
    }
    default:
      return null;
  }
};

const urlOf = (node: Nodes): string | undefined => {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return node.url;
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    if (attribute.name === 'href' || attribute.name === 'src') return attribute.value;
  }
  return undefined;
};

const contentsOf = (tree: Root): Body => {
  const links: BodyLink[] = [];
  const problems: BodyProblem[] = [];
  const anchors: string[] = [];
  const slugger = new Slugger();
  visit(tree, (node) => {
    const place = placeOf(node);
    const url = urlOf(node);
    if (url !== undefined) links.push({ url, ...place });
    const code = codeIn(node);
    if (code) problems.push({ ...code, ...place });
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
    const tree = parser.parse('\n'.repeat(bodyLine - 1) + body);
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
