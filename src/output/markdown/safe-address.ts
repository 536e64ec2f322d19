/** Takes the place of the portal's own host, which content does not know. */
const HOME = 'https://portal.invalid';

// xmpp: because GFM makes a link of such an address in running text.
const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:', 'xmpp:']);

/**
 * Whether an address of a link can only lead somewhere, and never run anything: one of the web, of mail, of a telephone,
 * or of the portal itself, as browsers read it (they skip white space and control characters before and within
 * "javascript:"). What no browser can read leads nowhere, and is left to the check of links.
 */
export const isSafeAddress = (address: string): boolean => {
  const url = URL.parse(address, HOME);
  return url === null || PROTOCOLS.has(url.protocol);
};

// Astro makes an import of a picture beside the page, query and all: anything but a plain name could import a script.
const BESIDE_THE_PAGE = /^(?:\.\/)?[A-Za-z0-9._-]+\.(?:avif|gif|jpe?g|png|svg|tiff|webp)$/i;
const ON_THE_PORTAL = /^\/(?![/\\])/;

/**
 * Whether an address of a picture is one that the portal may show: the plain name of a picture file beside the
 * page, without folders or a query, or whatever is on the portal itself, by its path from "/" on.
 */
export const isSafePicture = (address: string): boolean => {
  if (!ON_THE_PORTAL.test(address)) return BESIDE_THE_PAGE.test(address);
  return URL.parse(address, HOME)?.origin === HOME;
};

/** A picture file beside the page as Astro finds it, `./map.png` for `map.png`; null for any other address. */
export const pictureBeside = (address: string): string | null =>
  BESIDE_THE_PAGE.test(address) ? `./${address.replace(/^\.\//, '')}` : null;
