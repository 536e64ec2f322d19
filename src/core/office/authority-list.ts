import type { Problem } from '#core/problem.ts';
import {
  AUTHORITY_TYPES,
  type AuthorityType,
  isOfBangkok,
  isUnderProvince,
  type Office,
  parentOfOffice,
} from './office.ts';
import type { Registry } from './registry.ts';

/** Columns of a full list of local authorities, as `registry import` takes it. */
export const AUTHORITY_LIST_COLUMNS = [
  'id',
  'type',
  'full_name_th',
  'name_en',
  'province',
  'districts',
  'letter_from',
] as const;

/** A row of such a list, cells as text, with its line in the file. */
export interface ListedAuthority {
  readonly line: number;
  readonly cells: Readonly<Record<(typeof AUTHORITY_LIST_COLUMNS)[number], string>>;
}

const NAMES: Readonly<Record<AuthorityType, RegExp>> = {
  pao: /^องค์การบริหารส่วนจังหวัด/,
  city: /^เทศบาลนคร/,
  town: /^เทศบาลเมือง/,
  'subdistrict-municipality': /^เทศบาลตำบล/,
  sao: /^องค์การบริหารส่วนตำบล/,
  special: /^เมืองพัทยา/,
};

/** The name of an authority without its type: what an upgrade leaves as it is. */
const properName = (name: string): string =>
  Object.values(NAMES).reduce((rest, prefix) => rest.replace(prefix, ''), name);

/** What a list of authorities holds: the offices, what is wrong, and what is rare but may be right. */
export interface CheckedList {
  readonly offices: readonly Office[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Checks a full list of authorities against the provinces and districts of the registry. */
export const checkAuthorityList = (
  rows: readonly ListedAuthority[],
  registry: Registry,
  file: string,
  source: string,
): CheckedList => {
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const ids = new Map<string, number>();
  const names = new Map<string, number>();
  const offices: Office[] = [];
  for (const { line, cells } of rows) {
    const fault = (field: string, what: string, fix: string): void => {
      problems.push({ file, line, field, what, fix });
    };
    const before = problems.length;
    const type = cells.type as AuthorityType;
    const name = cells.full_name_th.trim();
    if (!/^\d{3,8}$/.test(cells.id))
      fault('id', `"${cells.id}" is not an id`, 'Write three to eight digits.');
    const twice = ids.get(cells.id);
    if (twice !== undefined)
      fault(
        'id',
        `the id ${cells.id} stands in line ${twice} already`,
        'Give each authority an id of its own.',
      );
    ids.set(cells.id, twice ?? line);
    if (!AUTHORITY_TYPES.includes(type)) {
      fault(
        'type',
        `"${cells.type}" is not a type of local authority`,
        `Write one of ${AUTHORITY_TYPES.join(', ')}.`,
      );
      continue;
    }
    if (!NAMES[type].test(name))
      fault(
        'full_name_th',
        `the name "${name}" contradicts the type ${type}`,
        'Correct the name or the type.',
      );
    const province = `p${cells.province}`;
    if (registry.byId.get(province)?.type !== 'province')
      fault('province', `there is no province ${cells.province}`, 'Write its two-digit code.');
    const districts = cells.districts
      .split(' ')
      .filter(Boolean)
      .map((code) => `d${code}`);
    for (const id of districts) {
      const district = registry.byId.get(id);
      if (district?.type !== 'district')
        fault('districts', `there is no district ${id.slice(1)}`, 'Write its four-digit code.');
      else if (district.province !== province)
        fault(
          'districts',
          `district ${id.slice(1)} lies in another province`,
          'Correct the district or the province.',
        );
    }
    if (districts.length === 0 && !isUnderProvince(type))
      fault(
        'districts',
        `${name} lies in no district`,
        'Give its district: it gets its letters from there.',
      );
    const from = isUnderProvince(type) ? 'province' : 'district';
    if (cells.letter_from !== '' && cells.letter_from !== from)
      fault(
        'letter_from',
        `a ${type} gets its letters from its ${from}, not from its ${cells.letter_from}`,
        'Correct the column or the type.',
      );
    for (const area of districts.length > 0 ? districts : [province]) {
      const same = names.get(`${area} ${name}`);
      if (same !== undefined)
        fault(
          'full_name_th',
          `"${name}" stands in line ${same} already, in the same ${districts.length > 0 ? 'district' : 'province'}`,
          'Within a district a name tells an authority: correct one of the two.',
        );
      names.set(`${area} ${name}`, same ?? line);
    }
    if (districts.length > 1)
      notes.push({
        file,
        line,
        field: 'districts',
        what: `${name} is in ${districts.length} districts`,
        fix: isUnderProvince(type)
          ? 'Nothing, if that is so: its letters come from the province.'
          : 'Nothing, if that is so: either district may send it letters.',
      });
    if (problems.length > before) continue;
    const nameEn = cells.name_en.trim();
    offices.push({
      id: `a${cells.id}`,
      type,
      level: 'authority',
      name,
      ...(nameEn ? { nameEn } : {}),
      province,
      districts,
      parent: parentOfOffice(type, province, districts),
      source,
    });
  }
  const served = new Set(
    offices.flatMap(({ type, districts }) => (isUnderProvince(type) ? [] : districts)),
  );
  for (const district of registry.offices) {
    const { id, type, name, until } = district;
    if (type !== 'district' || until !== undefined) continue;
    if (isOfBangkok(district) || served.has(id)) continue;
    notes.push({
      file,
      field: id,
      what: `${name} has no authority that gets letters from it`,
      fix: 'Nothing, if that is so, as in อำเภอเกาะสมุย.',
    });
  }
  return { offices, problems, notes };
};

/** How many names several authorities of a list share, and how many authorities those are: no name alone is a key. */
export const sharedNames = (
  offices: readonly Office[],
): { readonly names: number; readonly authorities: number; readonly withinProvince: number } => {
  const shared = (keyOf: (office: Office) => string): number[] =>
    [...Map.groupBy(offices, keyOf).values()].map(({ length }) => length).filter((one) => one > 1);
  const everywhere = shared(({ name }) => name);
  return {
    names: everywhere.length,
    authorities: everywhere.reduce((sum, one) => sum + one, 0),
    withinProvince: shared(({ name, province }) => `${province} ${name}`).length,
  };
};

/** An authority before and after. */
export interface AuthorityChange {
  readonly from: Office;
  readonly to: Office;
}

/** What a list changes against the registry as it is. */
export interface ListChanges {
  readonly added: readonly Office[];
  readonly renamed: readonly AuthorityChange[];
  /** Of another type now, under the same id or a new one. */
  readonly upgraded: readonly AuthorityChange[];
  /** In another province or other districts than before. */
  readonly moved: readonly AuthorityChange[];
  readonly gone: readonly Office[];
}

/** Whether an office is an authority that has not ended. */
export const isPresent = ({ level, until }: Office): boolean =>
  level === 'authority' && until === undefined;

/** Where an authority is, to be compared. */
export const placeOf = ({ province, districts }: Office): string =>
  [province, ...districts].join(' ');

/** Compares a checked list with the authorities that the registry has and that have not ended. */
export const compareAuthorities = (listed: readonly Office[], registry: Registry): ListChanges => {
  const present = registry.offices.filter(isPresent);
  const known = new Map(present.map((office) => [office.id, office]));
  const ids = new Set(listed.map(({ id }) => id));
  const missing = present.filter(({ id }) => !ids.has(id));
  const fresh = listed.filter(({ id }) => !known.has(id));
  const freshByName = Map.groupBy(fresh, ({ name }) => properName(name));
  const replaced = missing.flatMap((from): AuthorityChange[] => {
    const to = freshByName
      .get(properName(from.name))
      ?.find(
        ({ type, districts }) =>
          type !== from.type && districts.some((id) => from.districts.includes(id)),
      );
    return to ? [{ from, to }] : [];
  });
  const kept = listed.flatMap((to) => {
    const from = known.get(to.id);
    return from ? [{ from, to }] : [];
  });
  const taken = new Set(replaced.flatMap(({ from, to }) => [from.id, to.id]));
  return {
    added: fresh.filter(({ id }) => !taken.has(id)),
    renamed: kept.filter(({ from, to }) => from.type === to.type && from.name !== to.name),
    upgraded: [...kept.filter(({ from, to }) => from.type !== to.type), ...replaced],
    moved: kept.filter(({ from, to }) => placeOf(from) !== placeOf(to)),
    gone: missing.filter(({ id }) => !taken.has(id)),
  };
};
