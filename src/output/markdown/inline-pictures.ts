/** How Astro's renderer leaves a picture that it is to make files of. */
const LEFT_BY_ASTRO = /<img __ASTRO_IMAGE_="([^"]*)"([^>]*)>/g;

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

const unescaped = (text: string): string =>
  text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * Guidance as Astro's renderer left it, with its pictures within it, as a page shows it that no build makes. `read` gives the bytes
 * of a picture by its name beside the page; of one that is not there, null, its text is all that is shown.
 */
export const withInlinePictures = (
  html: string,
  read: (name: string) => Uint8Array | null,
): string =>
  html.replaceAll(LEFT_BY_ASTRO, (_, left: string, more: string) => {
    const { src, alt = '' } = JSON.parse(unescaped(left)) as { src: string; alt?: string };
    const bytes = read(src);
    const type = TYPES[src.slice(src.lastIndexOf('.') + 1).toLowerCase()];
    const address =
      bytes === null || type === undefined
        ? ''
        : ` src="data:${type};base64,${Buffer.from(bytes).toString('base64')}"`;
    return `<img${address} alt="${escaped(alt)}"${more}>`;
  });
