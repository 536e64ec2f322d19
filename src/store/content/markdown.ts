import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { type ComponentTexts, remarkComponents } from '#output/markdown/components.ts';
import {
  ELEMENT_NODES,
  rehypeElements,
  remarkContent,
  remarkPictures,
} from '#output/markdown/content-syntax.ts';
import {
  type FootnoteLabels,
  footnoteOptions,
  rehypeRuns,
  remarkLetterNumbers,
  remarkReachableTables,
} from '#output/markdown/plugins.ts';
import { currentBodyTargets } from './body-targets.ts';
import { currentLetterIndex } from './letter-index-channel.ts';

/**
 * The Markdown pipeline as Astro takes it, for the bodies that Astro renders: GFM, elements, components and comments of MDX,
 * official text left literal (no smart punctuation). Nothing in a body can run: no code is generated, and what would be code is
 * thrown (`remarkContent`). `bodyRenderer` makes the same of what comes in bulk.
 */
export const markdownProcessor = (labels: FootnoteLabels, texts: ComponentTexts) =>
  unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [
      remarkMdx,
      remarkGfm,
      remarkContent,
      remarkPictures,
      remarkComponents({ texts, targets: currentBodyTargets }),
      remarkLetterNumbers(currentLetterIndex),
      remarkReachableTables,
    ],
    rehypePlugins: [rehypeRuns, rehypeElements],
    remarkRehype: { ...footnoteOptions(labels), passThrough: ELEMENT_NODES },
  });
