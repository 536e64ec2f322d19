import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ProblemError } from '#core/problem.ts';
import { csvLine } from '#store/csv/table.ts';
import { readContentText, replaceContentFile } from '#store/files/content-file.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { type ReadTable, readTable, type TableRow } from './table-file.ts';

/** A register whose rows are only ever added, because what they say is printed on paper. */
export interface AppendOnlyRegister<Column extends string> {
  /** Relative to the project. */
  readonly file: string;
  /** In the order in which they stand in the file. */
  readonly columns: readonly Column[];
}

type Row<Column extends string> = Readonly<Record<Column, string>>;

/** Reads a register from its text; null stands for a file that is not there. */
export const readRegisterRows = <Column extends string>(
  { file, columns }: AppendOnlyRegister<Column>,
  text: string | null,
): ReadTable<Column> => readTable(file, columns, text);

/** The rows of a register of the project; throws every problem of reading it. */
export const loadRegisterRows = async <Column extends string>(
  root: string,
  register: AppendOnlyRegister<Column>,
): Promise<readonly TableRow<Column>[]> => {
  const text = readContentText(root, register.file);
  const { rows, problems } = readRegisterRows(register, text);
  if (!rows) throw new ProblemError(problems);
  return rows;
};

/** Rows among lines that need not all be rows: a heading of old, or a row that was broken once and fixed. */
const rowsOf = <Column extends string>(
  lines: readonly string[],
  { file, columns }: AppendOnlyRegister<Column>,
): Row<Column>[] => {
  const heading = csvLine(columns);
  const read = (some: readonly string[]) => readTable(file, columns, [heading, ...some].join('\n'));
  const rows = lines.filter((line) => line !== heading);
  const whole = read(rows).rows;
  return [...(whole ?? rows.flatMap((line) => read([line]).rows ?? []))];
};

/** Whether git could find a repository here: it looks for `.git` (a folder, or a file in a worktree) from here upwards. */
const mayBeInRepository = (folder: string): boolean =>
  process.env.GIT_DIR !== undefined ||
  existsSync(join(folder, '.git')) ||
  (dirname(folder) !== folder && mayBeInRepository(dirname(folder)));

/**
 * Every row that any commit up to now added to a register; null where the project is no clone of its repository or git
 * is not available.
 */
export const committedRows = async <Column extends string>(
  root: string,
  register: AppendOnlyRegister<Column>,
): Promise<Row<Column>[] | null> => {
  // To start git costs more than all the rest of the check of a small project.
  if (!mayBeInRepository(resolve(root))) return null;
  const args = ['log', '--format=', '--patch', '--unified=0', '--no-ext-diff', '--no-color'];
  try {
    const { stdout } = await promisify(execFile)(
      'git',
      ['-C', root, ...args, '--', join(root, register.file)],
      { maxBuffer: 2 ** 28 },
    );
    const added = stdout.split('\n').filter((line) => /^\+(?!\+\+ )/.test(line));
    return rowsOf([...new Set(added.map((line) => line.slice(1).trimEnd()))], register);
  } catch (error) {
    const { code } = error as { code?: unknown };
    // 128: no repository, or one without a commit.
    if (code === 'ENOENT' || code === 128) return null;
    throw error;
  }
};

/** Adds rows at the end of a register, whole or not at all, under the lock of those who write content. */
export const appendRegisterRows = async <Column extends string>(
  root: string,
  { file, columns }: AppendOnlyRegister<Column>,
  rows: readonly Row<Column>[],
): Promise<void> =>
  whileLockedFor(root, async () => {
    const before = readContentText(root, file) ?? csvLine(columns);
    const added = rows.map((row) => csvLine(columns.map((column) => row[column])));
    replaceContentFile(root, file, `${[before.replace(/\n*$/, ''), ...added].join('\n')}\n`);
  });
