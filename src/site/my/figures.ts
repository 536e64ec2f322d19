import type { Satang } from '#core/figures/amount.ts';
import { CATEGORIES, SIDES, type Side } from '#core/figures/classification.ts';
import type { FinanceCube } from '#core/figures/finance.ts';
import { sumFinance } from '#core/figures/finance-sums.ts';
import { sameMonthLastYear } from '#core/figures/fiscal-year.ts';
import { monthsToReport } from '#core/figures/lagging.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import type { Office } from '#core/office/office.ts';
import { asOf } from '../as-of.ts';
import type { FigureCell } from '../figures/cell.ts';
import { getFigures, getLetterPages, getTransfersByOffice } from '../figures/data.ts';
import { codesOf } from '../figures/finance-plots.ts';
import { peopleIn, perHead } from '../figures/per-head.ts';
import { messages } from '../i18n.ts';

/** An amount in satang, exact as sums of figures are (see `addSatang`); null where nothing is on record. */
type AmountOrNone = number | null;

/** The figures of one authority. Whole satang: a file holds those of up to 26 authorities, and has to come in quickly. */
export interface OfficeFigures {
  /** For each month of the area. */
  readonly months: readonly (readonly [
    revenue: AmountOrNone,
    revenueBefore: AmountOrNone,
    expenditure: AmountOrNone,
    expenditureBefore: AmountOrNone,
  ])[];
  /** Sums of these months for each category of the area. */
  readonly categories: readonly AmountOrNone[];
  /** Revenue and expenditure of these months a head; null where the population or any amount is not known. */
  readonly perHead: readonly [revenue: string | null, expenditure: string | null];
  /** The newest transfers to it: day, grant, letter that announced it (empty where none is known), amount, its page. */
  readonly transfers: readonly (readonly [
    date: string,
    grant: string,
    letter: string,
    amount: number,
    href?: string,
  ])[];
}

/** Figures of the authorities of an area. */
export interface AreaFigures {
  /** Which of them are made up; left out where none are. */
  readonly sample?: readonly ('grants' | 'finance')[];
  /** Names of the twelve months that had ended, oldest first; none where no authority has figures. */
  readonly months: readonly string[];
  readonly categories: readonly (readonly [side: string, name: string])[];
  readonly offices: Readonly<Record<string, OfficeFigures>>;
}

/** Transfers of each authority that its page shows. */
const NEWEST_TRANSFERS = 12;

const inSatang = (amount: Satang | null): AmountOrNone => (amount === null ? null : Number(amount));

const sumOf = (finance: FinanceCube, office: string, months: string[], categories: string[]) =>
  sumFinance(finance, { offices: [office], months, categories });

const textOf = (cell: FigureCell): string | null =>
  typeof cell === 'string' || cell === null ? cell : cell.text;

const financeOf = async (office: string) => {
  const figures = await getFigures();
  const { finance } = figures;
  const months = [...monthsToReport(asOf)];
  const amountOf = (month: string, side: Side): AmountOrNone =>
    inSatang(sumOf(finance, office, [month], codesOf(side)).amount);
  const people = peopleIn(figures, [office]);
  const [revenue, expenditure] = SIDES.map((side) =>
    textOf(perHead(sumOf(finance, office, months, codesOf(side)), people)),
  );
  return {
    months: months.map((month) => {
      const before = sameMonthLastYear(month);
      return [
        amountOf(month, 'revenue'),
        amountOf(before, 'revenue'),
        amountOf(month, 'expenditure'),
        amountOf(before, 'expenditure'),
      ] as const;
    }),
    categories: CATEGORIES.map(({ code }) =>
      inSatang(sumOf(finance, office, months, [code]).amount),
    ),
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
          Number(amount),
        ] as const;
        return href ? ([...row, href] as const) : row;
      }),
  };
};

/** The figures of some authorities; those of which nothing is on record are left out. */
export const viewAreaFigures = async (offices: readonly Office[]): Promise<AreaFigures> => {
  const { sample } = await getFigures();
  const madeUp = (['grants', 'finance'] as const).filter((kind) => sample[kind]);
  const found: Record<string, OfficeFigures> = {};
  for (const { id } of offices) {
    const figures = await figuresOf(id);
    const isKnown = figures.months.some((amounts) => amounts.some((one) => one !== null));
    if (isKnown || figures.transfers.length > 0) found[id] = figures;
  }
  const isEmpty = Object.keys(found).length === 0;
  return {
    ...(madeUp.length > 0 ? { sample: madeUp } : {}),
    months: isEmpty ? [] : monthsToReport(asOf).map((month) => messages.format.shortDate(month)),
    categories: isEmpty
      ? []
      : CATEGORIES.map(({ side, name }) => [messages.figures.finance.side[side], name] as const),
    offices: found,
  };
};
