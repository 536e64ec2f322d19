import type { Satang } from '#core/figures/amount.ts';
import { CATEGORIES, SIDES, type Side } from '#core/figures/classification.ts';
import { sumFinance } from '#core/figures/finance-sums.ts';
import { monthsToReport } from '#core/figures/lagging.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import type { Office } from '#core/office/office.ts';
import { writeAmount } from '#core/plot/amount-unit.ts';
import { asOf } from '../as-of.ts';
import { getFigures, getTransfersByOffice } from '../figures/data.ts';
import { messages } from '../i18n.ts';

/** The figures of one authority, amounts in baht with both decimals. */
export interface OfficeFigures {
  /** The twelve months that had ended, oldest first: name, revenue, expenditure; null where nothing is on record. */
  readonly months: readonly (readonly [
    month: string,
    revenue: string | null,
    expenditure: string | null,
  ])[];
  /** The newest transfers to it: day, grant, letter that announced it (empty where none is known), amount. */
  readonly transfers: readonly (readonly [
    date: string,
    grant: string,
    letter: string,
    amount: string,
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

const codesOf = (side: Side): string[] =>
  CATEGORIES.filter((one) => one.side === side).map(({ code }) => code);
const CODES = SIDES.map(codesOf);

const figuresOf = async (office: string): Promise<OfficeFigures> => {
  const { finance } = await getFigures();
  const transfers = (await getTransfersByOffice()).get(office) ?? [];
  return {
    months: monthsToReport(asOf).map((month) => {
      const [revenue, expenditure] = CODES.map((categories) =>
        written(sumFinance(finance, { offices: [office], months: [month], categories }).amount),
      );
      return [messages.format.shortDate(month), revenue ?? null, expenditure ?? null];
    }),
    transfers: transfers
      .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
      .slice(0, NEWEST_TRANSFERS)
      .map(({ date, grantType, transfer, letterNumber, amount }) => [
        messages.format.shortDate(date),
        `${grantType} ${transfer}`,
        letterNumber === '' ? '' : printLetterNumber(letterNumber),
        writeAmount(amount, 'baht'),
      ]),
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
