import { SIDES, type Side, TOTAL_CATEGORY } from '#core/figures/classification.ts';
import type { FinanceCube } from '#core/figures/finance.ts';
import { monthNumber } from '#core/figures/fiscal-year.ts';
import { dayNumber } from '#core/letter/date.ts';
import { type OfficeHash, officeHash } from '#store/ledger/office-hash.ts';

/** Places of the columns of finance. */
export const CELL = { office: 0, month: 1, side: 2, category: 3, amount: 4, source: 5, asOf: 6 };

/** A row as the cube takes it; places, not names. */
export interface PlacedRow {
  office: number;
  month: number;
  side: number;
  /** The place behind the last category is that of a stated total. */
  category: number;
  amount: number;
  source: number;
  asOf: number;
}

/** A cube that is being filled. */
export type GrowingCube = FinanceCube & { readonly sources: string[] };

/** What rows are read against. */
export interface Lookup {
  readonly cube: GrowingCube;
  readonly offices: OfficeHash;
  readonly categories: OfficeHash;
  /** Side of each category by place. */
  readonly sideOf: Uint8Array;
  /** Month number of the first month. */
  readonly firstMonth: number;
  /** Day number of the first day of each month. */
  readonly firstDays: Int32Array;
  readonly sourceAt: Map<string, number>;
}

/** The place of a source in the list of the cube, where it is added if it is new. */
export const sourcePlace = ({ cube, sourceAt }: Lookup, source: string): number => {
  const known = sourceAt.get(source);
  if (known !== undefined) return known;
  sourceAt.set(source, cube.sources.length);
  return cube.sources.push(source) - 1;
};

/** What rows of a cube are read against; `sides` gives the side of each of its categories. */
export const lookupOf = (cube: GrowingCube, sides: readonly Side[]): Lookup => ({
  cube,
  offices: officeHash(cube.offices),
  categories: officeHash([...cube.categories, TOTAL_CATEGORY]),
  sideOf: Uint8Array.from(sides, (side) => SIDES.indexOf(side)),
  firstMonth: cube.months.length > 0 ? monthNumber(cube.months[0] as string) : 0,
  firstDays: Int32Array.from(cube.months, (month) => dayNumber(`${month}-01`)),
  sourceAt: new Map(),
});
