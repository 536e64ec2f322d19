import { isOfBangkok, type Office } from '#core/office/office.ts';
import { provinceOf, type Registry } from '#core/office/registry.ts';
import { packStatuses } from '#core/tracking/packed-statuses.ts';
import type { CircularEntry } from '../content.ts';
import { messages } from '../i18n.ts';
import { officeAddress } from '../offices.ts';
import { track, tracker } from './tracked.ts';

/** Texts with which a script describes the offices in a province that a reader opens; the same for all circulars. */
export const officeTexts = () => {
  const t = messages.tracking;
  const { direct, noAuthorities, registerNumber, check, authorities } = t.provinces;
  return {
    states: t.states,
    sent: messages.circular.sent,
    former: t.provinces.former('\uFFFC'),
    direct,
    noAuthorities,
    registerNumber,
    check,
    authorities,
  };
};

export type OfficeTexts = ReturnType<typeof officeTexts>;

/** What is on record of all offices for one circular, for the provinces that a reader opens. */
export const packOffices = async (entry: CircularEntry) => {
  const tracked = await track(entry);
  const { circular } = entry.data;
  const base =
    circular.letter.date.value?.length === 10 ? circular.letter.date.value : circular.published;
  if (!tracked) return { sample: circular.sample, base, provinces: {} };
  const { registry } = tracked.route;
  const statuses = tracker.statuses(tracked);
  const below = [...statuses.values()].filter(({ office }) => registry.byId.get(office)?.province);
  return {
    sample: circular.sample,
    ...packStatuses(below, (id) => provinceOf(registry, id), base),
  };
};

/** Offices of a province as an opened province lists them: `[id, name, last day of one that is no more]`. */
export type Named = readonly [id: string, name: string, until?: string];

const named = ({ id, name, until }: Office): Named => (until ? [id, name, until] : [id, name]);

/** For each province within the chain, its districts with their authorities, and the authorities under none. */
export const officesByProvince = (registry: Registry) => {
  const byName = (a: Office, b: Office): number => a.name.localeCompare(b.name, 'th');
  return registry.offices
    .filter((office) => office.type === 'province' && !isOfBangkok(office))
    .map((province) => {
      const within = (registry.within.get(province.id) ?? []).toSorted(byName);
      const under = Map.groupBy(
        within.filter(({ level }) => level === 'authority'),
        ({ parent }) => parent === province.id,
      );
      const districts = within.filter(({ type }) => type === 'district');
      return {
        province: province.id,
        direct: (under.get(true) ?? []).map(named),
        districts: districts.map((district) => ({
          id: district.id,
          name: district.name,
          href: officeAddress(district),
          authorities: (under.get(false) ?? [])
            .filter((office) => office.districts.includes(district.id))
            .map(named),
        })),
      };
    });
};

export type ProvinceOffices = ReturnType<typeof officesByProvince>[number];
