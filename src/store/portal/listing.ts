import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Longer than most heads, and much shorter than most pages. */
const MOSTLY_ENOUGH = 16_384;
const END_OF_HEAD = '</head>';
const start = Buffer.allocUnsafe(MOSTLY_ENOUGH);

const readStart = (path: string): Buffer => {
  const file = openSync(path, 'r');
  try {
    return start.subarray(0, readSync(file, start));
  } finally {
    closeSync(file);
  }
};

const readHead = (path: string): Buffer => {
  const read = readStart(path);
  const html = read.includes(END_OF_HEAD) ? read : readFileSync(path);
  return html.subarray(0, html.indexOf(END_OF_HEAD));
};

/** Whether search engines may list the page in a file: nothing in its head forbids it. */
export const mayBeListed = (path: string): boolean =>
  !readHead(path).includes('<meta name="robots" content="noindex"');
