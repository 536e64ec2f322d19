import { SAMPLE_SOURCE } from '#core/figures/figures.ts';
import type { FiscalYear } from '#core/figures/fiscal-year.ts';
import { fiscalYearOfMonth } from '#core/figures/fiscal-year.ts';
import { levelOfType } from '#core/office/office.ts';
import { provinceOf } from '#core/office/registry.ts';
import { Digest } from '#core/open-data/digest.ts';
import {
  countReports,
  digestOfPart,
  financeCsv,
  financeJson,
} from '#core/open-data/finance-text.ts';
import { transfersCsv, transfersJson } from '#core/open-data/transfers-text.ts';
import { fileResponse } from '#output/file-response.ts';
import { getFigureDays, getFigures } from '../figures/data.ts';
import { keptByKey } from '../kept-path.ts';
import { memoizePerBuild } from '../memo.ts';
import { getRegistry } from '../tracking/tracked.ts';
import { context, LICENCE } from './context.ts';

/** What one file holds: the figures of a fiscal year and a province. */
interface Part {
  readonly fiscalYear: FiscalYear;
  readonly province: string;
  /** Transfers, or reports of an office and month. */
  readonly total: number;
  /** Whether any of it is made up. */
  readonly sample: boolean;
  /** A text that is another one as soon as its figures are. */
  readonly digest: () => string;
  /** What is in its file, as JSON and as CSV. */
  readonly json: () => Uint8Array<ArrayBuffer>;
  readonly csv: () => Uint8Array<ArrayBuffer>;
}

/** What each file of a kind states besides its figures: the day is that of the newest of them, and no other on the next day. */
const factsOf = async (kind: FigureKind) => ({
  licence: LICENCE,
  asOf: (await getFigureDays())[kind],
});

const byYearAndProvince = (a: Part, b: Part): number =>
  b.fiscalYear - a.fiscalYear || (a.province < b.province ? -1 : 1);

const digestOf = (bytes: Uint8Array): string => {
  const digest = new Digest();
  digest.addBytes(bytes);
  return digest.text();
};

const getGrantParts = () =>
  memoizePerBuild('open grants', async (): Promise<Part[]> => {
    const [{ transfers }, registry] = await Promise.all([getFigures(), getRegistry()]);
    const facts = await factsOf('grants');
    const groups = Map.groupBy(
      transfers,
      ({ fiscalYear, office }) => `${fiscalYear} ${provinceOf(registry, office)}`,
    );
    return [...groups]
      .map(([key, all]) => {
        const [year, province = ''] = key.split(' ');
        const json = () => transfersJson(all, facts);
        let known: string | undefined;
        return {
          fiscalYear: Number(year),
          province,
          total: all.length,
          sample: all.some(({ source }) => source === SAMPLE_SOURCE),
          digest: () => {
            known ??= digestOf(json());
            return known;
          },
          json,
          csv: () => transfersCsv(all, facts),
        };
      })
      .sort(byYearAndProvince);
  });

const getFinanceParts = () =>
  memoizePerBuild('open finance', async (): Promise<Part[]> => {
    const [{ finance: cube }, registry] = await Promise.all([getFigures(), getRegistry()]);
    const facts = await factsOf('finance');
    const years = [...new Set(cube.months.map(fiscalYearOfMonth))];
    const provinces = registry.offices.filter(({ type }) => type === 'province');
    const parts = years.flatMap((fiscalYear) =>
      provinces.map(({ id: province }): Part => {
        const offices = (registry.within.get(province) ?? [])
          .filter(({ type }) => levelOfType(type) === 'authority')
          .map(({ id }) => id);
        const from = cube.months.findIndex((month) => fiscalYearOfMonth(month) === fiscalYear);
        const part = { cube, offices, from, to: from + 12 };
        return {
          fiscalYear,
          province,
          ...countReports(part),
          digest: () => digestOfPart(part),
          json: () => financeJson(part, facts),
          csv: () => financeCsv(part, facts),
        };
      }),
    );
    return parts.filter(({ total }) => total > 0).sort(byYearAndProvince);
  });

const FILES = {
  grants: getGrantParts,
  finance: getFinanceParts,
} as const;
export type FigureKind = keyof typeof FILES;

const pathOf = (kind: FigureKind, { fiscalYear, province }: Part, format: string) =>
  `/api/v1/${kind}/${fiscalYear}/${province}.${format}`;

/** Every file of grants and finance, newest year first. */
export const getFigureIndex = async () => {
  const kinds = Object.entries(FILES) as [FigureKind, () => Promise<Part[]>][];
  const all = await Promise.all(
    kinds.map(async ([kind, getParts]) =>
      (await getParts()).map((part) => ({
        kind,
        fiscalYear: part.fiscalYear,
        province: part.province,
        total: part.total,
        sample: part.sample,
        url: context.url(pathOf(kind, part, 'json')),
        csv: context.url(pathOf(kind, part, 'csv')),
      })),
    ),
  );
  return all.flat();
};

/** Paths of the files of a kind in one format for `getStaticPaths`. */
export const getFigurePaths = async (kind: FigureKind, format: 'json' | 'csv') => {
  const facts = await factsOf(kind);
  return (await FILES[kind]()).map((part) => {
    const params = { fiscalYear: String(part.fiscalYear), province: part.province };
    return keptByKey(params, JSON.stringify([facts, part.digest()]), part[format]);
  });
};

const TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The bytes of a file of a format. */
export const fileOf = (bytes: Uint8Array<ArrayBuffer>, format: keyof typeof TYPES): Response =>
  fileResponse(bytes, TYPES[format]);
