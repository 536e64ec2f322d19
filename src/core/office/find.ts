import { nearest } from '#core/nearest.ts';
import { statesOf } from './history.ts';
import type { Office } from './office.ts';
import { fullOfficeName, type Registry } from './registry.ts';

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');

/** Names of kinds of area, which people leave out: ฝาง, เชียงใหม่. */
const AREA_WORD = /^(?:จังหวัด|อำเภอ|เขต)/;

/**
 * The office that an id or a full name (`อำเภอฝาง จังหวัดเชียงใหม่`, spaces as one likes) names; null where none or
 * several do: a name alone is no key. A name that an office had before names it where none has it now.
 */
export const officeNamed = (registry: Registry, asked: string): Office | null => {
  const known = registry.byId.get(asked.trim());
  if (known) return known;
  const wanted = plain(asked);
  const isWanted = (one: Office): boolean => plain(fullOfficeName(registry, one)) === wanted;
  const now = registry.offices.filter(isWanted);
  const found = now.length > 0 ? now : registry.offices.filter((one) => one.former?.some(isWanted));
  return found.length === 1 ? (found[0] as Office) : null;
};

/** Offices whose id, name, English name or full name holds a text, or a name that they had; in the order of the registry. */
export const findOffices = (registry: Registry, text: string): Office[] => {
  const wanted = plain(text);
  return registry.offices.filter((office) =>
    statesOf(office).some((one) =>
      [one.id, one.name, one.nameEn ?? '', fullOfficeName(registry, one)].some((name) =>
        plain(name).includes(wanted),
      ),
    ),
  );
};

/** The offices whose id or name is written most like a text, nearest first. */
export const nearestOffices = (registry: Registry, text: string, count = 3): Office[] =>
  nearest(
    text,
    registry.offices.map((one) => ({
      spellings: [one.id, one.name, one.name.replace(AREA_WORD, ''), one.nameEn ?? one.id],
      offer: one.id,
    })),
    count,
  ).flatMap(({ offer }) => registry.byId.get(offer) ?? []);
