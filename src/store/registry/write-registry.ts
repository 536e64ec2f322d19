import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { statesOf } from '#core/office/history.ts';
import type { Office } from '#core/office/office.ts';
import { OFFICE_COLUMNS } from '#schema/office.ts';
import { csvLine } from '#store/csv/table.ts';
import { readTextNow } from '#store/files/read-file.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import { readOffices } from './read-registry.ts';

const officeLine = (one: Office): string => {
  const cells: Record<(typeof OFFICE_COLUMNS)[number], string | undefined> = {
    id: one.id,
    type: one.type,
    name: one.name,
    name_en: one.nameEn,
    province: one.province,
    districts: one.districts.join(' '),
    prefix: one.prefix,
    from: one.from,
    until: one.until,
    successor: one.successor,
    source: one.source,
  };
  return csvLine(OFFICE_COLUMNS.map((column) => cells[column] ?? ''));
};

/** Offices as a file of the registry; what would not read back the same is refused. */
export const officesText = (offices: readonly Office[], file: string): string => {
  const text = `${OFFICE_COLUMNS.join(',')}\n${offices
    .flatMap(statesOf)
    .map((one) => `${officeLine(one)}\n`)
    .join('')}`;
  readOffices(text, file);
  return text;
};

/** Writes a file of the registry, whole or not at all; false where it says the same already and stays untouched. */
export const writeOffices = (path: string, text: string): boolean => {
  if (existsSync(path) && readTextNow(path) === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, text);
  return true;
};
