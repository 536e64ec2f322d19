import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import {
  type FootnoteLabels,
  footnoteOptions,
  rehypeRuns,
  remarkLetterNumbers,
  remarkLikeMdx,
  remarkReachableTables,
} from '../markdown/plugins.ts';
import { currentLetterIndex } from './letter-index-channel.ts';

/**
 * The Markdown pipeline as Astro takes it, for MDX and for bodies that Astro renders: GFM, official text left literal (no
 * smart punctuation). `bodyRenderer` makes the same of what comes in bulk.
 */
export const markdownProcessor = (labels: FootnoteLabels) =>
  unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [
      remarkLikeMdx,
      remarkGfm,
      remarkLetterNumbers(currentLetterIndex),
      remarkReachableTables,
    ],
    rehypePlugins: [rehypeRuns],
    remarkRehype: footnoteOptions(labels),
  });
