import { levelOfType, type Office } from '#core/office/office.ts';
import { fullOfficeName, type Registry } from '#core/office/registry.ts';
import { plainCell } from '#core/tracking/register/cell-text.ts';

/** The place that a text gives of an office. */
export interface OfficeArea {
  readonly district?: string | undefined;
  readonly province?: string | undefined;
}

/** An office, or why a name does not identify one. */
export type OfficeReading =
  | { readonly office: Office }
  | { readonly why: string; readonly office?: undefined };

export interface OfficeFinder {
  readonly find: (name: string, area: OfficeArea) => OfficeReading;
  /** The only authority whose name is within a title; null where none or several do. */
  readonly within: (title: string, area: OfficeArea) => Office | null;
  /** The id of the only province that a text names; null where it names none or several. */
  readonly provinceWithin: (text: string) => string | null;
}

/** Abbreviations at the beginning of names, with or without their dots. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/^อบจ\.?/, 'องค์การบริหารส่วนจังหวัด'],
  [/^อบต\.?/, 'องค์การบริหารส่วนตำบล'],
  [/^ทน\.?(?=[ก-ฮเ-ไ])/, 'เทศบาลนคร'],
  [/^ทม\.?(?=[ก-ฮเ-ไ])/, 'เทศบาลเมือง'],
  [/^ทต\.?(?=[ก-ฮเ-ไ])/, 'เทศบาลตำบล'],
];

const squeezed = (text: string): string =>
  plainCell(text)
    .replace(/^\d+[.)]?\s*/, '')
    .replace(/\s/g, '');

const unfolded = (text: string): string =>
  ABBREVIATIONS.reduce((name, [short, long]) => name.replace(short, long), squeezed(text));

const areaName = (text: string): string =>
  squeezed(text).replace(/^(?:จังหวัด|จ\.|อำเภอ|อ\.|เขต)/, '');

const LIES_IN =
  /^(.+?)(?:\s+\(?|\s*\()(?:(?:อ\.|อำเภอ)\s*([ก-\u0e4e]+)\)?)?\s*\(?(?:(?:จ\.|จังหวัด)\s*([ก-\u0e4e]+)\)?)?$/;

/** A name with what is written behind it of the place of the office: "อบต.แม่งอน จ.เชียงใหม่"; null where nothing is. */
const parted = (text: string): { readonly name: string; readonly area: OfficeArea } | null => {
  const [, name, district, province] = LIES_IN.exec(plainCell(text)) ?? [];
  return name && (district || province) ? { name, area: { district, province } } : null;
};

/** Finds authorities of a registry by the names that offices write. A name shared by several is none without its area. */
export const officeFinder = (registry: Registry): OfficeFinder => {
  const authorities = registry.offices.filter(({ type }) => levelOfType(type) === 'authority');
  const byName = Map.groupBy(authorities, ({ name }) => squeezed(name));
  const byFullName = Map.groupBy(authorities, (one) => squeezed(fullOfficeName(registry, one)));
  const provinces = registry.offices.filter(({ type }) => type === 'province');
  const nameOf = (id: string | undefined): string =>
    areaName(id === undefined ? '' : (registry.byId.get(id)?.name ?? ''));
  const liesIn = ({ province, districts }: Office, area: OfficeArea): boolean => {
    const wantsProvince = area.province && areaName(area.province);
    const wantsDistrict = area.district && areaName(area.district);
    if (wantsProvince && nameOf(province) !== wantsProvince && area.province !== province)
      return false;
    return (
      !wantsDistrict ||
      districts.length === 0 ||
      districts.some((id) => nameOf(id) === wantsDistrict)
    );
  };
  const candidates = (name: string): readonly Office[] => {
    const known = registry.byId.get(name.trim());
    if (known) return levelOfType(known.type) === 'authority' ? [known] : [];
    const key = unfolded(name);
    // "เทศบาลตำบลแม่ข่า อ.ฝาง จ.เชียงใหม่"
    const spelled = key.replace(/อ\.(?=[ก-ฮเ-ไ])/, 'อำเภอ').replace(/จ\.(?=[ก-ฮเ-ไ])/, 'จังหวัด');
    return byName.get(key) ?? byFullName.get(spelled) ?? [];
  };
  return {
    find: (name, area) => {
      const whole = candidates(name);
      const parts = whole.length === 0 ? parted(name) : null;
      const all = parts ? candidates(parts.name) : whole;
      const fitting = all.filter((one) => liesIn(one, area) && liesIn(one, parts?.area ?? {}));
      if (fitting.length === 1) return { office: fitting[0] as Office };
      if (all.length === 0)
        return { why: `${JSON.stringify(name)} is no authority of the registry` };
      return fitting.length === 0
        ? { why: `${JSON.stringify(name)} is not where the file says` }
        : {
            why: `${fitting.length} authorities are called ${JSON.stringify(name)}; give province and district`,
          };
    },
    within: (title, area) => {
      const text = squeezed(title);
      const words = [...plainCell(title).matchAll(/(?:อบจ|อบต|ทน|ทม|ทต)\.?\s?[ก-\u0e4e]+/g)].map(
        ([one]) => unfolded(one),
      );
      const found = authorities.filter((one) => {
        const name = squeezed(one.name);
        return (text.includes(name) || words.includes(name)) && liesIn(one, area);
      });
      const longest = Math.max(0, ...found.map(({ name }) => name.length));
      const best = found.filter(({ name }) => name.length === longest);
      return best.length === 1 ? (best[0] as Office) : null;
    },
    provinceWithin: (text) => {
      const plain = squeezed(text);
      const found = provinces.filter(
        ({ id, name }) =>
          text.trim() === id ||
          plain.includes(squeezed(name)) ||
          plain.includes(`จ.${areaName(name)}`),
      );
      return found.length === 1 ? (found[0]?.id ?? null) : null;
    },
  };
};
