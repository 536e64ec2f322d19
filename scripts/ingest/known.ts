import { toArabicDigits } from '#core/letter/digits.ts';
import type { Known } from '#core/letter/draft/raw-letter.ts';
import { fullOfficeName, type Registry } from '#core/office/registry.ts';
import type { LawRecord, StoredCircular } from '#store/content/existing-circulars.ts';

interface LetterRecord {
  readonly record: string;
  readonly number: unknown;
  readonly date: unknown;
}

/** A title as it is compared: letters write it with either digits, and with or without spaces. */
const titleKey = (title: string): string => toArabicDigits(title).replace(/\s+/g, '');

const valuesOf = (fact: unknown): string[] => {
  if (typeof fact === 'string') return [fact];
  const { value, readings } = (fact ?? {}) as { value?: unknown; readings?: { value?: unknown }[] };
  return [value, ...(Array.isArray(readings) ? readings.map((one) => one.value) : [])].filter(
    (one): one is string => typeof one === 'string',
  );
};

const provinceOfIssuer = (registry: Registry, id: string | undefined): string | undefined => {
  if (id === undefined) return undefined;
  const office = registry.byId.get(id);
  return office?.type === 'province' ? id : office?.province;
};

/** What the portal knows, for drafts: offices by name, and records of letters by number and date. */
export const knownOf = (
  registry: Registry,
  circulars: readonly StoredCircular[],
  laws: readonly LawRecord[],
): Known => {
  const byName = new Map<string, string[]>();
  for (const office of registry.byId.values()) {
    for (const name of new Set([office.name, fullOfficeName(registry, office)])) {
      byName.set(name, [...(byName.get(name) ?? []), office.id]);
    }
  }
  const records: LetterRecord[] = [
    ...laws,
    ...circulars.map(({ id, frontMatter }) => {
      const { number, date } = (frontMatter.letter ?? {}) as { number?: unknown; date?: unknown };
      return { record: `circulars/${id}`, number, date };
    }),
  ];
  return {
    officeOf: (name, near) => {
      const ids = byName.get(name.replace(/\s+/g, ' ').trim()) ?? [];
      if (ids.length === 1) return ids[0];
      const province = provinceOfIssuer(registry, near);
      const there = ids.filter(
        (id) => province !== undefined && registry.byId.get(id)?.province === province,
      );
      return there.length === 1 ? there[0] : undefined;
    },
    recordOf: (number, date) => {
      const fitting = records.filter(
        (one) =>
          valuesOf(one.number).includes(number) &&
          (date === null ||
            valuesOf(one.date).some((day) => day.startsWith(date) || date.startsWith(day))),
      );
      return fitting.length === 1 ? fitting[0]?.record : undefined;
    },
    recordOfTitle: (title) => {
      const fitting = laws.filter((one) => one.title && titleKey(one.title) === titleKey(title));
      return fitting.length === 1 ? fitting[0]?.record : undefined;
    },
  };
};
