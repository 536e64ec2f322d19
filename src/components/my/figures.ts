import { element, fill, textNodes } from '#browser/dom.ts';
import { formatBaht } from '#core/figures/amount.ts';
import { writeAmount } from '#core/plot/amount-unit.ts';
import type { AreaFigures, OfficeFigures } from '#site/my/figures.ts';
import { badge, link, paragraph, type Texts } from './texts.ts';

/** What a cell of a table is made of. */
type Cell = readonly (Node | string)[];

/** An amount (satang) with its exact value in baht, which the reader may have in another unit. */
const amountCell = (amount: number | null, texts: Texts): Cell => {
  if (amount === null) return textNodes(texts.noRecord);
  const satang = BigInt(amount);
  const value = formatBaht(satang);
  return [element('data', { className: 'amount', value }, writeAmount(satang, 'baht'))];
};

const textCell = (text: string | null, texts: Texts): Cell => textNodes(text || texts.noRecord);

/** What a table of amounts shows. */
interface Part {
  readonly title: string;
  /** Heads of its columns, separated by `|`. */
  readonly heads: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Whether its figures are made up. */
  readonly sample: boolean;
  readonly className?: string;
}

const sampleBadge = (texts: Texts): HTMLElement => badge(texts.sampleFigures, 'turmeric');

const tableOf = (
  { title: label, heads, rows, sample, className = 'my-table' }: Part,
  texts: Texts,
): HTMLElement => {
  const headCells = heads.split('|').map((text) => element('th', { scope: 'col' }, text));
  // Heads are repeated on each sheet of paper, and captions not.
  if (sample) headCells[0]?.setAttribute('data-sample', texts.sampleFigures);
  const body = rows.map(([name = [], ...cells]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, ...name),
      ...cells.map((cell) => element('td', {}, ...cell)),
    ),
  );
  const table = element(
    'table',
    { className },
    ...(sample ? [element('caption', { className: 'sample-caption' }, sampleBadge(texts))] : []),
    element('thead', {}, element('tr', {}, ...headCells)),
    element('tbody', {}, ...body),
  );
  table.setAttribute('aria-label', label);
  const scroll = element('section', { className: 'grid-scroll', tabIndex: 0 }, table);
  scroll.setAttribute('aria-label', label);
  return scroll;
};

/** A heading, the unit of its amounts, and a table; or that nothing is on record. */
const part = (shown: Part, texts: Texts): HTMLElement[] => {
  const { title, rows } = shown;
  const unit = element('span', {}, texts.baht);
  unit.dataset.unit = '';
  const heading = element('h3', {}, ...textNodes(title));
  if (rows.length === 0) return [heading, paragraph(texts.noRecord)];
  const line = element('p', { className: 'small soft unit-line' }, `${texts.unit} `, unit);
  return [heading, line, tableOf(shown, texts)];
};

const transferRows = ({ transfers }: OfficeFigures, texts: Texts): Cell[][] =>
  transfers.map(([date, grant, letter, amount, href]) => [
    textCell(date, texts),
    textCell(grant, texts),
    href ? [link(href, letter)] : textCell(letter, texts),
    amountCell(amount, texts),
  ]);

const perHeadNodes = (
  { perHead: [revenue, expenditure] }: OfficeFigures,
  sample: boolean,
  texts: Texts,
): Node =>
  element(
    'p',
    {},
    ...textNodes(
      fill(texts.perHead, {
        revenue: revenue ?? texts.noRecord,
        expenditure: expenditure ?? texts.noRecord,
      }),
    ),
    ...(sample ? [' ', sampleBadge(texts)] : []),
  );

const monthRows = ({ months }: AreaFigures, found: OfficeFigures, texts: Texts): Cell[][] =>
  months
    .map((month, at) => [
      textCell(month, texts),
      ...(found.months[at] ?? []).map((amount) => amountCell(amount, texts)),
    ])
    .reverse();

/** Those on record alone: revenue, then expenditure, the largest of each first. */
const categoryRows = (
  { categories }: AreaFigures,
  found: OfficeFigures,
  texts: Texts,
): Cell[][] => {
  const known = categories.flatMap(([side, name], at) => {
    const amount = found.categories[at] ?? null;
    return amount === null ? [] : [{ side, name, amount }];
  });
  const sides = [...new Set(known.map(({ side }) => side))];
  known.sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side) || b.amount - a.amount);
  return known.map(({ side, name, amount }) => [
    textCell(name, texts),
    textCell(side, texts),
    amountCell(amount, texts),
  ]);
};

/** Draws the transfers and the monthly figures of an authority; a province or district has none of its own. */
export const showFigures = (
  box: HTMLElement,
  figures: AreaFigures,
  office: string,
  texts: Texts,
): void => {
  const found = figures.offices[office];
  if (!found) {
    box.replaceChildren(paragraph(texts.noFigures));
    return;
  }
  const madeUp = figures.sample ?? [];
  const ofFinance = { sample: madeUp.includes('finance') };
  const transfers: Part = {
    title: texts.transfers,
    heads: texts.transferHeads,
    rows: transferRows(found, texts),
    sample: madeUp.includes('grants'),
  };
  const months: Part = {
    ...ofFinance,
    title: texts.months,
    heads: texts.monthHeads,
    rows: monthRows(figures, found, texts),
    className: 'my-table my-amounts',
  };
  const categories: Part = {
    ...ofFinance,
    title: texts.categories,
    heads: texts.categoryHeads,
    rows: categoryRows(figures, found, texts),
  };
  box.replaceChildren(
    ...part(transfers, texts),
    ...part(months, texts),
    perHeadNodes(found, ofFinance.sample, texts),
    ...part(categories, texts),
  );
};
