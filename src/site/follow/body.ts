import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getThreadHtml } from '../board/thread.ts';
import { type CircularEntry, type DocumentEntry, guidanceHtml, renderBody } from '../content.ts';
import { memoizePerBuild } from '../memo.ts';

const getContainer = () => memoizePerBuild('container', () => AstroContainer.create());

const renderByAstro = async (entry: CircularEntry | DocumentEntry): Promise<string> => {
  const { rendered } = entry;
  // Where there are pictures, their addresses are put in as the page is made.
  if (rendered && !rendered.metadata?.imagePaths?.length) return rendered.html;
  const { Content } = await renderBody(entry);
  return (await getContainer()).renderToString(Content);
};

/** The guidance of a page as HTML; of a thread its posts. */
export const getDocumentHtml = async (entry: DocumentEntry): Promise<() => string> => {
  if (entry.collection === 'board') {
    const posts = await getThreadHtml(entry as DocumentEntry<'board'>);
    return () => posts.join('<hr>');
  }
  const html = await renderByAstro(entry);
  return () => html;
};

/** The guidance of a circular as HTML: rendered on demand, as few of thousands are in any feed. */
export const getCircularHtml = async (entry: CircularEntry): Promise<() => string> => {
  const byAstro = entry.byAstro ? await renderByAstro(entry) : null;
  return () => byAstro ?? (guidanceHtml(entry) as string);
};
