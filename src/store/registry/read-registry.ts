import { join } from 'node:path';
import { checkOffices } from '#core/office/check.ts';
import { withFormer } from '#core/office/history.ts';
import type { Office } from '#core/office/office.ts';
import { buildRegistry, type Registry } from '#core/office/registry.ts';
import { ProblemError } from '#core/problem.ts';
import type { OfficeRule } from '#core/tracking/office-rules.ts';
import { OFFICE_COLUMNS, office, officeTotal } from '#schema/office.ts';
import { OFFICE_RULE_COLUMNS, officeRule } from '#schema/office-rule.ts';
import { keptReading } from '#store/content/kept-reading.ts';
import { readRows, readTable } from '#store/csv/table.ts';
import { readContentText } from '#store/files/content-file.ts';

/** Files of the registry, relative to the project. The local one is a list that each portal imports for itself. */
export const REGISTRY_FILES = {
  offices: 'content/registry/offices.csv',
  coverage: 'content/registry/coverage.csv',
  local: 'content/registry/local/authorities.csv',
  officeRules: 'content/registry/office-rules.csv',
} as const;

const COVERAGE_COLUMNS = ['area', 'type', 'total', 'as_of', 'source'] as const;

/** Reads offices from CSV text with the columns of the registry, each with what it was before; every problem at once. */
export const readOffices = (text: string, file: string): Office[] => {
  const { values, problems } = readRows(readTable(text, file, OFFICE_COLUMNS), office, file);
  if (problems.length > 0) throw new ProblemError(problems);
  return withFormer(values);
};

const readRequired = (root: string, file: string): string => {
  const text = readContentText(root, file);
  if (text !== null) return text;
  throw new ProblemError([
    {
      file,
      what: 'the file is not there',
      why: 'Without the registry nothing tells which offices there are.',
      fix: 'Restore it from the version history.',
    },
  ]);
};

const readNow = (root: string): Registry => {
  const { offices: file, coverage, local } = REGISTRY_FILES;
  const committed = readOffices(readRequired(root, file), file);
  const twice = checkOffices(committed);
  const localText = readContentText(root, local);
  const offices = [...committed, ...(localText === null ? [] : readOffices(localText, local))];
  const totals = readRows(
    readTable(readRequired(root, coverage), coverage, COVERAGE_COLUMNS),
    officeTotal,
    coverage,
  );
  const registry = buildRegistry(offices, totals.values);
  const problems = [...twice, ...totals.problems, ...checkOffices([...registry.byId.values()])];
  if (problems.length > 0)
    throw new ProblemError([...new Map(problems.map((p) => [`${p.field} ${p.what}`, p])).values()]);
  return registry;
};

/** The registry of the project at `root`: what is committed, and over it the local list where there is one. */
export const readRegistry = async (root: string): Promise<Registry> => readNow(root);

const KEPT = '.cache/build/registry.bin';

/** What was read last: a build asks for offices, for their totals, and for the office that a text names. */
let last: { readonly inputs: string; readonly registry: Registry } | undefined;

/** As {@link readRegistry}, from what the last build read of the same files. */
export const readKeptRegistry = async (root: string): Promise<Registry> => {
  const { offices: file, coverage, local } = REGISTRY_FILES;
  const inputs = JSON.stringify([file, coverage, local].map((one) => readContentText(root, one)));
  if (last?.inputs === inputs) return last.registry;
  const { offices, totals } = keptReading(join(root, KEPT), inputs, () => {
    const registry = readNow(root);
    return { offices: registry.offices, totals: registry.totals };
  });
  last = { inputs, registry: buildRegistry(offices, totals) };
  return last.registry;
};

/** Rules that offices set for themselves; none where there is no file of them. */
export const readOfficeRules = async (root: string): Promise<OfficeRule[]> => {
  const file = REGISTRY_FILES.officeRules;
  const text = readContentText(root, file);
  if (text === null) return [];
  const { values, problems } = readRows(
    readTable(text, file, OFFICE_RULE_COLUMNS),
    officeRule,
    file,
  );
  if (problems.length > 0) throw new ProblemError(problems);
  return values;
};
