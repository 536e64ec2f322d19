import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import {
  KEEP_ELEMENT,
  LONGEST_UNBROKEN_LATIN,
  mayBreakBetween,
  type Run,
  splitRuns,
} from './runs.ts';

/** Elements whose text is literal and set as it is. */
const LITERAL: ReadonlySet<string> = new Set(['code', 'pre', 'kbd', 'samp']);

const elementOf = (tagName: string, properties: Element['properties'], text: string): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [{ type: 'text', value: text }],
});

const breakPlace = (): Element => ({
  type: 'element',
  tagName: 'wbr',
  properties: {},
  children: [],
});

const nodeOf = ({ kind, text }: Run): ElementContent => {
  if (kind === 'text') return { type: 'text', value: text };
  if (kind === 'keep') return elementOf(KEEP_ELEMENT, {}, text);
  const long = text.length > LONGEST_UNBROKEN_LATIN;
  return elementOf('span', { className: long ? ['latin', 'long'] : ['latin'], lang: 'en' }, text);
};

const marked = (node: Text): ElementContent[] => {
  const runs = splitRuns(node.value);
  return runs.every(({ kind }) => kind === 'text')
    ? [node]
    : runs.flatMap((run, at) =>
        mayBreakBetween(runs[at - 1], run) ? [breakPlace(), nodeOf(run)] : [nodeOf(run)],
      );
};

/** Marks the runs of every text below a node of an HTML tree, in place; the text itself stays as it is. */
export const markRuns = (parent: Root | Parents): void => {
  if (!('children' in parent)) return;
  if (parent.type === 'element' && LITERAL.has(parent.tagName)) return;
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return marked(child);
    if (child.type !== 'doctype') markRuns(child as Parents);
    return [child as ElementContent];
  });
};
