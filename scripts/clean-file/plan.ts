/** A file as it is and as it will be. */
export interface Cleaned {
  readonly sha256: string;
  readonly size: number;
}

/** Lines of one entry of front matter on both sides of its digest, by which its size is known again. */
const NEAR = 12;

const withSize = (lines: string[], at: number, from: Cleaned, to: Cleaned): void => {
  const size = new RegExp(`(\\bsize:\\s*)${from.size}\\b`);
  for (let distance = 0; distance <= NEAR; distance++) {
    for (const index of [at - distance, at + distance]) {
      const line = lines[index];
      if (line === undefined || !size.test(line)) continue;
      lines[index] = line.replace(size, `$1${to.size}`);
      return;
    }
  }
};

/** The text of a page or its covering letters with digest and size of a file as it will be; null where the text does not name it. */
export const withDigest = (text: string, from: Cleaned, to: Cleaned): string | null => {
  if (!text.includes(from.sha256)) return null;
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    if (!line.includes(from.sha256)) continue;
    lines[at] = line.replaceAll(from.sha256, to.sha256);
    withSize(lines, at, from, to);
  }
  return lines.join('\n');
};
