import type { Nodes } from 'mdast';
import { contentParser } from '#output/markdown/content-syntax.ts';

// Whatever MDX adds to Markdown begins with one of these.
const MAY_BEGIN_MDX = /[<{]|^(?:import|export)\b/m;

const holdsMdx = (node: Nodes): boolean =>
  node.type.startsWith('mdx') || ('children' in node && node.children.some(holdsMdx));

/**
 * Whether a body needs MDX: it holds an element, an expression, an import or an export, as MDX's own parser sees it. A
 * body that this parser refuses counts too, so that the pipeline gets to say what is wrong. Everything else is
 * Markdown, which renders to the same page many times quicker.
 */
export const needsMdx = (body: string): boolean => {
  if (!MAY_BEGIN_MDX.test(body)) return false;
  try {
    return holdsMdx(contentParser.parse(body));
  } catch {
    return true;
  }
};
