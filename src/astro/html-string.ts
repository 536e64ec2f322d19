import { HTMLString } from 'astro/runtime/server/index.js';

/** HTML that a template puts out as it is. */
export type Html = HTMLString;

/**
 * HTML for a template as it is. `set:html` on a fragment does the same, but as something to be waited for, around which Astro
 * sets the rest of the page aside.
 */
export const asHtml = (html: string): Html => new HTMLString(html);
