import type { Difference } from '#core/letter/draft/differences.ts';
import { mergedTexts } from '#store/content/draft-files.ts';
import { writeMerged } from '#store/content/write-circular.ts';
import { readContentText } from '#store/files/content-file.ts';

/** The page of a circular, relative to the project. */
export const pageFile = (circular: string): string => `content/circulars/${circular}/index.mdx`;

/** Whether the text of a page marks it as a draft. */
export const isDraftText = (text: string): boolean => /^draft: true$/m.test(text);

const field = (name: string, read: unknown): Difference => ({
  file: 'index.mdx',
  name,
  path: [name],
  existing: undefined,
  read,
});

/** The text of a page that is no draft any more, published on a day; all else in it stays as it is. */
export const publishedText = (text: string, today: string): string =>
  mergedTexts(new Map([['index.mdx', text]]), [
    field('draft', false),
    field('published', today),
  ]).get('index.mdx') ?? text;

/** Takes the mark of the draft off the page of a circular. */
export const publishDraft = (root: string, circular: string, today: string): void => {
  const text = readContentText(root, pageFile(circular)) ?? '';
  if (isDraftText(text))
    writeMerged(root, circular, new Map([['index.mdx', publishedText(text, today)]]));
};
