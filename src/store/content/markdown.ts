import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';

/** The one Markdown pipeline: GFM, official text left literal (no smart punctuation). */
export const markdownProcessor = () =>
  unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm] });
