import { SIDES, type Side } from '#core/figures/classification.ts';
import { reportingByMonth, type Sum, sumFinance } from '#core/figures/finance-sums.ts';
import type { IsoMonth } from '#core/figures/fiscal-year.ts';
import type { Office } from '#core/office/office.ts';
import { unitFor } from '#core/plot/amount-unit.ts';
import { messages } from '../i18n.ts';
import { keptByKey } from '../kept-path.ts';
import { myAddress } from '../offices.ts';
import { figureFacts } from '../search/facts.ts';
import { type FigureArea, getFigureAreas } from './area.ts';
import { amountCell, shareCell } from './cell.ts';
import { getFigures, getFiguresKey } from './data.ts';
import { viewDoubts } from './doubts.ts';
import { MAP_NAME, mapFile, viewMap, viewShares } from './finance-map.ts';
import { codesOf, FOLDER, getPlots, PLOT_NAMES, type Scope, scopeOf } from './finance-plots.ts';
import { peopleIn, perHead } from './per-head.ts';
import { fileOf, type PlotFormat, type PlotView, shownPlot } from './plot-view.ts';

const all = messages.figures;
const t = all.finance;

/** A part of the area: its provinces, or the authorities of a province. */
const viewPart = (
  scope: Scope,
  name: string,
  href: string | undefined,
  key: string,
  offices: readonly string[],
) => {
  const { figures, months } = scope;
  const sumOf = (side: Side) =>
    sumFinance(figures.finance, { offices, months, categories: codesOf(side) });
  const [revenue, expenditure] = SIDES.map(sumOf) as [Sum, Sum];
  return { name, href, key, revenue, expenditure, people: peopleIn(figures, offices) };
};

const partsOf = (scope: Scope, areas: readonly FigureArea[]) =>
  scope.area.province === null
    ? areas
        .filter(({ province }) => province !== null)
        .map((one) =>
          viewPart(
            scope,
            one.name,
            `${FOLDER}${one.path}`,
            one.id,
            one.authorities.map(({ id }) => id),
          ),
        )
    : scope.area.authorities.map((one: Office) =>
        viewPart(scope, scope.area.names.get(one.id) ?? one.name, myAddress(one), one.id, [one.id]),
      );

type Part = ReturnType<typeof viewPart>;

const viewParts = (parts: readonly Part[]) => {
  const unit = unitFor(
    parts.flatMap(({ revenue, expenditure }) => [revenue.amount, expenditure.amount]),
  );
  return {
    unit: all.units[unit],
    rows: parts.map(({ name, href, key, revenue, expenditure, people }) => ({
      key,
      name,
      href,
      cells: [
        amountCell(revenue.amount, unit),
        amountCell(expenditure.amount, unit),
        perHead(revenue, people),
        perHead(expenditure, people),
        shareCell(revenue.reported, revenue.expected),
      ],
    })),
  };
};

const missingIn = ({ figures, area, months }: Scope) => {
  const last = months.at(-1) as IsoMonth;
  const [{ missing = [], reported = 0 } = {}] = reportingByMonth(
    figures.finance,
    area.authorities.map(({ id }) => id),
    [last],
  );
  return {
    title: t.reportedTitle(
      messages.format.shortDate(last),
      messages.format.count(reported),
      messages.format.count(area.authorities.length),
    ),
    names: missing.map((id) => area.names.get(id) ?? id),
  };
};

const viewPage = async (area: FigureArea, areas: readonly FigureArea[]) => {
  const scope = await scopeOf(area);
  const home = { href: '/', label: messages.site.home };
  const country = { href: FOLDER, label: t.title };
  const { months } = scope;
  const parts = partsOf(scope, areas);
  return {
    head: {
      title: t.ofArea(area.name),
      lead: t.lead(
        messages.format.date(months[0] as string),
        messages.format.date(months.at(-1) as string),
      ),
      crumbs: area.province === null ? [home] : [home, country],
    },
    facts: figureFacts('finance', area.province, scope.figures.sample.finance),
    sample: scope.figures.sample.finance,
    isCountry: area.province === null,
    plots: [...(await getPlots(area)).values()].map(shownPlot),
    map: area.province === null ? await viewMap(await viewShares(areas), scope) : null,
    doubts: await viewDoubts(area, 'finance'),
    parts: viewParts(parts),
    missing: missingIn(scope),
    followUp: area.province === null ? '/follow-up/' : `/follow-up/${area.id}/`,
  };
};

export type FinancePage = Awaited<ReturnType<typeof viewPage>>;

/** The page of the country and of each province for `getStaticPaths`. */
export const getFinancePaths = async () => {
  const [areas, key] = await Promise.all([getFigureAreas(), getFiguresKey()]);
  const paths = [];
  for (const area of areas) {
    const at = area.path === '' ? undefined : area.path.slice(0, -1);
    paths.push(keptByKey({ at }, `${key} page ${area.id}`, () => viewPage(area, areas)));
  }
  return paths;
};

/** The drawings (`svg`) or the exact rows (`csv`) of all plots, for `getStaticPaths`. */
export const getFinanceFilePaths = async (format: PlotFormat) => {
  const { sample } = await getFigures();
  const paths = [];
  const [areas, key] = await Promise.all([getFigureAreas(), getFiguresKey()]);
  for (const area of areas) {
    if (area.province === null) {
      const make = async () => mapFile(await viewShares(areas), await scopeOf(area), format);
      paths.push(keptByKey({ plot: MAP_NAME }, `${key} map ${format}`, make));
    }
    for (const name of PLOT_NAMES) {
      const make = async () =>
        fileOf((await getPlots(area)).get(name) as PlotView, format, sample.finance);
      const plot = `${area.id}-${name}`;
      paths.push(keptByKey({ plot }, `${key} ${plot} ${format}`, make));
    }
  }
  return paths;
};
