import map from '@svg-maps/thailand';
import { centreOf, onGrid, type Point, readOutline, writeOutline } from '#core/map/outline.ts';

/** An area on the map, drawn in whole units of its view box. */
export interface MapShape {
  /** English name, as the map has it. */
  readonly name: string;
  readonly path: string;
  /** Where a mark for the area goes. */
  readonly centre: Point;
}

// The types that the package names come with another one.
const {
  viewBox,
  locations,
}: {
  viewBox: string;
  locations: readonly { readonly name: string; readonly path: string }[];
} = map;

/** At the size at which pages draw the map, a step is about half a pixel. */
const STEP = 1;

/**
 * The map of Thailand by province, in shapes with fewer points than the original.
 * Source: @svg-maps/thailand 2.0.0 after MapSVG (mapsvg.com), CC BY 4.0; simplified.
 */
export const readProvinceMap = (): {
  readonly viewBox: string;
  readonly shapes: readonly MapShape[];
} => ({
  viewBox: viewBox
    .split(' ')
    .map((side) => Math.ceil(Number(side) / STEP))
    .join(' '),
  shapes: locations.map(({ name, path }) => {
    const rings = onGrid(readOutline(path), STEP);
    const centre = centreOf(rings);
    if (!centre) throw new RangeError(`${name} is too small for a map of this step`);
    return {
      name,
      path: writeOutline(rings),
      centre: [Math.round(centre[0]), Math.round(centre[1])],
    };
  }),
});
