import { formatBaht, type Satang } from '#core/figures/amount.ts';
import { type AmountUnit, writeAmount } from '#core/plot/amount-unit.ts';
import { messages } from '../i18n.ts';

/** A cell with a value by which its column is sorted. */
interface ValueCell {
  readonly text: string;
  /** The exact amount in baht, which a reader may have in another unit. */
  readonly baht?: string;
  /** A day or month, `2026-10-31` or `2026-10`. */
  readonly iso?: string;
  /** Any other value: a share, or an amount that is always in baht. */
  readonly order?: number | string;
}

/** What a cell of a table of figures shows; null where nothing is on record. */
export type FigureCell = string | ValueCell | null;

/** An amount in the unit of its table. */
export const amountCell = (amount: Satang | null, unit: AmountUnit): FigureCell =>
  amount === null ? null : { text: writeAmount(amount, unit), baht: formatBaht(amount) };

/** A day, written short. */
export const dayCell = (iso: string | undefined): FigureCell =>
  iso === undefined ? null : { text: messages.format.shortDate(iso), iso };

/** A count out of a total, as `3 of 12`; sorted by the share, 0 to 1. */
export const shareCell = (some: number, all: number): FigureCell => {
  const { count } = messages.format;
  return {
    text: messages.figures.share(count(some), count(all)),
    order: all === 0 ? 0 : Math.round((some / all) * 10_000) / 10_000,
  };
};
