import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

// Whatever MDX adds to Markdown begins with one of these.
const MAY_BEGIN_MDX = /[<{]|^(?:import|export)\b/m;

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

const holdsMdx = (node: Nodes): boolean =>
  node.type.startsWith('mdx') || ('children' in node && node.children.some(holdsMdx));

/**
 * Whether a body needs MDX: it holds JSX, an expression, an import or an export, as MDX's own parser sees it. A body
 * that this parser refuses counts too, so that its compiler gets to say what is wrong. Everything else is
 * Markdown, which renders to the same page many times quicker.
 */
export const needsMdx = (body: string): boolean => {
  if (!MAY_BEGIN_MDX.test(body)) return false;
  try {
    return holdsMdx(parser.parse(body));
  } catch {
    return true;
  }
};
