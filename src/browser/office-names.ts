import { fetchJson } from './fetch-json.ts';
import { BASE } from './portal-base.ts';

/** Names of the offices of a province by id; null where there is no such province or no connection. */
export const fetchOfficeNames = (
  province: string,
): Promise<Readonly<Record<string, string>> | null> =>
  fetchJson<Readonly<Record<string, string>>>(`${BASE}/offices/${province}.json`).catch(() => null);

/** Name of an office by its id; null where the registry does not have it. */
export const fetchOfficeName = async (office: string): Promise<string | null> => {
  const province = /^[pda](\d{2})/.exec(office)?.[1];
  const names = province === undefined ? null : await fetchOfficeNames(province);
  return names?.[office] ?? null;
};
