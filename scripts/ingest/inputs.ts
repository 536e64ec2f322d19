import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { DOCUMENT_ENDINGS } from '#store/document/document-text.ts';
import { SCAN_ENDINGS } from '#store/scan/file-pages.ts';

const ENDINGS: readonly string[] = [...DOCUMENT_ENDINGS, ...SCAN_ENDINGS];

/** A file to read: where it lies, and how the user named it. */
export interface Input {
  readonly path: string;
  readonly name: string;
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // A path that is not there is reported as a file that cannot be read.
    return false;
  }
};

/** What systems and programs leave in folders: hidden files, thumbnails, and locks of open documents. */
const OF_SYSTEM =
  /^(?:[.~]|Thumbs\.db$|ehthumbs(?:_vista)?\.db$|desktop\.ini$|Icon\r$|__MACOSX$|\$RECYCLE\.BIN$|System Volume Information$)/i;

/** Endings of data and programs, which nobody takes for a letter. */
const NO_LETTERS = new Set(
  '.csv .tsv .json .yaml .yml .toml .ini .xml .mdx .ts .js .mjs .css .sql .db .sqlite .log .lnk .url .tmp .part .crdownload .sha256'.split(
    ' ',
  ),
);

/** Every file in a folder and the folders below that is no system's, in order of their names. */
const filesIn = async (folder: string, name: string): Promise<Input[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = sorted.map(async (entry): Promise<Input[]> => {
    if (OF_SYSTEM.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, join(name, entry.name));
    const isFile = entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)));
    return isFile ? [{ path, name: join(name, entry.name) }] : [];
  });
  return (await Promise.all(parts)).flat();
};

const endingOf = ({ name }: Input): string => extname(name).toLowerCase();

const searched = async (
  cwd: string,
  args: readonly string[],
  isWanted: (file: Input) => boolean,
): Promise<Input[]> => {
  const found = args.map(async (name) => {
    const path = resolve(cwd, name);
    return (await isFolder(path)) ? (await filesIn(path, name)).filter(isWanted) : [{ path, name }];
  });
  return (await Promise.all(found)).flat();
};

/** The files that arguments name, folders searched through for documents that can be read, in order of their names. */
export const findInputs = (cwd: string, args: readonly string[]): Promise<Input[]> =>
  searched(cwd, args, (file) => ENDINGS.includes(endingOf(file)));

/**
 * As {@link findInputs}, with every file of a folder that a person may take for a letter, whether it can be read or not: what
 * reads them says why not. `passedOver` are endings of the others.
 */
export const findLetters = async (
  cwd: string,
  args: readonly string[],
): Promise<{ readonly inputs: readonly Input[]; readonly passedOver: readonly string[] }> => {
  const passedOver: string[] = [];
  const inputs = await searched(cwd, args, (file) => {
    const isLetter = !NO_LETTERS.has(endingOf(file));
    if (!isLetter) passedOver.push(endingOf(file));
    return isLetter;
  });
  return { inputs, passedOver };
};
