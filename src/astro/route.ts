/**
 * A route without paths, by which the page writer finds `renderPage` among the modules that Astro bundled: pages and what
 * renders them have to share one runtime.
 */
export { renderPage } from './render.ts';

/** No paths: Astro bundles the route, and makes no page of it. */
export const getStaticPaths = () => [];
