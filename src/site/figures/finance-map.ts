import { sumFinance } from '#core/figures/finance-sums.ts';
import { csvTable } from '#core/open-data/csv.ts';
import { drawMap } from '#output/image/map-plot.ts';
import { plotFile } from '#output/image/plot-file.ts';
import { messages } from '../i18n.ts';
import { getMapFrame, getMapOutlines, MAP_ADDRESS } from '../tracking/province-map.ts';
import type { FigureArea } from './area.ts';
import { shareCell } from './cell.ts';
import { codesOf, FOLDER, type Scope, scopeOf } from './finance-plots.ts';
import type { PlotFormat } from './plot-view.ts';

const all = messages.figures;
const t = all.finance;

/** Name of the files of the map. */
export const MAP_NAME = 'th-map';

/** Classes of the map: none reported, less than half, more, all. */
const CLASSES = ['none', 'some', 'most', 'all'] as const;
type MapClass = (typeof CLASSES)[number];

/** How much of the twelve months of a province's authorities is on record. */
interface ProvinceShare {
  readonly id: string;
  readonly name: string;
  readonly reported: number;
  readonly expected: number;
  readonly shade: MapClass;
}

const classOf = (reported: number, expected: number): MapClass => {
  if (reported === 0) return 'none';
  if (reported === expected) return 'all';
  return reported * 2 < expected ? 'some' : 'most';
};

/** The share of each province, by name. */
export const viewShares = (areas: readonly FigureArea[]): Promise<ProvinceShare[]> =>
  Promise.all(
    areas
      .filter(({ province }) => province !== null)
      .map(async (area) => {
        const { figures, offices, months } = await scopeOf(area);
        const categories = codesOf('revenue');
        const { reported, expected } = sumFinance(figures.finance, { offices, months, categories });
        const shade = classOf(reported, expected);
        return { id: area.id, name: area.name, reported, expected, shade };
      }),
  );

const wordsOf = (shares: readonly ProvinceShare[], { figures, day }: Scope) => {
  const { count } = messages.format;
  const countOf = (shade: MapClass): string =>
    count(shares.filter((one) => one.shade === shade).length);
  return {
    title: t.map.finding(countOf('all'), count(shares.length), countOf('none')),
    caption: [
      ...(figures.sample.finance ? [all.sample.badge] : []),
      t.map.unit,
      t.source,
      messages.site.asOf(messages.format.date(day)),
    ],
    classes: CLASSES.map((name) => ({
      name,
      label: t.map.classes[name],
      count: countOf(name),
      ids: shares.filter(({ shade }) => shade === name).map(({ id }) => id),
    })),
  };
};

/** The provinces by how much of the twelve months their authorities have reported. */
export const viewMap = async (shares: readonly ProvinceShare[], scope: Scope) => {
  const { viewBox, lake } = await getMapFrame();
  const { classes, ...words } = wordsOf(shares, scope);
  return {
    ...words,
    viewBox,
    lake,
    groups: classes.map(({ ids, ...one }) => ({
      ...one,
      shapes: ids.map((id) => `${MAP_ADDRESS}#${id}`),
    })),
    columns: [all.followUp.index.province, t.reported, t.map.shade],
    rows: shares.map(({ name, reported, expected, shade }) => [
      name,
      shareCell(reported, expected),
      t.map.classes[shade],
    ]),
    files: { svg: `${FOLDER}data/${MAP_NAME}.svg`, csv: `${FOLDER}data/${MAP_NAME}.csv` },
  };
};

/** The map, or the shares that it shows, as a file. */
export const mapFile = async (
  shares: readonly ProvinceShare[],
  scope: Scope,
  format: PlotFormat,
): Promise<string> => {
  const { classes, title, caption } = wordsOf(shares, scope);
  if (format === 'csv') {
    const sample = scope.figures.sample.finance ? all.sample.badge : null;
    const rows = shares.map(({ id, name, reported, expected }) => ({
      province: id,
      name,
      reported,
      expected,
      sample,
    }));
    return csvTable(['province', 'name', 'reported', 'expected', 'sample'], rows);
  }
  const { viewBox, provinces, others } = await getMapOutlines();
  const groups = classes.map(({ name, label, count, ids }) => ({
    name: `share-${name}`,
    label: `${label} ${count}`,
    paths: ids.map((id) => provinces.get(id) ?? ''),
  }));
  const drawing = drawMap(viewBox, groups, others);
  return plotFile(drawing, {
    title,
    legend: [],
    caption: [...caption, messages.tracking.provinces.credit],
  });
};
