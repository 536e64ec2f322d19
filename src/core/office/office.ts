import type { IsoDate } from '#core/letter/date.ts';
import type { LetterLevel } from '#core/letter/letter.ts';

/**
 * Types of office. The last six are types of local authority: อบจ., ทน., ทม., ทต., อบต., and the one of a special
 * form (Pattaya).
 */
export const OFFICE_TYPES = [
  'ministry',
  'department',
  'province',
  'district',
  'pao',
  'city',
  'town',
  'subdistrict-municipality',
  'sao',
  'special',
] as const;
export type OfficeType = (typeof OFFICE_TYPES)[number];

/** Whether a text is a type of office. */
export const isOfficeType = (text: string): text is OfficeType =>
  (OFFICE_TYPES as readonly string[]).includes(text);

/** Types of local authority, in the order in which lists show them. */
export const AUTHORITY_TYPES = [
  'pao',
  'city',
  'town',
  'special',
  'subdistrict-municipality',
  'sao',
] as const satisfies readonly OfficeType[];
export type AuthorityType = (typeof AUTHORITY_TYPES)[number];

/** Offices have a level each; `unit` is below all offices of the registry. */
export type OfficeLevel = Exclude<LetterLevel, 'unit'>;

/** A node of the hierarchy through which circulars travel, as it was between two days. */
export interface Office {
  /** `dla`, `moi`, `p50`, `d5009`, `a110050`. */
  readonly id: string;
  readonly type: OfficeType;
  readonly level: OfficeLevel;
  /** Thai name without the names of what it is in: `อำเภอฝาง`. It is no key: 658 names are shared. */
  readonly name: string;
  readonly nameEn?: string | undefined;
  /** Province in which it is; absent above the provinces, and for a province itself. */
  readonly province?: string | undefined;
  /** Districts in which an authority is: none for a PAO, two for a few. */
  readonly districts: readonly string[];
  /** The office above: the first district of an authority under districts, else its province. */
  readonly parent?: string | undefined;
  /** Letters before its letter numbers: `ชม`. */
  readonly prefix?: string | undefined;
  /** First day on which it was an office of this name and type, where that is recorded. */
  readonly from?: IsoDate | undefined;
  /** Last day, where it is one no longer. */
  readonly until?: IsoDate | undefined;
  /** Office that took its place. */
  readonly successor?: string | undefined;
  /** What it was before under the same id, oldest first: each with its name, type, place and last day. */
  readonly former?: readonly Office[] | undefined;
  /** Key in content/registry/sources.csv. */
  readonly source: string;
}

/** The level at which offices of a type are. */
export const levelOfType = (type: OfficeType): OfficeLevel =>
  type === 'ministry' || type === 'department' || type === 'province' || type === 'district'
    ? type
    : 'authority';

const BANGKOK = 'p10';

/** Whether an office is Bangkok or is in it: a local government of its own, whose districts pass nothing on. */
export const isOfBangkok = ({ id, province }: Pick<Office, 'id' | 'province'>): boolean =>
  id === BANGKOK || province === BANGKOK;

/** Types under no district: their province writes to them by name. */
export const isUnderProvince = (type: OfficeType): boolean =>
  type === 'pao' || type === 'city' || type === 'town' || type === 'special';

/**
 * The id of the office above, given where the office is; undefined for a ministry, and for a department, which its
 * prefix gives (see `buildRegistry`). Governors are under the Ministry of Interior.
 */
export const parentOfOffice = (
  type: OfficeType,
  province: string | undefined,
  districts: readonly string[],
): string | undefined => {
  switch (levelOfType(type)) {
    case 'ministry':
    case 'department':
      return undefined;
    case 'province':
      return 'moi';
    case 'district':
      return province;
    default:
      return isUnderProvince(type) ? province : districts[0];
  }
};

/** Whether the office existed on a day; an end that is not recorded is open. */
export const existsOn = ({ from, until }: Office, day: IsoDate): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);
