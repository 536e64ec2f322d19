import { fetchJson } from './fetch-json.ts';
import { BASE } from './portal-base.ts';

/** Names of the offices of a province by id; null where there is no such province or no connection. */
export const fetchOfficeNames = (
  province: string,
): Promise<Readonly<Record<string, string>> | null> =>
  fetchJson<Readonly<Record<string, string>>>(`${BASE}/offices/${province}.json`).catch(() => null);

/** Provinces by name, each with the two digits of its id; rejects where the list can't be had. */
export const fetchProvinceNames = async (): Promise<
  readonly (readonly [code: string, name: string])[]
> => {
  const path = `${BASE}/offices/provinces.json`;
  const names = await fetchJson<readonly (readonly [string, string])[]>(path);
  if (names === null) throw new Error(`${path} is not there`);
  return names;
};

/** Name of an office by its id; null where the registry does not have it. */
export const fetchOfficeName = async (office: string): Promise<string | null> => {
  const province = /^[pda](\d{2})/.exec(office)?.[1];
  const names = province === undefined ? null : await fetchOfficeNames(province);
  return names?.[office] ?? null;
};
