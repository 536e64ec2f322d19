/** Why a browser keeps nothing: the portal has no https, or the browser forbids it here, as in a private window. */
export type Obstacle = 'plain-http' | 'forbidden';

/** What keeps this page from being kept; null where nothing does. */
export const obstacle = (): Obstacle | null => {
  if (!isSecureContext) return 'plain-http';
  return 'serviceWorker' in navigator && 'caches' in globalThis && 'indexedDB' in globalThis
    ? null
    : 'forbidden';
};
