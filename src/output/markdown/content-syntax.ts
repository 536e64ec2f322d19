import type { Element, ElementContent, Root as HtmlRoot, RootContent } from 'hast';
import type { RootContent as Block, Image, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { COMPONENTS, isComponentName } from '#schema/component.ts';
import type { JsxElement } from './jsx-element.ts';
import { throwRefused } from './refused-syntax.ts';
import { pictureBeside } from './safe-address.ts';

/** Reads a body as the check and the build do: Markdown with GFM, and with the elements and comments of MDX. */
export const contentParser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

interface BodyFile {
  /** Path of the content file. */
  readonly path?: string;
}

const isJsx = (node: { readonly type: string }): node is JsxElement =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const isComment = ({ type }: { readonly type: string }): boolean =>
  type === 'mdxFlowExpression' || type === 'mdxTextExpression';

const isBlank = (node: Block): boolean => node.type === 'text' && /^[\t\r\n ]*$/.test(node.value);

/** Components that are words of a line, and so stay in their paragraph. */
const isWord = (node: JsxElement): boolean =>
  isComponentName(node.name) && COMPONENTS[node.name].isInline;

const isBlockOrComment = (node: Block): boolean =>
  isComment(node) || (isJsx(node) && !isWord(node));

/** As MDX does: elements and comments that are on lines of their own are in no paragraph. */
const unwrapElements = (tree: Root): void => {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const children: Block[] = paragraph.children;
    if (!children.some(isBlockOrComment)) return;
    if (!children.every((child) => isBlockOrComment(child) || isBlank(child))) return;
    const kept = children.filter((child) => !isBlank(child));
    (parent as Root).children.splice(index as number, 1, ...kept);
    return index;
  });
};

/** Takes the comments out of a body, in place; an empty text keeps the line breaks around each as they were. */
export const removeComments = (tree: Root): void => {
  visit(tree, (node, index, parent) => {
    if (!isComment(node)) return;
    (parent as Root).children[index as number] = { type: 'text', value: '' };
  });
};

/**
 * Throws what a body must not hold, and takes the comments out. What is left holds no
 * expression, import or export, and no code is generated from it: elements become HTML by `rehypeElements`.
 */
export const remarkContent = () => (tree: Root, file: BodyFile) => {
  throwRefused(tree, file.path ?? null);
  unwrapElements(tree);
  removeComments(tree);
};

/** A picture that is written as an element, as Markdown has it; null for any other element, or a picture of the portal. */
const pictureOf = ({ name, attributes }: JsxElement): Image | null => {
  if (name !== 'img') return null;
  const { src, alt, title, ...others } = propertiesOf(attributes);
  const url = pictureBeside(String(src));
  if (url === null) return null;
  const said = title === undefined ? {} : { title: String(title) };
  return { type: 'image', url, alt: String(alt ?? ''), ...said, data: { hProperties: others } };
};

/**
 * Writes every picture beside its page so that Astro takes its file into the portal: it looks for `map.png` among packages,
 * and at no element.
 */
export const remarkPictures = () => (tree: Root) => {
  visit(tree, (node, index, parent) => {
    if (node.type === 'image' || node.type === 'definition') {
      node.url = pictureBeside(node.url) ?? node.url;
    } else if (isJsx(node)) {
      const picture = pictureOf(node);
      if (picture) (parent as Root).children[index as number] = picture;
    }
  });
};

/** Nodes of MDX that the step from Markdown to HTML leaves as they are, for `rehypeElements`. */
export const ELEMENT_NODES: ('mdxJsxFlowElement' | 'mdxJsxTextElement')[] = [
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
];

/** Names of hast for the attributes that it spells otherwise than HTML. */
const PROPERTIES: Readonly<Record<string, string>> = {
  class: 'className',
  classname: 'className',
  colspan: 'colSpan',
  datetime: 'dateTime',
  hreflang: 'hrefLang',
  rowspan: 'rowSpan',
};

const propertiesOf = (attributes: JsxElement['attributes']): Element['properties'] => {
  const properties: Element['properties'] = {};
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const value = attribute.value ?? true;
    if (typeof value === 'object') continue;
    const name = attribute.name.toLowerCase();
    properties[PROPERTIES[name] ?? name] = value;
  }
  return properties;
};

const htmlOf = (nodes: readonly RootContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (!('children' in node)) return [node as ElementContent];
    const children = htmlOf(node.children);
    if (!isJsx(node)) return [{ ...node, children } as ElementContent];
    // An element without a name is a fragment: what it holds, and nothing around it.
    if (node.name === null) return children;
    const properties = propertiesOf(node.attributes);
    return [{ type: 'element', tagName: node.name, properties, children }];
  });

/**
 * Makes HTML of the elements that `remarkContent` let through. Behind all steps that read or change the text, for which
 * an element of MDX is no HTML.
 */
export const rehypeElements = () => (tree: HtmlRoot) => {
  tree.children = htmlOf(tree.children);
};
