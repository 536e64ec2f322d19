import { formatBaht } from '#core/figures/amount.ts';
import type { Figures } from '#core/figures/figures.ts';
import type { Sum } from '#core/figures/finance-sums.ts';
import { writeAmount } from '#core/plot/amount-unit.ts';
import { messages } from '../i18n.ts';
import type { FigureCell } from './cell.ts';

/** People in the areas of some authorities; null where those of any is not known. */
export const peopleIn = ({ populations }: Figures, offices: readonly string[]): bigint | null => {
  const known = offices.map((id) => populations.get(id)?.people);
  // Of an area people are known only where those of each of its authorities are.
  if (known.length === 0 || known.includes(undefined)) return null;
  return known.reduce<bigint>((sum, people) => sum + BigInt(people ?? 0), 0n);
};

/** Only whole sums may be shared out: what is not reported would look like less a head. */
export const perHead = ({ reported, expected, amount }: Sum, people: bigint | null): FigureCell => {
  if (people === null || people === 0n || amount === null) return null;
  const share = (amount + people / 2n) / people;
  const text = writeAmount(share, 'baht');
  return {
    text: reported < expected ? messages.figures.finance.incomplete(text) : text,
    order: formatBaht(share),
  };
};
