import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MOVED_ADDRESSES_FILE } from '#core/link/moved.ts';
import { planShortCodes, type RegisteredCode, SHORT_CODES_FILE } from '#core/link/register.ts';
import { ProblemError } from '#core/problem.ts';
import { listCirculars, readTextIfThere } from './record-files.ts';
import { readTable } from './table-file.ts';

export const SHORT_CODE_COLUMNS = ['circular', 'code', 'minted'] as const;
export const MOVED_ADDRESS_COLUMNS = ['from', 'to', 'since', 'why'] as const;

const HEAD = `${SHORT_CODE_COLUMNS.join(',')}\n`;

/** Reads the register of short codes from its text; null stands for a file that is not there. */
export const readShortCodes = (text: string | null) =>
  readTable(SHORT_CODES_FILE, SHORT_CODE_COLUMNS, text);

/** Reads the moved addresses from their text; null stands for a file that is not there. */
export const readMovedAddresses = (text: string | null) =>
  readTable(MOVED_ADDRESSES_FILE, MOVED_ADDRESS_COLUMNS, text);

const rowOf = (line: string): RegisteredCode => {
  const [circular = '', code = '', minted = ''] = line.split(',');
  return { circular, code, minted };
};

/**
 * Every row that any commit up to now added to the register of short codes; null where the project is no clone of its
 * repository or git is not at hand.
 */
export const committedShortCodes = async (root: string): Promise<RegisteredCode[] | null> => {
  const args = ['log', '--format=', '--patch', '--unified=0', '--no-ext-diff', '--no-color'];
  try {
    const { stdout } = await promisify(execFile)(
      'git',
      ['-C', root, ...args, '--', join(root, SHORT_CODES_FILE)],
      { maxBuffer: 2 ** 28 },
    );
    const lines = stdout.split('\n').filter((line) => /^\+\d{4}\//.test(line));
    return [...new Set(lines.map((line) => line.slice(1).trimEnd()))].map(rowOf);
  } catch (error) {
    const { code } = error as { code?: unknown };
    // 128: no repository, or one without a commit.
    if (code === 'ENOENT' || code === 128) return null;
    throw error;
  }
};

/** The register of short codes of the project; throws every problem of reading it. */
export const loadShortCodes = async (root: string): Promise<readonly RegisteredCode[]> => {
  const { rows, problems } = readShortCodes(await readTextIfThere(join(root, SHORT_CODES_FILE)));
  if (!rows) throw new ProblemError(problems);
  return rows;
};

/** Rows that the register lacks: of circulars that have no short code yet. */
export const missingShortCodes = async (root: string, today: string): Promise<RegisteredCode[]> => {
  const circulars = (await listCirculars(root)).map(({ id }) => id);
  return planShortCodes(await loadShortCodes(root), circulars, today);
};

/** Adds rows to the register, whole or not at all. */
export const appendShortCodes = async (
  root: string,
  rows: readonly RegisteredCode[],
): Promise<void> => {
  const path = join(root, SHORT_CODES_FILE);
  const text = (await readTextIfThere(path)) ?? HEAD;
  const added = rows.map(({ circular, code, minted }) => `${circular},${code},${minted}\n`);
  await writeFile(path, text.replace(/\n*$/, '\n') + added.join(''));
};
