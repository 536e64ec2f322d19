import { existsOn, levelOfType, type Office } from '#core/office/office.ts';
import { namesApart } from '#core/office/registry.ts';
import { asOf } from '../as-of.ts';
import { messages } from '../i18n.ts';
import { getRegistry } from '../tracking/tracked.ts';
import { getFigureProvinces } from './data.ts';

/** The country or a province, whose figures a page shows. */
export interface FigureArea {
  /** `th`, or the id of a province: the name of its files. */
  readonly id: string;
  /** What follows the folder of a section in its address: empty for the country. */
  readonly path: string;
  readonly name: string;
  readonly province: Office | null;
  /** Authorities in it, by name. */
  readonly authorities: readonly Office[];
  /** Their names by id, which add the place to an authority that shares its name with another of the area. */
  readonly names: ReadonlyMap<string, string>;
}

const authoritiesIn = (offices: readonly Office[]): Office[] =>
  offices
    .filter((one) => levelOfType(one.type) === 'authority' && existsOn(one, asOf))
    .sort((a, b) => a.name.localeCompare(b.name, 'th'));

/** The country, then every province within the chain. */
export const getFigureAreas = async (): Promise<FigureArea[]> => {
  const registry = await getRegistry();
  const provinces = (await getFigureProvinces()).map((province) => {
    const authorities = authoritiesIn(registry.within.get(province.id) ?? []);
    return {
      id: province.id,
      path: `${province.id}/`,
      name: province.name,
      province,
      authorities,
      names: namesApart(registry, authorities),
    };
  });
  const all = provinces.flatMap(({ authorities }) => authorities);
  const country = {
    id: 'th',
    path: '',
    name: messages.figures.country,
    province: null,
    authorities: all,
    names: namesApart(registry, all),
  };
  return [country, ...provinces];
};
