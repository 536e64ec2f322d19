/** A point of the plane; y grows downwards. */
export type Point = readonly [x: number, y: number];
/** A closed line, its last point not repeated. */
export type Ring = readonly Point[];

/**
 * Reads the rings of an SVG path that is made of relative moves, with lines after them, and ends each ring with `z`:
 * the form in which maps of areas are mostly written. Throws where it finds anything else.
 */
export const readOutline = (path: string): Ring[] => {
  if (!/^[\d\s.,mz-]*$/.test(path) || !path.trimStart().startsWith('m')) {
    throw new SyntaxError(`a path of "m" and "z" alone is wanted, not "${path.slice(0, 60)}"`);
  }
  let [x, y] = [0, 0];
  return path
    .split('z')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const numbers = part.match(/-?(?:\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
      const ring: Point[] = [];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        x += numbers[at] as number;
        y += numbers[at + 1] as number;
        ring.push([x, y]);
      }
      const [first] = ring;
      // After "z" the next move is relative to the point where this ring began.
      if (first) [x, y] = first;
      return ring;
    });
};

const isBetween = (a: Point, b: Point, c: Point): boolean =>
  (b[0] - a[0]) * (c[1] - b[1]) === (b[1] - a[1]) * (c[0] - b[0]);

/**
 * Rings on a grid of the given step, in whole steps: points that fall together are one, and points on a straight line
 * are left out. Neighbours stay neighbours, as a point that two areas share falls on one place. Rings that the grid
 * swallows are left out.
 */
export const onGrid = (rings: readonly Ring[], step: number): Ring[] =>
  rings.flatMap((ring) => {
    const points: Point[] = [];
    for (const [x, y] of ring) {
      const point: Point = [Math.round(x / step), Math.round(y / step)];
      const last = points.at(-1);
      if (last && last[0] === point[0] && last[1] === point[1]) continue;
      const before = points.at(-2);
      if (before && last && isBetween(before, last, point)) points.pop();
      points.push(point);
    }
    const [first, last] = [points[0], points.at(-1)];
    if (first && last && points.length > 1 && first[0] === last[0] && first[1] === last[1]) {
      points.pop();
    }
    return points.length < 3 ? [] : [points];
  });

/** Rings as a short SVG path of relative whole numbers. */
export const writeOutline = (rings: readonly Ring[]): string => {
  let [x, y] = [0, 0];
  return rings
    .map((ring) => {
      const parts = ring.map(([nextX, nextY], at) => {
        const [dx, dy] = [nextX - x, nextY - y];
        [x, y] = [nextX, nextY];
        return `${at === 0 ? 'm' : at === 1 ? 'l' : dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
      });
      const [first] = ring;
      if (first) [x, y] = first;
      return `${parts.join('')}z`;
    })
    .join('');
};

const twiceArea = (ring: Ring): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] as Point;
    return sum + x * nextY - nextX * y;
  }, 0);

/** Where a mark for an area goes: the centre of gravity of its largest ring. Null for no ring. */
export const centreOf = (rings: readonly Ring[]): Point | null => {
  const largest = rings.toSorted((a, b) => Math.abs(twiceArea(b)) - Math.abs(twiceArea(a)))[0];
  if (!largest) return null;
  const area = twiceArea(largest);
  const [sumX, sumY] = largest.reduce<Point>(
    ([x, y], [ax, ay], at) => {
      const [bx, by] = largest[(at + 1) % largest.length] as Point;
      const cross = ax * by - bx * ay;
      return [x + (ax + bx) * cross, y + (ay + by) * cross];
    },
    [0, 0],
  );
  return area === 0 ? (largest[0] ?? null) : [sumX / (3 * area), sumY / (3 * area)];
};
