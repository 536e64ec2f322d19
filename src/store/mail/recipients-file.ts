import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import {
  RECIPIENT_COLUMNS,
  type Recipient,
  type RecipientEntry,
  recipients,
} from '#core/digest/recipient.ts';
import { ProblemError } from '#core/problem.ts';
import { readTable } from '#store/csv/table.ts';
import { readText } from '#store/files/read-file.ts';

/** Folders of a project that are published or kept in its repository for all to read. */
const OPEN_FOLDERS = ['content', 'public', 'dist', 'src', 'docs'];

/** The folder of the project that is published and that a path lies in; null where it lies in none. */
const openFolder = (root: string, path: string): string | null => {
  const inside = relative(realpathSync(root), realpathSync(path));
  const isInside = !isAbsolute(inside) && inside.split(sep)[0] !== '..';
  return isInside ? (OPEN_FOLDERS.find((name) => inside.split(sep)[0] === name) ?? null) : null;
};

/**
 * Reads a list of recipients. Throws a ProblemError with every wrong cell by line and column, and where the list lies in
 * a folder that is published: addresses are personal data.
 */
export const readRecipients = async (root: string, file: string): Promise<readonly Recipient[]> => {
  const path = resolve(root, file);
  const text = await readText(path);
  const open = openFolder(root, path);
  if (open !== null) {
    throw new ProblemError([
      {
        file,
        what: `this list of recipients lies in ${open}/`,
        why: 'Addresses are personal data, and that folder is published or kept in the repository.',
        fix: 'Move it out of the project, and remove it from the history of the repository too.',
      },
    ]);
  }
  const rows = readTable(text, file, RECIPIENT_COLUMNS);
  const entries = rows.map(({ cells }) => cells as RecipientEntry);
  const { recipients: found, problems } = recipients(entries);
  if (problems.length === 0) return found;
  throw new ProblemError(
    problems.map(({ index, field, what, fix }) => ({
      file,
      line: rows[index]?.line,
      column: RECIPIENT_COLUMNS.indexOf(field) + 1,
      field,
      what,
      fix,
    })),
  );
};

/** Where the ledger of a list lies, unless somebody says otherwise. */
export const ledgerPath = (root: string, list: string): string =>
  `${join(resolve(root, list))}.sent.jsonl`;
