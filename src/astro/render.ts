import { renderToString } from 'astro/runtime/server/index.js';
import { type Component, newResult, type Place, type RenderSettings } from './result.ts';

/** A page as it is to be made. */
export interface PageToRender extends Place {
  readonly component: Component;
  readonly props: Readonly<Record<string, unknown>>;
}

const render = async (
  settings: RenderSettings,
  { component, props, ...place }: PageToRender,
  isPage: boolean,
): Promise<string> => {
  const html = await renderToString(
    newResult(settings, place, component),
    component,
    props,
    {},
    isPage,
  );
  if (typeof html === 'string') return html;
  throw new Error(`${place.url.pathname} redirects, which a file cannot: forward it by a page.`);
};

/** The HTML of a page, as Astro's own build makes it of a request: a file has neither request nor cookies nor middleware. */
export const renderPage = (settings: RenderSettings, page: PageToRender): Promise<string> =>
  render(settings, page, true);

const NOTHING_SETTLED: RenderSettings = {
  base: '/',
  clientDirectives: new Map(),
  componentMetadata: new Map(),
  compressHTML: true,
  entryModules: {},
  inlinedScripts: new Map(),
  renderers: [],
  trailingSlash: 'always',
  userAssetsBase: undefined,
};
const NOWHERE = new URL('http://nowhere.invalid');

/** The HTML of a component that is on no page: without scripts and styles, and without an address. */
export const renderPart = (component: Component, props: PageToRender['props']): Promise<string> =>
  render(NOTHING_SETTLED, { component, props, url: NOWHERE, site: NOWHERE, styles: [] }, false);
