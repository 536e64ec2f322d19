import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser asks for a page to show it, by the request headers of Fetch Metadata. A worker that passes on what a
 * reader opens asks with the destination "empty" and the mode "navigate"; what it fetches to keep has another mode.
 * Programs and browsers that send neither are taken to show it.
 */
export const isToBeShown = (headers: IncomingHttpHeaders): boolean =>
  (headers['sec-fetch-dest'] ?? 'document') === 'document' ||
  (headers['sec-fetch-dest'] === 'empty' && headers['sec-fetch-mode'] === 'navigate');
