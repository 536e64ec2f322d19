import type { Office } from '#core/office/office.ts';
import { oncePerBuild } from '../content.ts';
import { getOffices } from '../offices.ts';

/** Names of offices by id. */
export type OfficeNames = Readonly<Record<string, string>>;

/** The two digits of the province in which an office lies: `50` of `p50`, `d5009` and `a500050`. */
const provinceOf = ({ id }: Office): string | null => /^[pda](\d{2})/.exec(id)?.[1] ?? null;

const getByProvince = (): Promise<ReadonlyMap<string | null, readonly Office[]>> =>
  oncePerBuild('offices by province', async () =>
    Map.groupBy((await getOffices()).values(), provinceOf),
  );

/** Provinces that have offices, by their two digits. */
export const getProvinces = async (): Promise<{ readonly code: string; readonly name: string }[]> =>
  [...(await getOffices()).values()]
    .flatMap(({ id, name }) => (/^p\d{2}$/.test(id) ? [{ code: id.slice(1), name }] : []))
    .sort((a, b) => a.name.localeCompare(b.name, 'th'));

const RANK: Readonly<Record<string, number>> = { p: 0, d: 1, a: 2 };

/** For each province a file with the names of its offices: the province itself, its districts, its authorities. */
export const getOfficeNamePaths = async () =>
  [...(await getByProvince())].flatMap(([province, offices]) => {
    if (province === null) return [];
    const sorted = [...offices].sort(
      (a, b) =>
        (RANK[a.id.charAt(0)] ?? 0) - (RANK[b.id.charAt(0)] ?? 0) ||
        a.name.localeCompare(b.name, 'th'),
    );
    const names: OfficeNames = Object.fromEntries(sorted.map(({ id, name }) => [id, name]));
    return [{ params: { province }, props: { names } }];
  });
