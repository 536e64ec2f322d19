import type { Office, OfficeType } from '#core/office/office.ts';

/** Types of office that can be chosen as one's own, by their number in the packed file. */
export const CHOSEN_TYPES = [
  'province',
  'district',
  'pao',
  'city',
  'town',
  'special',
  'subdistrict-municipality',
  'sao',
] as const satisfies readonly OfficeType[];
export type ChosenType = (typeof CHOSEN_TYPES)[number];

/** How full names begin by type; names are packed without it. */
export const NAME_HEADS: Readonly<Record<ChosenType, string>> = {
  province: 'จังหวัด',
  district: 'อำเภอ',
  pao: 'องค์การบริหารส่วนจังหวัด',
  city: 'เทศบาลนคร',
  town: 'เทศบาลเมือง',
  special: '',
  'subdistrict-municipality': 'เทศบาลตำบล',
  sao: 'องค์การบริหารส่วนตำบล',
};

/** An authority: its id, the number of its type, and its name without the type. */
export type PackedAuthority = readonly [id: string, type: number, name: string];
/** A province or district with the authorities that get their letters from it. */
export type PackedArea = readonly [
  id: string,
  name: string,
  authorities: readonly PackedAuthority[],
];
/** A province with its districts. */
export type PackedProvince = readonly [...PackedArea, districts: readonly PackedArea[]];

/** An office that can be chosen, with the names of what it is in. */
export interface NamedOffice {
  readonly id: string;
  readonly type: ChosenType;
  /** Name without its type: `ฝาง`. */
  readonly bare: string;
  /** `องค์การบริหารส่วนตำบลแม่งอน`. */
  readonly name: string;
  /** Bare name of its district, where it is under one. */
  readonly district: string;
  /** Bare name of its province; empty for a province. */
  readonly province: string;
  /** Id of the province or district whose file has it. */
  readonly area: string;
}

const bareName = ({ name, type }: Pick<Office, 'name' | 'type'>): string => {
  const head = NAME_HEADS[type as ChosenType] ?? '';
  return name.startsWith(head) ? name.slice(head.length) : name;
};

const byName = (a: Office, b: Office): number => a.name.localeCompare(b.name, 'th');

/**
 * Names of all offices that can be chosen, for one small file. An authority in two districts is under the first.
 * `offices` are those that exist; provinces without a chain are to be left out.
 */
export const packNames = (offices: readonly Office[]): PackedProvince[] => {
  const byParent = Map.groupBy(offices, ({ parent }) => parent ?? '');
  const within = (id: string) => (byParent.get(id) ?? []).toSorted(byName);
  const area = (office: Office): PackedArea => [
    office.id,
    bareName(office),
    within(office.id)
      .filter(({ level }) => level === 'authority')
      .map((one) => [one.id, CHOSEN_TYPES.indexOf(one.type as ChosenType), bareName(one)]),
  ];
  return offices
    .filter(({ type }) => type === 'province')
    .toSorted(byName)
    .map((province) => [
      ...area(province),
      within(province.id)
        .filter(({ type }) => type === 'district')
        .map(area),
    ]);
};

/** The offices of a packed file, provinces before what is in them. */
export const unpackNames = (provinces: readonly PackedProvince[]): NamedOffice[] => {
  const found: NamedOffice[] = [];
  const add = (
    id: string,
    type: ChosenType,
    bare: string,
    around: Pick<NamedOffice, 'district' | 'province' | 'area'>,
  ): void => void found.push({ id, type, bare, name: NAME_HEADS[type] + bare, ...around });
  for (const [id, province, direct, districts] of provinces) {
    add(id, 'province', province, { district: '', province: '', area: id });
    for (const [own, type, bare] of direct) {
      add(own, CHOSEN_TYPES[type] as ChosenType, bare, { district: '', province, area: id });
    }
    for (const [area, district, authorities] of districts) {
      add(area, 'district', district, { district: '', province, area });
      for (const [own, type, bare] of authorities) {
        add(own, CHOSEN_TYPES[type] as ChosenType, bare, { district, province, area });
      }
    }
  }
  return found;
};
