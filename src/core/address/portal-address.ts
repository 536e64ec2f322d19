import { memoizeLast } from '#core/memo.ts';

/** Whether an address names something on the portal by its path: `/manuals/`, not `//host/`, `#part` or `part/`. */
const isPortalPath = (address: string): boolean => /^\/(?![/\\])/.test(address);

// A portal has one site, and some hundred thousand addresses.
const placeOf = memoizeLast((site: string) => {
  const { origin, pathname } = new URL(site);
  return { origin, base: pathname.replace(/\/+$/, '') };
});

/** Path under which a portal is on its host: `''` at the root, `/sub/path` for `https://host/sub/path`. */
export const basePathOf = (site: string | URL): string => placeOf(String(site)).base;

/** Paths that a URL has as they are: no dot, nothing to be escaped, no query. */
const IS_PLAIN = /^\/(?:[A-Za-z0-9_~-]+(?:[.][A-Za-z0-9_~-]+)*(?:\/|$))*$/;

/** An address of a page or script (`/manuals/?q=a`) as it is on a host where the portal is under `base`. */
export const underBase = (base: string, address: string): string =>
  isPortalPath(address) ? base + address : address;

/** Absolute address of a path of the portal (`/manuals/`) that is at `site`, with or without a path of its own. */
export const portalAddress = (site: string | URL, path: string): string =>
  IS_PLAIN.test(path)
    ? placeOf(String(site)).origin + basePathOf(site) + path
    : new URL(underBase(basePathOf(site), path), site).href;

/** Path within the portal of an absolute address, the inverse of {@link portalAddress}; null for an address elsewhere. */
export const pathInPortal = (site: string | URL, address: string): string | null => {
  const url = URL.parse(address);
  const base = basePathOf(site);
  if (url?.origin !== new URL(site).origin || !`${url.pathname}/`.startsWith(`${base}/`)) {
    return null;
  }
  return url.pathname.slice(base.length) || '/';
};
