/** Data of the portal as a classic script that hands it over (src/browser/stick/data-scripts.ts). */

const QUOTED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** A text in single quotes: JSON, which is full of double ones, hardly grows. */
export const quoted = (text: string): string =>
  `'${text.replace(/[\\'\n\r\u2028\u2029]/g, (found) => QUOTED[found] ?? found)}'`;

const isText = (path: string): boolean => path.endsWith('.json');

/** The script of a file at `path` within the portal. */
export const dataScript = (path: string, bytes: Buffer): string =>
  isText(path)
    ? `wianStick.data(${quoted(path)},${quoted(bytes.toString('utf8'))});\n`
    : `wianStick.data(${quoted(path)},null,"${bytes.toString('base64')}");\n`;

/** The script of a bundle of files that are no texts, by their names (src/core/stick/index-bundle.ts). */
export const bundleScript = (bundle: string, files: ReadonlyMap<string, Buffer>): string => {
  const parts = [...files].map(([name, bytes]) => `${quoted(name)}:"${bytes.toString('base64')}"`);
  return `wianStick.bundle(${quoted(bundle)},{${parts.join(',')}});\n`;
};

/** The script of a text that is no file of the portal. */
export const textScript = (name: string, text: string): string =>
  `wianStick.data(${quoted(name)},${quoted(text)});\n`;

/** Its size, before it is made. */
export const dataScriptSize = (path: string, size: number): number =>
  isText(path) ? Math.ceil(size * 1.02) + 200 : Math.ceil(size / 3) * 4 + 200;
