import type { FiscalYear } from '#core/figures/fiscal-year.ts';
import { fiscalYearOfMonth, monthsOfFiscalYear } from '#core/figures/fiscal-year.ts';
import { levelOfType } from '#core/office/office.ts';
import { provinceOf } from '#core/office/registry.ts';
import { csvTable } from '#core/open-data/csv.ts';
import { openReport, openTransfer, reportRows } from '#core/open-data/figures.ts';
import { getFigures } from '../figures/data.ts';
import { keptPath } from '../kept-path.ts';
import { memoizePerBuild } from '../memo.ts';
import { getRegistry } from '../tracking/tracked.ts';
import { context, LICENCE, list } from './context.ts';

type OpenReport = NonNullable<ReturnType<typeof openReport>>;

/** What one file holds: the figures of a fiscal year and a province. */
interface Part<Item> {
  readonly fiscalYear: FiscalYear;
  readonly province: string;
  readonly items: readonly Item[];
}

const byYearAndProvince = (a: Part<unknown>, b: Part<unknown>): number =>
  b.fiscalYear - a.fiscalYear || (a.province < b.province ? -1 : 1);

const getGrantParts = () =>
  memoizePerBuild('open grants', async (): Promise<Part<ReturnType<typeof openTransfer>>[]> => {
    const [{ transfers }, registry] = await Promise.all([getFigures(), getRegistry()]);
    const groups = Map.groupBy(
      transfers,
      ({ fiscalYear, office }) => `${fiscalYear} ${provinceOf(registry, office)}`,
    );
    return [...groups]
      .map(([key, all]) => {
        const [year, province = ''] = key.split(' ');
        return { fiscalYear: Number(year), province, items: all.map(openTransfer) };
      })
      .sort(byYearAndProvince);
  });

const getFinanceParts = () =>
  memoizePerBuild('open finance', async (): Promise<Part<OpenReport>[]> => {
    const [{ finance }, registry] = await Promise.all([getFigures(), getRegistry()]);
    const years = [...new Set(finance.months.map(fiscalYearOfMonth))];
    const provinces = registry.offices.filter(({ type }) => type === 'province');
    const parts = years.flatMap((fiscalYear) =>
      provinces.map(({ id: province }) => {
        const offices = (registry.within.get(province) ?? []).filter(
          ({ type }) => levelOfType(type) === 'authority',
        );
        const items = offices.flatMap(({ id }) =>
          monthsOfFiscalYear(fiscalYear).flatMap((month) => openReport(finance, id, month) ?? []),
        );
        return { fiscalYear, province, items };
      }),
    );
    return parts.filter(({ items }) => items.length > 0).sort(byYearAndProvince);
  });

const FILES = {
  grants: getGrantParts,
  finance: getFinanceParts,
} as const;
export type FigureKind = keyof typeof FILES;

const pathOf = (kind: FigureKind, { fiscalYear, province }: Part<unknown>, format: string) =>
  `/api/v1/${kind}/${fiscalYear}/${province}.${format}`;

/** Every file of grants and finance, newest year first. */
export const getFigureIndex = async () => {
  const kinds = Object.entries(FILES) as [FigureKind, () => Promise<Part<{ sample: boolean }>[]>][];
  const all = await Promise.all(
    kinds.map(async ([kind, getParts]) =>
      (await getParts()).map((part) => ({
        kind,
        fiscalYear: part.fiscalYear,
        province: part.province,
        total: part.items.length,
        sample: part.items.some(({ sample }) => sample),
        url: context.url(pathOf(kind, part, 'json')),
        csv: context.url(pathOf(kind, part, 'csv')),
      })),
    ),
  );
  return all.flat();
};

const paramsOf = ({ fiscalYear, province }: Part<unknown>) => ({
  fiscalYear: String(fiscalYear),
  province,
});

/** Paths of the JSON files of a kind for `getStaticPaths`. */
export const getFigurePaths = async (kind: FigureKind) => {
  const parts: readonly Part<unknown>[] = await FILES[kind]();
  return Promise.all(parts.map((part) => keptPath(paramsOf(part), () => list(part.items))));
};

const TABLE = {
  grants: (items: readonly ReturnType<typeof openTransfer>[]) => items,
  finance: reportRows,
} as const;

const tableOf = (kind: FigureKind, items: readonly unknown[]): string => {
  const rows = TABLE[kind](items as never).map((row) => ({
    ...row,
    licence: LICENCE,
    asOf: context.asOf,
  }));
  return csvTable(Object.keys(rows[0] ?? {}), rows);
};

/** Paths of the CSV files of a kind for `getStaticPaths`. */
export const getFigureTablePaths = async (kind: FigureKind) => {
  const parts: readonly Part<unknown>[] = await FILES[kind]();
  return Promise.all(
    parts.map((part) => keptPath(paramsOf(part), () => tableOf(kind, part.items))),
  );
};

/** A table as a file. */
export const csv = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
