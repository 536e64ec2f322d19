import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { FinanceRow } from '#core/figures/finance.ts';
import { type FiscalYear, fiscalYearOfMonth } from '#core/figures/fiscal-year.ts';
import {
  type Completed,
  completeFinance,
  completeTransfer,
  type Defaults,
} from '#core/figures/import/complete.ts';
import { type Incoming, mergeFinance, mergeTransfers } from '#core/figures/import/merge.ts';
import { officeFinder } from '#core/figures/import/office-names.ts';
import { type Draft, readSheet, type SheetReading } from '#core/figures/import/sheet.ts';
import type { SheetContext } from '#core/figures/import/sheet-context.ts';
import { isSecrecyLine } from '#core/letter/secrecy.ts';
import type { Registry } from '#core/office/registry.ts';
import { provinceOf } from '#core/office/registry.ts';
import { ProblemError } from '#core/problem.ts';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import {
  financeTexts,
  readFinanceRows,
  readTransferRows,
  transferTexts,
} from '#store/figures/figure-rows.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { openRegister } from '#store/register/read-register.ts';
import type { SkippedSheet } from '#store/register/register-file.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { IMPORT_OPTIONS, readImportOptions } from './import-options.ts';
import { type RestRow, requireRestFile, writeRest } from './rest.ts';
import { applyFiles, type FilePlan, planFiles } from './write-files.ts';

interface NamedReading extends SheetReading {
  readonly name: string | null;
  /** Rows with amounts that the spreadsheet hides. */
  readonly hidden: readonly number[];
}

const hiddenIn = (rows: readonly RegisterRow[], drafts: readonly Draft[]): number[] => {
  const lines = new Set(drafts.map(({ line }) => line));
  return rows.flatMap(({ line, isHidden }) => (isHidden && lines.has(line) ? [line] : []));
};

/** A row of a sheet, or of a file without sheets. */
const placeOf = ({ name }: { readonly name: string | null }, line: number): string =>
  name === null ? String(line) : `${name}!${line}`;

interface FileReading {
  readonly sheets: readonly NamedReading[];
  readonly skipped: readonly SkippedSheet[];
}

const secretFile = (file: string, line: number): ProblemError =>
  new ProblemError([
    {
      file,
      line,
      what: 'the file bears a mark of secrecy',
      why: 'What is marked as secret may never be published, nor copied into a file to look at. Nothing was written.',
      fix: 'Import a file without it.',
    },
  ]);

const readFile = async (
  root: string,
  file: string,
  context: SheetContext,
  registry: Registry,
): Promise<FileReading> => {
  const { sheets, skipped } = await openRegister(resolve(root, file), file);
  const finder = officeFinder(registry);
  const readings: NamedReading[] = [];
  const unread: SkippedSheet[] = [...skipped];
  for (const { name, rows } of sheets) {
    const all: RegisterRow[] = [];
    for await (const row of rows()) all.push(row);
    const secret = all.find(({ cells }) => cells.some(isSecrecyLine));
    if (secret) throw secretFile(file, secret.line);
    const reading = readSheet(all, name, context, finder);
    if (reading.heading === null) {
      const reason = 'no row of it is the heading of grants or finance';
      unread.push({ name: name ?? file, reason });
    } else readings.push({ name, ...reading, hidden: hiddenIn(all, reading.drafts) });
  }
  if (readings.length > 0) return { sheets: readings, skipped: unread };
  throw new ProblemError(
    unread.map(({ name, reason }) => ({
      file,
      what: `${name === file ? 'the file' : `the sheet ${JSON.stringify(name)}`} was not read: ${reason}`,
      why: 'A heading names whose or of what the amounts are (อปท., หมวด), and the amounts (จำนวนเงิน, months or categories).',
      fix: 'Compare with the shapes in docs/figures.md; give what the file leaves out as options.',
    })),
  );
};

interface Origin {
  readonly sheet: NamedReading;
  readonly draft: Draft;
}

interface Outcome {
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly same: number;
  readonly texts: ReadonlyMap<string, string>;
  readonly refused: readonly { readonly origin: Origin; readonly reason: string }[];
}

const draftsOf = (sheets: readonly NamedReading[]): Origin[] =>
  sheets.flatMap((sheet) => sheet.drafts.map((draft) => ({ sheet, draft })));

/** Completes drafts; those that lack something are refused. */
const completed = <Value>(
  origins: readonly Origin[],
  complete: (draft: Draft) => Completed<Value>,
) => {
  const incoming: Incoming<Value, Origin>[] = [];
  const refused: { origin: Origin; reason: string }[] = [];
  for (const origin of origins) {
    const { row, reason } = complete(origin.draft);
    if (row === undefined) refused.push({ origin, reason: reason as string });
    else incoming.push({ row, origin });
  }
  return { incoming, refused };
};

const importFinance = (
  root: string,
  sheets: readonly NamedReading[],
  defaults: Defaults,
  registry: Registry,
): Outcome => {
  const { incoming, refused } = completed(draftsOf(sheets), (draft) =>
    completeFinance(draft, defaults),
  );
  const years = new Set<FiscalYear>(incoming.map(({ row }) => fiscalYearOfMonth(row.month)));
  const rows = readFinanceRows(root, years);
  const plan = mergeFinance(rows.byKey, incoming);
  return {
    read: incoming.length + refused.length,
    added: plan.added.length,
    updated: plan.updated.size,
    same: plan.same,
    texts: financeTexts(rows, plan, (office: FinanceRow['office']) => provinceOf(registry, office)),
    refused: [...refused, ...plan.refused],
  };
};

const importGrants = (
  root: string,
  sheets: readonly NamedReading[],
  defaults: Defaults,
): Outcome => {
  const { incoming, refused } = completed(draftsOf(sheets), (draft) =>
    completeTransfer(draft, defaults),
  );
  const rows = readTransferRows(root, new Set(incoming.map(({ row }) => row.fiscalYear)));
  const plan = mergeTransfers(rows.byKey, incoming);
  return {
    read: incoming.length + refused.length,
    added: plan.added.length,
    updated: 0,
    same: plan.same,
    texts: transferTexts(rows, plan),
    refused: [...refused, ...plan.refused],
  };
};

/** Everything that fits nowhere, in the order of the file. */
const restOf = (
  { sheets }: FileReading,
  refused: readonly { readonly origin: Origin; readonly reason: string }[],
): RestRow[] =>
  sheets.flatMap((sheet) => {
    const own = refused.flatMap(({ origin, reason }) =>
      origin.sheet === sheet
        ? [{ line: origin.draft.line, cells: origin.draft.cells, reason }]
        : [],
    );
    const byRow = Map.groupBy([...sheet.left, ...own], ({ line }) => line);
    return [...byRow]
      .sort(([a], [b]) => a - b)
      .map(([line, all]) => ({
        place: placeOf(sheet, line),
        reason: [...new Set(all.map(({ reason }) => reason))].join('; '),
        heading: sheet.heading ?? [],
        cells: all[0]?.cells ?? [],
      }));
  });

/** What an import did, or would do in a dry run. */
interface ImportSummary {
  readonly file: string;
  readonly kind: 'grants' | 'finance';
  readonly isDryRun: boolean;
  readonly outcome: Outcome;
  readonly plan: FilePlan;
  readonly reading: FileReading;
  readonly rest: readonly RestRow[];
  readonly restName: string;
}

const dataOf = ({ kind, outcome, plan, reading, rest, restName }: ImportSummary) => ({
  kind,
  read: outcome.read,
  added: outcome.added,
  updated: outcome.updated,
  same: outcome.same,
  files: [...plan.created, ...plan.changed],
  left: rest.map(({ place, reason }) => ({ line: place, reason })),
  rest: rest.length > 0 ? restName : null,
  unreadColumns: [...new Set(reading.sheets.flatMap(({ unread }) => unread))],
  skippedSheets: reading.skipped,
  hiddenRows: reading.sheets.flatMap((sheet) => sheet.hidden.map((line) => placeOf(sheet, line))),
});

const printSummary = (summary: ImportSummary, io: CommandIo): void => {
  const { file, kind, isDryRun, outcome, plan, reading, rest, restName } = summary;
  const verb = isDryRun ? 'would be ' : '';
  io.out(
    `${file}: ${outcome.read} amounts of ${kind}; ${outcome.added} ${verb}added, ${outcome.updated} ${verb}updated, ${outcome.same} on record already, ${rest.length} rows left over`,
  );
  for (const path of [...plan.created, ...plan.changed]) io.out(`  ${path}`);
  for (const { name, reason } of reading.skipped) io.out(`  sheet ${name} not read: ${reason}`);
  const { unreadColumns, hiddenRows } = dataOf(summary);
  if (hiddenRows.length > 0) {
    const more = hiddenRows.length > 10 ? ` and ${hiddenRows.length - 10} more` : '';
    io.out(`  rows read that the spreadsheet hides: ${hiddenRows.slice(0, 10).join(', ')}${more}`);
  }
  if (unreadColumns.length > 0) io.out(`  columns not read: ${unreadColumns.join(', ')}`);
  for (const { place, reason } of rest.slice(0, 20)) io.out(`  line ${place}: ${reason}`);
  if (rest.length > 20) io.out(`  and ${rest.length - 20} more`);
  if (rest.length > 0 && !isDryRun) io.out(`  see ${restName}`);
};

/** `npm run figures -- import` */
export const importFigures: Command = {
  help: `
npm run figures -- import FILE [--kind grants|finance] [--office O] [--province P] [--month YYYY-MM] [--fiscal-year 2569]
                   [--side revenue|expenditure] [--grant NAME] [--transfer NAME] [--period NAME] [--date YYYY-MM-DD]
                   [--letter NUMBER] [--source TEXT] [--as-of YYYY-MM-DD] [--rest FILE] [--dry-run] [--json]

Takes over transfers or revenue and expenditure from a CSV (UTF-8, UTF-16, Windows-874), XLSX, ODS or web page with tables, as
offices export them: Thai headings in one row or two, merged titles, a sheet a month, months as "ต.ค. 67" or dates of the
Buddhist era, Thai digits, "1,234.50", "(1,234.50)", "-" for nothing. Totals are compared and never taken; what fits nowhere
goes to a file to look at. Importing a file twice changes nothing. What a file leaves out is given as options, which go
before what it says. More in docs/figures.md.

  --as-of    the day whose state the figures give; newer ones take the place of older ones
  --source   where the figures come from (default: the name of the file)
  --rest     where rows go that fit nowhere (default: FILE.rest.csv)
  --dry-run  shows what would be taken over, writes nothing

  npm run figures -- import finance-2569.xlsx --province p50 --as-of 2026-11-10 --dry-run
  npm run figures -- import transfer-3.csv --letter "มท 0808.2/ว 1234" --date 2026-01-15
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: IMPORT_OPTIONS,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Give one file.');
    const isDryRun = values['dry-run'];
    const restName = values.rest ?? `${file}.rest.csv`;
    const run = async (): Promise<number> => {
      const registry = await readRegistry(io.cwd);
      const { context, kind: asked } = readImportOptions(values, registry);
      const reading = await readFile(io.cwd, file, context, registry);
      const isGrants =
        asked === null ? reading.sheets.some((one) => one.isGrants) : asked === 'grants';
      const defaults = { source: values.source ?? basename(file), today: io.today };
      const outcome = isGrants
        ? importGrants(io.cwd, reading.sheets, defaults)
        : importFinance(io.cwd, reading.sheets, defaults, registry);
      const plan = planFiles(io.cwd, outcome.texts);
      const rest = restOf(reading, outcome.refused);
      const restPath = resolve(io.cwd, restName);
      if (!isDryRun) {
        requireRestFile(restPath, restName);
        applyFiles(io.cwd, outcome.texts, plan);
        writeRest(restPath, rest);
      }
      const kind = isGrants ? 'grants' : 'finance';
      const summary = { file, kind, isDryRun, outcome, plan, reading, rest, restName } as const;
      if (values.json) io.out(JSON.stringify(dataOf(summary), null, 2));
      else printSummary(summary, io);
      return EXIT.ok;
    };
    return isDryRun ? run() : whileLockedFor(io.cwd, run);
  },
};
