import type { PermanentIdRegister } from '#core/check/content.ts';
import type { Problem } from '#core/problem.ts';
import { readTable } from './table-file.ts';

/** Register of the permanent ids of circulars, relative to the project. */
export const REGISTER = 'content/circulars/permanent-ids.csv';

/** Columns of the register, in order. */
export const REGISTER_COLUMNS = ['id', 'year', 'issuer', 'number', 'date', 'minted'] as const;

/** Reads the register from its text; null stands for a file that is not there. */
export const readPermanentIdRegister = (
  text: string | null,
): { readonly value: PermanentIdRegister | null; readonly problems: readonly Problem[] } => {
  const { rows, problems } = readTable(REGISTER, REGISTER_COLUMNS, text);
  return { value: rows && { file: REGISTER, rows }, problems };
};
