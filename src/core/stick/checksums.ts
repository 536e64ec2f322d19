/** A file of a stick. */
export interface Checked {
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

const LINE = /^(\\?)([0-9a-f]{64}) [ *](.+)$/s;

const escaped = (path: string): string =>
  path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
const ESCAPES: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };

/** The list as `sha256sum --check` reads it, in the order given. */
export const printChecksums = (files: readonly Checked[]): string =>
  files
    .map(({ path, sha256 }) => {
      const name = escaped(path);
      return `${name === path ? '' : '\\'}${sha256}  ${name}\n`;
    })
    .join('');

/** A path that stays within the stick: a list is no reason to write or remove anything elsewhere. */
const isInside = (path: string): boolean =>
  !/^(?:[a-z]:|[/\\])/i.test(path) &&
  !path.split(/[/\\]/).some((part) => part === '..' || part === '.' || part === '');

/** A list as `sha256sum` writes it; the number of the first line that is none where it is damaged. */
export const readChecksums = (
  text: string,
): { readonly files: readonly Checked[] } | { readonly line: number } => {
  const files: Checked[] = [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  for (const [index, line] of lines.entries()) {
    // A list that was cut off has no end of line at its end.
    if (line === '' && index === lines.length - 1) continue;
    const [, mark, sha256, name] = LINE.exec(line) ?? [];
    if (sha256 === undefined || name === undefined || index === lines.length - 1) {
      return { line: index + 1 };
    }
    const path = mark ? name.replace(/\\[\\nr]/g, (found) => ESCAPES[found] ?? found) : name;
    if (!isInside(path)) return { line: index + 1 };
    files.push({ path, sha256 });
  }
  return { files };
};
