import { toArabicDigits } from '#core/letter/digits.ts';
import type { AddresseeGroup } from '#core/letter/letter.ts';
import type { Office } from '#core/office/office.ts';
import { fullOfficeName, type Registry } from '#core/office/registry.ts';

const ALL = String.raw`\s*\(?\s*ทุก(?:แห่ง|จังหวัด|อำเภอ|ตำบล|เทศบาล[ก-ฮ]*)\s*\)?`;
const all = (names: string): RegExp => new RegExp(`(?:${names})${ALL}`, 'g');

const GROUPS: readonly (readonly [AddresseeGroup, RegExp])[] = [
  ['provinces', /(?:ผู้ว่าราชการจังหวัด|จังหวัด)?\s*\(?\s*ทุกจังหวัด\s*\)?/g],
  ['districts', /(?:นายอำเภอ|อำเภอ)?\s*\(?\s*ทุกอำเภอ\s*\)?/g],
  ['paos', all(String.raw`(?:นายก\s*)?(?:องค์การบริหารส่วนจังหวัด|อบจ\.?)`)],
  ['cities', all(String.raw`(?:นายก)?(?:เทศบาล|เทศมนตรี)นคร|ทน\.?`)],
  ['towns', all(String.raw`(?:นายก)?(?:เทศบาล|เทศมนตรี)เมือง|ทม\.?`)],
  ['subdistrict-municipalities', all(String.raw`(?:นายก)?(?:เทศบาล|เทศมนตรี)ตำบล|ทต\.?`)],
  ['saos', all(String.raw`(?:นายก\s*)?(?:องค์การบริหารส่วนตำบล|อบต\.?)`)],
];

/** "Every local authority": from a district these are the two kinds under it; from anyone else it does not tell which. */
const EVERY_AUTHORITY = all(String.raw`องค์กรปกครองส่วนท้องถิ่น(?:ใน(?:เขต)?(?:อำเภอ|พื้นที่))?|อปท\.?`);

/** Posts and abbreviations as the names of offices begin. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:นายก\s*)?อบจ\.?\s*/, 'องค์การบริหารส่วนจังหวัด'],
  [/^(?:นายก\s*)?อบต\.?\s*/, 'องค์การบริหารส่วนตำบล'],
  [/^(?:นายก\s*)?ทน\.\s*/, 'เทศบาลนคร'],
  [/^(?:นายก\s*)?ทม\.\s*/, 'เทศบาลเมือง'],
  [/^(?:นายก\s*)?ทต\.\s*/, 'เทศบาลตำบล'],
  [/^นายกเทศมนตรี/, 'เทศบาล'],
  [/^นายก(?=องค์การ|เมืองพัทยา)/, ''],
  [/^(?:ผู้ว่าราชการจังหวัด|ผวจ\.\s*|จ\.\s*)/, 'จังหวัด'],
  [/^(?:นายอำเภอ|นอภ\.\s*|อ\.\s*)/, 'อำเภอ'],
];

const plain = (text: string): string => text.replace(/\s/g, '');

/** The name of an office from how a register or a letter addresses it: นายอำเภอฝาง → อำเภอฝาง. */
const nameOfAddressee = (text: string): string => {
  const found = WORDS.find(([word]) => word.test(text));
  return plain(found ? text.replace(found[0], found[1]) : text);
};

/** Offices that a sender may write to by name: those in its area, or all provinces for one above them. */
const reachable = (registry: Registry, sender: Office): readonly Office[] =>
  sender.level === 'province' || sender.level === 'district'
    ? (registry.within.get(sender.id) ?? [])
    : registry.offices.filter(({ level }) => level === 'province');

/** Addressees of a letter as a register names them. */
export interface RegisterAddressees {
  /** Groups and ids of offices, as a movement has them. */
  readonly to: readonly string[];
  /** What names neither a group nor exactly one office that the sender may write to. */
  readonly unknown: readonly string[];
}

/** Reads the addressees of a letter that an office sent ("นายอำเภอ ทุกอำเภอ, นายก อบจ.เชียงใหม่"). */
export const readRegisterAddressees = (
  text: string,
  registry: Registry,
  sender: Office,
): RegisterAddressees => {
  let rest = toArabicDigits(text).replace(/^(?:เรียน|ถึง)\s+/, '');
  const to: string[] = [];
  const take = (groups: readonly AddresseeGroup[], spelling: RegExp): void => {
    const without = rest.replace(spelling, '\n');
    if (without === rest) return;
    to.push(...groups);
    rest = without;
  };
  if (sender.level === 'district') take(['subdistrict-municipalities', 'saos'], EVERY_AUTHORITY);
  for (const [group, spelling] of GROUPS) take([group], spelling);
  const unknown: string[] = [];
  const candidates = reachable(registry, sender);
  for (const piece of rest.split(/[\n,;/]|\s+และ\s*|\s{2,}/)) {
    const named = piece.replace(/^\s*(?:และ|\d{1,2}[.)])?\s*|\s+$/g, '');
    if (named === '') continue;
    const name = nameOfAddressee(named);
    const found = candidates.filter(
      (one) => plain(one.name) === name || plain(fullOfficeName(registry, one)) === name,
    );
    if (found.length === 1) to.push((found[0] as Office).id);
    else unknown.push(named);
  }
  return { to: [...new Set(to)], unknown };
};
