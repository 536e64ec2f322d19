import type { Root } from 'mdast';

/** A line in which Markdown means nothing: a letter or bracket first, no mark, no address, no space at its end. */
const PLAIN_LINE = /^[\p{L}(][\p{L}\p{M}\p{N} (),./?;%'"“”‘’–]*$/u;
/** Addresses that become links without marks. */
const ADDRESS = /www\./i;

const isPlainLine = (line: string): boolean => PLAIN_LINE.test(line) && !line.endsWith(' ');

/**
 * The tree of a text without marks, as most posts are: what a Markdown parser makes of it, some 20 times as quickly. Null where a
 * line may mean something in Markdown; the parser decides there.
 */
export const plainMarkdown = (text: string): Root | null => {
  if (ADDRESS.test(text)) return null;
  const paragraphs = text.split(/\n{2,}/);
  if (!paragraphs.every((one) => one.split('\n').every(isPlainLine))) return null;
  return {
    type: 'root',
    children: paragraphs.map((value) => ({
      type: 'paragraph',
      children: [{ type: 'text', value }],
    })),
  };
};
