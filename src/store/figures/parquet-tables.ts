import { CATEGORY_BY_CODE } from '#core/figures/classification.ts';
import type { Figures } from '#core/figures/figures.ts';
import { SAMPLE_SOURCE, sourceText } from '#core/figures/figures.ts';
import type { FinanceCube } from '#core/figures/finance.ts';
import { type FiscalYear, fiscalYearOfMonth } from '#core/figures/fiscal-year.ts';
import type { Transfer } from '#core/figures/transfer.ts';
import { dayNumber } from '#core/letter/date.ts';
import { levelOfType } from '#core/office/office.ts';
import { provinceOf, type Registry } from '#core/office/registry.ts';
import { partitionOf } from '#store/parquet/export-folder.ts';
import { type ParquetColumn, parquetFile } from '#store/parquet/write-parquet.ts';

/** Tables that the export of figures writes. */
export const FIGURE_TABLES = ['offices', 'grants', 'finance'] as const;

/** A file of an export: its path in the folder, its rows, and its bytes, made when asked for. */
export interface ExportFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: () => Uint8Array;
}

const orNull = (text: string | undefined): string | null => (text ? text : null);

const officesFile = (registry: Registry, { populations }: Figures): ExportFile => {
  const offices = registry.offices.filter(({ type }) => levelOfType(type) === 'authority');
  const text = (name: string, values: (string | null)[]): ParquetColumn => ({
    name,
    type: 'text',
    values,
  });
  const columns = (): ParquetColumn[] => [
    text(
      'office',
      offices.map(({ id }) => id),
    ),
    text(
      'type',
      offices.map(({ type }) => type),
    ),
    text(
      'name',
      offices.map(({ name }) => name),
    ),
    text(
      'province',
      offices.map(({ province }) => orNull(province)),
    ),
    text(
      'district',
      offices.map(({ districts }) => orNull(districts[0])),
    ),
    {
      name: 'until',
      type: 'day',
      values: offices.map(({ until }) => (until && until.length === 10 ? dayNumber(until) : null)),
    },
    {
      name: 'people',
      type: 'whole',
      values: offices.map(({ id }) => populations.get(id)?.people ?? null),
    },
  ];
  return {
    path: 'offices/offices.parquet',
    rows: offices.length,
    bytes: () => parquetFile(columns()),
  };
};

const grantColumns = (all: readonly Transfer[]): ParquetColumn[] => [
  { name: 'transfer', type: 'text', values: all.map(({ transfer }) => transfer) },
  { name: 'grant_type', type: 'text', values: all.map(({ grantType }) => grantType) },
  { name: 'period', type: 'text', values: all.map(({ period }) => orNull(period)) },
  { name: 'office', type: 'text', values: all.map(({ office }) => office) },
  { name: 'amount', type: 'baht', values: all.map(({ amount }) => amount) },
  { name: 'date', type: 'day', values: all.map(({ date }) => dayNumber(date)) },
  {
    name: 'letter_number',
    type: 'text',
    values: all.map(({ letterNumber }) => orNull(letterNumber)),
  },
  { name: 'source', type: 'text', values: all.map(({ source }) => sourceText(source)) },
  { name: 'sample', type: 'truth', values: all.map(({ source }) => source === SAMPLE_SOURCE) },
];

const grantFiles = (registry: Registry, { transfers }: Figures): ExportFile[] =>
  [
    ...Map.groupBy(transfers, ({ fiscalYear, office }) =>
      partitionOf('grants', provinceOf(registry, office), fiscalYear),
    ),
  ].map(([folder, all]) => ({
    path: `${folder}/part.parquet`,
    rows: all.length,
    bytes: () => parquetFile(grantColumns(all)),
  }));

/** Places of the reports of some offices in some months that have a record. */
const reportsOf = (
  cube: FinanceCube,
  offices: readonly number[],
  months: readonly number[],
): number[] =>
  offices.flatMap((office) =>
    months
      .map((month) => office * cube.months.length + month)
      .filter((report) => (cube.asOf[report] as number) >= 0),
  );

const financeColumns = (cube: FinanceCube, reports: readonly number[]): ParquetColumn[] => {
  const width = cube.categories.length;
  const cells = reports.flatMap((report) =>
    cube.categories.flatMap((code, at) => {
      const amount = cube.amounts[report * width + at] as number;
      return Number.isNaN(amount) ? [] : [{ report, code, amount }];
    }),
  );
  const text = (name: string, read: (cell: (typeof cells)[number]) => string): ParquetColumn => ({
    name,
    type: 'text',
    values: cells.map(read),
  });
  const months = cube.months.map((month) => dayNumber(`${month}-01`));
  const sourceOf = (report: number): string =>
    cube.sources[cube.source[report] as number] as string;
  return [
    text('office', ({ report }) => cube.offices[Math.floor(report / months.length)] as string),
    {
      name: 'month',
      type: 'day',
      values: cells.map(({ report }) => months[report % months.length] as number),
    },
    text('side', ({ code }) => CATEGORY_BY_CODE.get(code)?.side as string),
    text('category', ({ code }) => code),
    { name: 'amount', type: 'baht', values: cells.map(({ amount }) => BigInt(amount)) },
    text('source', ({ report }) => sourceText(sourceOf(report))),
    { name: 'as_of', type: 'day', values: cells.map(({ report }) => cube.asOf[report] as number) },
    {
      name: 'sample',
      type: 'truth',
      values: cells.map(({ report }) => sourceOf(report) === SAMPLE_SOURCE),
    },
  ];
};

const financeFiles = (registry: Registry, { finance: cube }: Figures): ExportFile[] => {
  const byProvince = Map.groupBy(cube.offices.keys(), (at) =>
    provinceOf(registry, cube.offices[at] as string),
  );
  const byYear = Map.groupBy(
    cube.months.keys(),
    (at): FiscalYear => fiscalYearOfMonth(cube.months[at] as string),
  );
  return [...byProvince].flatMap(([province, offices]) =>
    [...byYear].flatMap(([year, months]) => {
      const reports = reportsOf(cube, offices, months);
      if (reports.length === 0) return [];
      const path = `${partitionOf('finance', province, year)}/part.parquet`;
      return [
        { path, rows: reports.length, bytes: () => parquetFile(financeColumns(cube, reports)) },
      ];
    }),
  );
};

/** Every file of the export of figures. `rows` of finance counts reports, of the others rows. */
export const figureFiles = (registry: Registry, figures: Figures): ExportFile[] => [
  officesFile(registry, figures),
  ...grantFiles(registry, figures),
  ...financeFiles(registry, figures),
];
