import { CATEGORIES } from '#core/figures/classification.ts';
import type { IsoMonth } from '#core/figures/fiscal-year.ts';
import type { AuthorityType } from '#core/office/office.ts';
import { type Random, seededRandom } from '../lib/random.ts';

/** Yearly revenue in baht and registered people of a middling authority, by type. Rough: made-up figures only have to look right. */
const MIDDLING: Readonly<Record<AuthorityType, readonly [baht: number, people: number]>> = {
  pao: [650_000_000, 620_000],
  city: [1_300_000_000, 85_000],
  town: [280_000_000, 24_000],
  special: [2_400_000_000, 118_000],
  'subdistrict-municipality': [75_000_000, 7_500],
  sao: [42_000_000, 5_800],
};

/** Share of the yearly revenue by category, and how often a month has an amount. */
const SHAPES: Readonly<Record<string, readonly [share: number, often: number]>> = {
  taxes: [0.06, 0.85],
  fees: [0.02, 1],
  property: [0.015, 0.6],
  utilities: [0.01, 0.3],
  miscellaneous: [0.008, 0.5],
  capital: [0.001, 0.05],
  'allocated-taxes': [0.446, 1],
  subsidies: [0.44, 0.75],
  central: [0.24, 1],
  'political-pay': [0.03, 1],
  'staff-pay': [0.27, 1],
  remuneration: [0.03, 0.5],
  services: [0.12, 0.9],
  materials: [0.06, 0.7],
  'utility-bills': [0.02, 0.8],
  equipment: [0.02, 0.15],
  'land-buildings': [0.13, 0.25],
  'grants-paid': [0.04, 0.3],
  other: [0.004, 0.04],
};

/** Months, counted from January, in which a category has more than in others: taxes are due from April on, works end in September. */
const SEASONS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  taxes: { 4: 2.5, 5: 2, 6: 3, 7: 2.5, 8: 1.5 },
  'land-buildings': { 8: 2, 9: 3.5 },
  equipment: { 8: 1.5, 9: 2.5 },
  subsidies: { 10: 1.6, 1: 1.6, 4: 1.6, 7: 1.6 },
};

/** A number from a text, the same on every machine (FNV-1a). */
const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
};

/** Numbers that depend on an office and a use alone, so that another office in the registry changes no other's figures. */
export const randomFor = (...parts: readonly string[]): Random =>
  seededRandom(seedOf(parts.join(' ')));

/** How much larger than a middling one of its type an authority is: 0.35 to 2.8. */
const sizeOf = (office: string): number => Math.exp((randomFor(office, 'size').next() - 0.5) * 2.1);

/** Made-up yearly revenue of an authority, in baht. */
export const yearlyBaht = (office: string, type: AuthorityType): number =>
  MIDDLING[type][0] * sizeOf(office);

/** Made-up number of people registered in its area. */
export const peopleOf = (office: string, type: AuthorityType): number => {
  const spread = 0.75 + randomFor(office, 'people').next() / 2;
  return Math.max(800, Math.round(MIDDLING[type][1] * sizeOf(office) * spread));
};

/** Made-up satang by category of an authority's month. */
export const monthAmounts = (
  office: string,
  type: AuthorityType,
  month: IsoMonth,
): ReadonlyMap<string, bigint> => {
  const random = randomFor(office, month);
  const yearly = yearlyBaht(office, type);
  // Three in a hundred more each year since 2020.
  const growth = 1.03 ** (Number(month.slice(0, 4)) - 2020);
  const amounts = new Map<string, bigint>();
  for (const { code } of CATEGORIES) {
    const [share, often] = SHAPES[code] ?? [0, 0];
    const [isThere, spread] = [random.chance(often), 0.7 + random.next() * 0.6];
    if (!isThere) continue;
    const season = SEASONS[code]?.[Number(month.slice(5))] ?? 1;
    const baht = ((yearly * share * growth) / 12 / often) * season * spread;
    amounts.set(code, BigInt(Math.round(baht * 100)));
  }
  return amounts;
};
