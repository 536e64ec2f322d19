import type { Buffer } from 'node:buffer';
import { type Population, SAMPLE_SOURCE } from '#core/figures/figures.ts';
import { levelOfType } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';
import type { Problem } from '#core/problem.ts';
import { POPULATION_COLUMNS, populationRow } from '#schema/figures.ts';
import type { FigureFile } from './figure-files.ts';
import {
  columnAt,
  type RowFault,
  readRow,
  sampleFault,
  startOfRows,
  unknownOffice,
  wholeFileProblem,
} from './row-text.ts';

const faultOf = (
  registry: Registry,
  row: Population,
  cells: readonly string[],
  file: FigureFile,
  isKnown: boolean,
): RowFault | null => {
  const office = registry.byId.get(row.office);
  if (office === undefined || levelOfType(office.type) !== 'authority') {
    return unknownOffice(row.office, 1);
  }
  if (isKnown) {
    return {
      field: 'office',
      column: 1,
      what: `${row.office} has a row already`,
      fix: 'Keep the newer one.',
    };
  }
  const isSample = row.source === SAMPLE_SOURCE;
  return file.isSample === isSample ? null : sampleFault(file, columnAt(cells, 3));
};

/** Reads the file of populations, one row an authority. */
export const readPopulation = (
  registry: Registry,
  file: FigureFile,
  bytes: Buffer,
): { readonly populations: ReadonlyMap<string, Population>; readonly problems: Problem[] } => {
  const populations = new Map<string, Population>();
  const whole = wholeFileProblem(bytes, file.path, POPULATION_COLUMNS);
  if (whole) return { populations, problems: [whole] };
  const problems: Problem[] = [];
  const lines = bytes.toString('utf8', startOfRows(bytes)).split(/\r?\n/);
  for (const [at, text] of lines.entries()) {
    if (text === '') continue;
    const { value, cells, faults } = readRow(text, POPULATION_COLUMNS, populationRow);
    const fault = value && faultOf(registry, value, cells, file, populations.has(value.office));
    if (value && !fault) populations.set(value.office, value);
    for (const said of fault ? [fault] : faults) {
      problems.push({ file: file.path, line: at + 2, ...said });
    }
  }
  return { populations, problems };
};
