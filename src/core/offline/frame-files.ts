const ASSET = /[\w-][\w.-]*\.(?:css|js|woff2)\b/g;

const namesIn = (text: string): string[] => [...new Set(text.match(ASSET) ?? [])];

/** Fonts that only the face of a letter is set in; the others are on every page. */
const isOfFrame = (name: string): boolean => !name.startsWith('sarabun-');

/**
 * What must be there for the page at `start` to look and work as it does, the page itself last: styles, fonts and scripts below
 * `_astro/`, as far as one names the other. `files` are the paths of the portal, `read` gives the text of one.
 */
export const frameFiles = (
  start: string,
  files: ReadonlySet<string>,
  read: (path: string) => string,
): string[] => {
  const found = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const name of namesIn(read(path)).filter(isOfFrame)) {
      const asset = `_astro/${name}`;
      if (found.has(asset) || !files.has(asset)) continue;
      found.add(asset);
      if (!asset.endsWith('.woff2')) waiting.push(asset);
    }
  }
  return [...[...found].sort(), start];
};
