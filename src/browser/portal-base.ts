/**
 * Path under which the portal is on its host: `''` at the root, `/sub/path` elsewhere (see astro.config.mjs). Scripts
 * write it in front of every path that is not from the HTML or JSON of the portal, which have it already.
 */
export const BASE: string = import.meta.env.PORTAL_BASE ?? '';
