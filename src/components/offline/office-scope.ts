import { fill } from '#browser/dom.ts';
import { fetchJson } from '#browser/fetch-json.ts';
import { keptOffice } from '#components/my/kept.ts';
import { pathBelow } from '#core/offline/address.ts';
import type { KeptScope } from '#core/offline/scope.ts';
import type { MyArea } from '#site/my/area.ts';

/**
 * The circulars of the office that this browser remembers, by the file of its area below `my` (`/my/`); null where it
 * remembers none. Rejects where the file cannot be loaded.
 */
export const findOfficeScope = async (
  my: string,
  home: string,
  titleOf: string,
): Promise<KeptScope | null> => {
  const mine = keptOffice();
  if (!mine?.area) return null;
  const area = await fetchJson<MyArea>(`${my}data/${mine.area}.json`);
  if (!area) return null;
  const { province } = area;
  const root = new URL(home, location.href).href;
  const key = mine.kind ?? mine.office;
  const folders = area.circulars
    .filter(({ not }) => !not?.includes(key))
    .flatMap(({ href }) => pathBelow(root, new URL(href, root).href) ?? [])
    .map((path) => path.replace(/\/$/, ''));
  const name = area.offices.find(([id]) => id === mine.office)?.[2] ?? area.name;
  return {
    scope: { kind: 'office', area: area.id, ...(province ? { province } : {}), folders },
    title: fill(titleOf, { name }),
    version: null,
    dayText: null,
  };
};
