const encodeSegment = (segment: string): string => {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    // A lone % names no file; it is kept as it was asked for.
    return segment;
  }
};

/**
 * The one form of an address under which a file is stored and looked for: without query and fragment, since pages of the portal
 * read those in the browser, and with every name encoded alike, since links and lists encode differently.
 */
export const storedAddress = (address: string): string => {
  const { origin, pathname } = new URL(address);
  return origin + pathname.split('/').map(encodeSegment).join('/');
};

/** Path of an address within the portal that is at `root` (ends with a slash): `circulars/`; null for one elsewhere. */
export const pathBelow = (root: string, address: string): string | null =>
  address.startsWith(root) ? address.slice(root.length) : null;

/** Path of a file as browsers ask for it: a page by its folder, each name encoded. `faq/a/index.html` is `faq/a/`. */
export const requestPath = (file: string): string =>
  file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
