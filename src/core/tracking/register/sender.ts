import type { Office } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';

const plain = (text: string): string => text.replace(/\s/g, '');

/** What people call some offices besides their names (`สถ.`), by the ids of these. */
export type OtherNames = ReadonlyMap<string, readonly string[]>;

/** Words that an office of a level may have before its proper name in a register; the longer ones first. */
const BEFORE: Readonly<Partial<Record<Office['level'], RegExp>>> = {
  province:
    /^(?:สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด|สำนักงานจังหวัด|ที่ทำการปกครองจังหวัด|ศาลากลางจังหวัด|ผู้ว่าราชการจังหวัด|สถจ\.|ผวจ\.|จังหวัด|จว\.|จ\.)?/,
  district:
    /^(?:ที่ว่าการอำเภอ|ที่ทำการปกครองอำเภอ|สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ|ท้องถิ่นอำเภอ|นายอำเภอ|อำเภอ|สถอ\.|นอภ\.|อ\.)?/,
};

/**
 * Whether a register's words for the sender of a letter may mean an office. An empty cell says nothing against it.
 * The words have to be of its own level: อำเภอเมืองเชียงใหม่ is not จังหวัดเชียงใหม่.
 */
export const mayBeFrom = (
  registry: Registry,
  called: OtherNames,
  from: string,
  issuer: string,
): boolean => {
  const office = registry.byId.get(issuer);
  const stated = plain(from);
  if (!office || stated === '') return true;
  if (stated === plain(office.name) || called.get(issuer)?.includes(stated)) return true;
  const before = BEFORE[office.level];
  if (!before) return stated.startsWith(plain(office.name));
  const proper = plain(office.name).replace(/^(?:จังหวัด|อำเภอ|เขต)/, '');
  const rest = stated.replace(before, '');
  // A district's name is often followed by that of its province.
  return rest === proper || new RegExp(`^${proper}(?:จังหวัด|จ\\.)`).test(rest);
};
