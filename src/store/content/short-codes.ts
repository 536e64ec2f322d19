import { MOVED_ADDRESSES_FILE } from '#core/address/moved.ts';
import {
  planShortCodes,
  type RegisteredCode,
  SHORT_CODES_FILE,
} from '#core/short-link/register.ts';
import { type AppendOnlyRegister, appendRegisterRows, loadRegisterRows } from './append-only.ts';
import { listCirculars } from './record-files.ts';
import { readTable } from './table-file.ts';

/** The register of short codes. */
export const SHORT_CODES: AppendOnlyRegister<'circular' | 'code' | 'minted'> = {
  file: SHORT_CODES_FILE,
  columns: ['circular', 'code', 'minted'],
};
export const MOVED_ADDRESS_COLUMNS = ['from', 'to', 'since', 'why'] as const;

/** Reads the moved addresses from their text; null stands for a file that is not there. */
export const readMovedAddresses = (text: string | null) =>
  readTable(MOVED_ADDRESSES_FILE, MOVED_ADDRESS_COLUMNS, text);

/** Rows that the register lacks: of circulars that have no short code yet. */
export const missingShortCodes = async (root: string, today: string): Promise<RegisteredCode[]> => {
  const circulars = (await listCirculars(root)).map(({ id }) => id);
  return planShortCodes(await loadRegisterRows(root, SHORT_CODES), circulars, today);
};

/** Adds rows to the register, whole or not at all. */
export const appendShortCodes = (root: string, rows: readonly RegisteredCode[]): Promise<void> =>
  appendRegisterRows(root, SHORT_CODES, rows);
