import type { Satang } from '#core/figures/amount.ts';
import { CATEGORIES, SIDES, type Side } from '#core/figures/classification.ts';
import type { FinanceCube } from '#core/figures/finance.ts';
import { sumFinance } from '#core/figures/finance-sums.ts';
import { sameMonthLastYear } from '#core/figures/fiscal-year.ts';
import { monthsToReport } from '#core/figures/lagging.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import type { Office } from '#core/office/office.ts';
import { writeAmount } from '#core/plot/amount-unit.ts';
import { asOf } from '../as-of.ts';
import type { FigureCell } from '../figures/cell.ts';
import { getFigures, getLetterPages, getTransfersByOffice } from '../figures/data.ts';
import { codesOf } from '../figures/finance-plots.ts';
import { peopleIn, perHead } from '../figures/per-head.ts';
import { messages } from '../i18n.ts';

/** The figures of one authority, amounts in baht with both decimals: `1,234.50`. */
export interface OfficeFigures {
  /** The twelve months that had ended, oldest first; null where nothing is on record. */
  readonly months: readonly (readonly [
    month: string,
    revenue: string | null,
    revenueBefore: string | null,
    expenditure: string | null,
    expenditureBefore: string | null,
  ])[];
  /** Sums of these months by category, those on record alone: revenue, then expenditure, the largest of each first. */
  readonly categories: readonly (readonly [side: string, category: string, amount: string])[];
  /** Revenue and expenditure of these months a head; null where the population or any amount is not known. */
  readonly perHead: readonly [revenue: string | null, expenditure: string | null];
  /** The newest transfers to it: day, grant, letter that announced it (empty where none is known), amount, its page. */
  readonly transfers: readonly (readonly [
    date: string,
    grant: string,
    letter: string,
    amount: string,
    href?: string,
  ])[];
}

/** Figures of the authorities of an area. */
export interface AreaFigures {
  /** 1 where any of them is made up. */
  readonly sample?: 1;
  readonly offices: Readonly<Record<string, OfficeFigures>>;
}

/** Transfers of each authority that its page shows. */
const NEWEST_TRANSFERS = 12;

const written = (amount: Satang | null): string | null =>
  amount === null ? null : writeAmount(amount, 'baht');

const sumOf = (finance: FinanceCube, office: string, months: string[], categories: string[]) =>
  sumFinance(finance, { offices: [office], months, categories });

const categoriesOf = (finance: FinanceCube, office: string, months: string[]) =>
  SIDES.flatMap((side) =>
    CATEGORIES.filter((one) => one.side === side)
      .map(({ code, name }) => ({ name, amount: sumOf(finance, office, months, [code]).amount }))
      .filter((one): one is { name: string; amount: Satang } => one.amount !== null)
      .toSorted((a, b) => (a.amount < b.amount ? 1 : -1))
      .map(({ name, amount }): [string, string, string] => [
        messages.figures.finance.side[side],
        name,
        writeAmount(amount, 'baht'),
      ]),
  );

const textOf = (cell: FigureCell): string | null =>
  typeof cell === 'string' || cell === null ? cell : cell.text;

const financeOf = async (office: string) => {
  const figures = await getFigures();
  const { finance } = figures;
  const months = [...monthsToReport(asOf)];
  const of = (month: string, side: Side): string | null =>
    written(sumOf(finance, office, [month], codesOf(side)).amount);
  const people = peopleIn(figures, [office]);
  const [revenue, expenditure] = SIDES.map((side) =>
    textOf(perHead(sumOf(finance, office, months, codesOf(side)), people)),
  );
  return {
    months: months.map((month) => {
      const before = sameMonthLastYear(month);
      return [
        messages.format.shortDate(month),
        of(month, 'revenue'),
        of(before, 'revenue'),
        of(month, 'expenditure'),
        of(before, 'expenditure'),
      ] as const;
    }),
    categories: categoriesOf(finance, office, months),
    perHead: [revenue ?? null, expenditure ?? null] as const,
  };
};

const figuresOf = async (office: string): Promise<OfficeFigures> => {
  const transfers = (await getTransfersByOffice()).get(office) ?? [];
  const pages = await getLetterPages();
  return {
    ...(await financeOf(office)),
    transfers: transfers
      .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
      .slice(0, NEWEST_TRANSFERS)
      .map(({ date, grantType, transfer, period, letterNumber, amount }) => {
        const href = pages.get(letterNumber);
        const row = [
          messages.format.shortDate(date),
          [grantType, transfer, period].filter(Boolean).join(' '),
          letterNumber === '' ? '' : printLetterNumber(letterNumber),
          writeAmount(amount, 'baht'),
        ] as const;
        return href ? ([...row, href] as const) : row;
      }),
  };
};

/** The figures of some authorities; those of which nothing is on record are left out. */
export const viewAreaFigures = async (offices: readonly Office[]): Promise<AreaFigures> => {
  const { sample } = await getFigures();
  const found: Record<string, OfficeFigures> = {};
  for (const { id } of offices) {
    const figures = await figuresOf(id);
    const isKnown = figures.months.some(([, ...amounts]) => amounts.some((one) => one !== null));
    if (isKnown || figures.transfers.length > 0) found[id] = figures;
  }
  return { ...(sample.grants || sample.finance ? { sample: 1 } : {}), offices: found };
};
