import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { type CircularEntry, type DocumentEntry, oncePerBuild, renderBody } from '../content.ts';

const getContainer = () =>
  oncePerBuild('container', async () =>
    AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) }),
  );

/** The guidance of a page as HTML, whether it was rendered when it was loaded or holds components. */
export const getBodyHtml = async (entry: CircularEntry | DocumentEntry): Promise<string> => {
  if (entry.rendered) return entry.rendered.html;
  const { Content } = await renderBody(entry);
  return (await getContainer()).renderToString(Content);
};
