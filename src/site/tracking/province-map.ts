import type { Point } from '#core/map/outline.ts';
import { type MapShape, readProvinceMap } from '#output/image/province-map.ts';
import { memoizePerBuild } from '../memo.ts';
import { getRegistry } from './tracked.ts';

/** Where the shapes of the provinces lie, each under the id of its province. */
export const MAP_ADDRESS = '/map/thailand.svg';

interface ProvinceShape extends MapShape {
  /** Id of the province; null for what is none (a lake). */
  readonly province: string | null;
}

const NO_PROVINCE = new Set(['Lake Songkha']);

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const getShapes = () =>
  memoizePerBuild('map of provinces', async () => {
    const provinces = (await getRegistry()).offices.filter(({ type }) => type === 'province');
    const byName = new Map(provinces.map(({ id, nameEn }) => [plain(nameEn ?? ''), id]));
    const { viewBox, shapes } = readProvinceMap();
    const known = shapes.map((shape): ProvinceShape => {
      const province = byName.get(plain(shape.name));
      if (province === undefined && !NO_PROVINCE.has(shape.name)) {
        throw new RangeError(
          `The map shows "${shape.name}", which content/registry/offices.csv does not have. ` +
            'Compare the English names of the provinces there with those of the map.',
        );
      }
      return { ...shape, province: province ?? null };
    });
    return { viewBox, shapes: known };
  });

const LAKE = 'lake';
const ALL = 'all';

/** The file of shapes that the maps of all pages share: each province under its id, in a group of all. */
export const drawSharedMap = async (): Promise<string> => {
  const { viewBox, shapes } = await getShapes();
  const draw = ({ province, path }: ProvinceShape): string =>
    `<path id="${province ?? LAKE}" d="${path}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">`,
    '<!-- MapSVG (mapsvg.com), @svg-maps/thailand, CC BY 4.0; simplified -->',
    ...shapes.filter(({ province }) => province === null).map(draw),
    `<g id="${ALL}">`,
    ...shapes.filter(({ province }) => province !== null).map(draw),
    '</g>',
    '</svg>\n',
  ].join('\n');
};

/** The outlines themselves, for a drawing that is a file by itself: those of provinces by id, and what is none. */
export const getMapOutlines = async () => {
  const { viewBox, shapes } = await getShapes();
  return {
    viewBox,
    provinces: new Map(
      shapes.flatMap(({ province, path }) => (province ? [[province, path]] : [])),
    ),
    others: shapes.filter(({ province }) => province === null).map(({ path }) => path),
  };
};

/** What a page needs to draw the map: addresses of the shapes, and where marks go. */
export const getMapFrame = () =>
  memoizePerBuild('frame of the map', async () => {
    const { viewBox, shapes } = await getShapes();
    const centres = new Map<string, Point>(
      shapes.flatMap(({ province, centre }) => (province ? [[province, centre] as const] : [])),
    );
    return { viewBox, centres, lake: `${MAP_ADDRESS}#${LAKE}`, all: `${MAP_ADDRESS}#${ALL}` };
  });
