import { escapeMarkup } from '#core/text/escape.ts';
import { PLOT_WIDTH } from './plots.ts';

/** Shapes of one shade. */
export interface MapGroup {
  /** Class of the style sheet. */
  readonly name: string;
  readonly label: string;
  /** Outlines, as the `d` of paths. */
  readonly paths: readonly string[];
}

const HEIGHT = 560;
const MAP_WIDTH = 360;
const LEGEND_AT = MAP_WIDTH + 20;
const ROW = 32;

const outlines = (name: string, paths: readonly string[]): string =>
  `<g class="${name}">${paths.map((d) => `<path d="${d}"/>`).join('')}</g>`;

/** A map (outlines within `viewBox`) shaded by groups, with its legend, as wide as other plots. */
export const drawMap = (
  viewBox: string,
  groups: readonly MapGroup[],
  others: readonly string[],
): string => {
  const legend = groups.map(({ name, label }, at) => {
    const y = HEIGHT - ROW * (groups.length - at);
    return `<rect class="${name} map" x="${LEGEND_AT}" y="${y}" width="34" height="22"/><text x="${LEGEND_AT + 44}" y="${y + 16}">${escapeMarkup(label)}</text>`;
  });
  const shapes = [
    outlines('lake', others),
    ...groups.map(({ name, paths }) => outlines(name, paths)),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PLOT_WIDTH} ${HEIGHT}">`,
    `<svg class="map" width="${MAP_WIDTH}" height="${HEIGHT}" viewBox="${viewBox}">${shapes.join('')}</svg>`,
    ...legend,
    '</svg>',
  ].join('');
};
