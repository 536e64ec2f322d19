import { withNote } from './kept-note.ts';

/**
 * Path of the page that is shown from what is stored while the portal is asked for a newer one. The one that searches has nothing
 * of its own to be out of date: it asks which index is in force before it shows results.
 */
export const STORED_FIRST = 'search/';

const HTML = /<html\b/;
const ASSET = /\b_astro\/[\w-][\w.-]*\.(?:css|js)\b/g;

/** Scripts and styles that a page names, as paths from the root of the portal. */
export const namedAssets = (html: string): string[] => [...new Set(html.match(ASSET) ?? [])];

/**
 * A page as it is shown before the portal has been asked: its `html` element says so by `data-stored-first`, and the note that
 * it is a copy is there, but hidden, for the script of the page to show where the portal cannot be reached.
 */
export const storedFirst = (html: string, note: string, day: string): string =>
  withNote(html, note, day, { isHidden: true }).replace(HTML, (tag) => `${tag} data-stored-first`);
