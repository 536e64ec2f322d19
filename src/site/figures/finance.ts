import { SIDES, type Side } from '#core/figures/classification.ts';
import type { Figures } from '#core/figures/figures.ts';
import { reportingByMonth, type Sum, sumFinance } from '#core/figures/finance-sums.ts';
import type { IsoMonth } from '#core/figures/fiscal-year.ts';
import type { Office } from '#core/office/office.ts';
import { unitFor, writeAmount } from '#core/plot/amount-unit.ts';
import { messages } from '../i18n.ts';
import { keptPath } from '../kept-path.ts';
import { myAddress } from '../offices.ts';
import { figureFacts } from '../search/facts.ts';
import { getMapFrame, MAP_ADDRESS } from '../tracking/province-map.ts';
import { type FigureArea, getFigureAreas } from './area.ts';
import { getFigures } from './data.ts';
import {
  amountText,
  codesOf,
  FOLDER,
  getPlots,
  PLOT_NAMES,
  type Scope,
  scopeOf,
} from './finance-plots.ts';
import { fileOf, type PlotFormat, type PlotView, shownPlot } from './plot-view.ts';

const all = messages.figures;
const t = all.finance;

const peopleIn = ({ populations }: Figures, offices: readonly string[]): bigint | null => {
  const known = offices.map((id) => populations.get(id)?.people);
  // Of an area people are known only where those of each of its authorities are.
  if (known.length === 0 || known.includes(undefined)) return null;
  return known.reduce<bigint>((sum, people) => sum + BigInt(people ?? 0), 0n);
};

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
        viewPart(scope, one.name, myAddress(one), one.id, [one.id]),
      );

type Part = ReturnType<typeof viewPart>;

/** Only whole sums may be shared out: what is not reported would look like less a head. */
const perHead = ({ reported, expected, amount }: Sum, people: bigint | null): string => {
  if (people === null || people === 0n || amount === null) return all.noRecord;
  const share = (amount + people / 2n) / people;
  return reported < expected
    ? t.incomplete(writeAmount(share, 'baht'))
    : writeAmount(share, 'baht');
};

const viewParts = (parts: readonly Part[]) => {
  const unit = unitFor(
    parts.flatMap(({ revenue, expenditure }) => [revenue.amount, expenditure.amount]),
  );
  const { count } = messages.format;
  return {
    unit: all.unit(all.units[unit]),
    rows: parts.map(({ name, href, key, revenue, expenditure, people }) => ({
      key,
      name,
      href,
      cells: [
        amountText(revenue.amount, unit),
        amountText(expenditure.amount, unit),
        perHead(revenue, people),
        perHead(expenditure, people),
        all.of(count(revenue.reported), count(revenue.expected)),
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
  const names = new Map(area.authorities.map(({ id, name }) => [id, name]));
  return {
    title: t.reportedTitle(
      messages.format.shortDate(last),
      messages.format.count(reported),
      messages.format.count(area.authorities.length),
    ),
    names: missing.map((id) => names.get(id) ?? id),
  };
};

/** Classes of the map: none reported, less than half, more, all. */
const CLASSES = ['none', 'some', 'most', 'all'] as const;

const classOf = ({ reported, expected }: { reported: number; expected: number }) =>
  reported === 0
    ? 'none'
    : reported === expected
      ? 'all'
      : reported * 2 < expected
        ? 'some'
        : 'most';

/** The provinces by how much of the twelve months their authorities have reported. */
const viewMap = async (parts: readonly Part[]) => {
  const { viewBox, lake } = await getMapFrame();
  const byClass = Map.groupBy(parts, ({ revenue }) => classOf(revenue));
  return {
    viewBox,
    lake,
    groups: CLASSES.map((name) => ({
      name,
      label: t.map.classes[name],
      count: messages.format.count(byClass.get(name)?.length ?? 0),
      shapes: (byClass.get(name) ?? []).map(({ key }) => `${MAP_ADDRESS}#${key}`),
    })),
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
    map: area.province === null ? await viewMap(parts) : null,
    parts: viewParts(parts),
    missing: missingIn(scope),
    followUp: area.province === null ? '/follow-up/' : `/follow-up/${area.id}/`,
  };
};

export type FinancePage = Awaited<ReturnType<typeof viewPage>>;

/** The page of the country and of each province for `getStaticPaths`. */
export const getFinancePaths = async () => {
  const areas = await getFigureAreas();
  const paths = [];
  for (const area of areas) {
    const at = area.path === '' ? undefined : area.path.slice(0, -1);
    paths.push(await keptPath({ at }, () => viewPage(area, areas)));
  }
  return paths;
};

/** The drawings (`svg`) or the exact rows (`csv`) of all plots, for `getStaticPaths`. */
export const getFinanceFilePaths = async (format: PlotFormat) => {
  const { sample } = await getFigures();
  const paths = [];
  for (const area of await getFigureAreas()) {
    for (const name of PLOT_NAMES) {
      const make = async () =>
        fileOf((await getPlots(area)).get(name) as PlotView, format, sample.finance);
      paths.push(await keptPath({ plot: `${area.id}-${name}` }, make));
    }
  }
  return paths;
};
