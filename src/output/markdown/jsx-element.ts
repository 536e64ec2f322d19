import type { Nodes } from 'mdast';

/** An element as MDX reads it, in running text or by itself. */
export type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
