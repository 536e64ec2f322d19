import { z } from 'zod';
import { levelOfType, OFFICE_TYPES, type Office, parentOfOffice } from '#core/office/office.ts';
import type { OfficeTotal } from '#core/office/registry.ts';
import { isoDate, isoDay } from './fact.ts';
import { line, officeId } from './letter.ts';
import { matching, refusal } from './refusal.ts';

const optional = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((cell) => (cell === '' ? undefined : cell), value.optional());

const areaId = (letter: 'p' | 'd', what: string) =>
  matching(letter === 'p' ? /^p\d{2}$/ : /^d\d{4}$/, {
    is: `is not the id of a ${what}`,
    fix: letter === 'p' ? 'Write p and two digits: p50.' : 'Write d and four digits: d5009.',
  });

const PREFIX_OF_LEVEL = { province: 'p', district: 'd', authority: 'a' } as const;

/** Columns of content/registry/offices.csv and of content/registry/local/authorities.csv, in this order. */
export const OFFICE_COLUMNS = [
  'id',
  'type',
  'name',
  'name_en',
  'province',
  'districts',
  'prefix',
  'from',
  'until',
  'successor',
  'source',
] as const;

/** A row of the registry; an empty cell is a field left out. Districts are parted by spaces. */
export const office: z.ZodType<Office> = z
  .strictObject({
    id: officeId,
    type: z.enum(OFFICE_TYPES),
    /** Thai name without what it is in. */
    name: line,
    name_en: optional(line),
    province: optional(areaId('p', 'province')),
    districts: z
      .string()
      .default('')
      .transform((cell) => cell.split(' ').filter(Boolean))
      .pipe(z.array(areaId('d', 'district'))),
    /** Two letters before the letter numbers of a ministry or province. */
    prefix: optional(
      matching(/^[ก-ฮ]{2}$/, { is: 'is not a prefix', fix: 'Write two Thai consonants: ชม.' }),
    ),
    from: optional(isoDay),
    until: optional(isoDay),
    successor: optional(officeId),
    source: line,
  })
  .refine(
    ({ id, type }) => {
      const level = levelOfType(type);
      if (level === 'ministry' || level === 'department') return /^[a-z]{2,12}$/.test(id);
      return id.startsWith(PREFIX_OF_LEVEL[level]) && /^.\d+$/.test(id);
    },
    {
      ...refusal(
        'the id and the type do not go together',
        'Ids begin with p for a province, d for a district, a for an authority.',
      ),
      path: ['id'],
    },
  )
  .refine(
    ({ type, province }) => {
      const level = levelOfType(type);
      return (level === 'district' || level === 'authority') === (province !== undefined);
    },
    {
      ...refusal(
        'districts and authorities lie in a province, other offices do not',
        'Give the province of a district or authority; leave it empty elsewhere.',
      ),
      path: ['province'],
    },
  )
  .refine(
    ({ type, districts }) =>
      type === 'subdistrict-municipality' || type === 'sao'
        ? districts.length > 0
        : levelOfType(type) === 'authority' || districts.length === 0,
    {
      ...refusal(
        'this type of office needs a district, or must not have one',
        'Sub-district municipalities and SAOs lie in one district or two; only authorities have districts.',
      ),
      path: ['districts'],
    },
  )
  .refine(({ from, until }) => !from || !until || from <= until, {
    ...refusal('it ends before it begins', 'Compare both days with the source.'),
    path: ['until'],
  })
  .transform(({ name_en, ...row }) => ({
    ...row,
    ...(name_en === undefined ? {} : { nameEn: name_en }),
    level: levelOfType(row.type),
    parent: parentOfOffice(row.type, row.province, row.districts),
  }));

/** A row of content/registry/coverage.csv. */
export const officeTotal: z.ZodType<OfficeTotal> = z
  .strictObject({
    /** `th` for the country, else a province or district. */
    area: matching(/^(?:th|p\d{2}|d\d{4})$/, {
      is: 'is not an area',
      fix: 'Write th, p50 or d5009.',
    }),
    type: z.enum(OFFICE_TYPES),
    total: z.coerce.number().int().nonnegative(),
    as_of: isoDate,
    source: line,
  })
  .transform(({ as_of, ...row }) => ({ ...row, asOf: as_of }));
