import type { Office } from '#core/office/office.ts';

/** An office in the open data; null where nothing is recorded. */
export const openOffice = (office: Office) => ({
  id: office.id,
  type: office.type,
  level: office.level,
  name: office.name,
  nameEn: office.nameEn ?? null,
  parent: office.parent ?? null,
  province: office.province ?? null,
  districts: office.districts,
  prefix: office.prefix ?? null,
  from: office.from ?? null,
  until: office.until ?? null,
  successor: office.successor ?? null,
  source: office.source,
});
