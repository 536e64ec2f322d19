/** One step of an outline, as in SVG: move, line, quadratic and cubic curve to absolute points; close. */
export interface PathStep {
  readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z';
  /** x and y of each point in turn. */
  readonly values: readonly number[];
}

export type Path = readonly PathStep[];

/** The outline upside down: fonts count upwards from the baseline, drawings downwards from the top. */
export const flipped = (path: Path): Path =>
  path.map(({ type, values }) => ({
    type,
    values: values.map((value, index) => (index % 2 === 0 ? value : -value)),
  }));

/** A number to a hundredth, in the fewest characters. */
export const shortNumber = (value: number): string => String(Math.round(value * 100) / 100 || 0);

const joinNumbers = (values: readonly number[]): string =>
  values.map(shortNumber).reduce((text, part) => {
    const space = text === '' || part.startsWith('-') ? '' : ' ';
    return text + space + part;
  }, '');

const relativeData = (path: Path): string => {
  let at: readonly [number, number] = [0, 0];
  let start = at;
  return path
    .map(({ type, values }) => {
      if (type === 'Z') {
        at = start;
        return 'z';
      }
      const [x, y] = at;
      at = values.slice(-2) as [number, number];
      if (type === 'M') start = at;
      const [dx, dy] = [at[0] - x, at[1] - y];
      if (type === 'L' && dy === 0) return `h${shortNumber(dx)}`;
      if (type === 'L' && dx === 0) return `v${shortNumber(dy)}`;
      const steps = values.map((value, index) => value - (index % 2 === 0 ? x : y));
      return type.toLowerCase() + joinNumbers(steps);
    })
    .join('');
};

const known = new WeakMap<Path, string>();

/**
 * The outline as the `d` of an SVG path in relative steps, so that it can follow any move. Remembered
 * for each outline: the glyphs of ten thousand captions are few.
 */
export const svgPathData = (path: Path): string => {
  const data = known.get(path) ?? relativeData(path);
  known.set(path, data);
  return data;
};

type Point = readonly [number, number];

const pointsOf = (values: readonly number[]): Point[] =>
  Array.from({ length: values.length / 2 }, (_, index) => [
    values[2 * index] as number,
    values[2 * index + 1] as number,
  ]);

const between = (a: Point, b: Point, part: number): Point => [
  a[0] + (b[0] - a[0]) * part,
  a[1] + (b[1] - a[1]) * part,
];

/** The outline with every quadratic curve as the cubic curve of the same shape: PDF knows no other. */
export const withCubicCurves = (path: Path): Path => {
  let at: Point = [0, 0];
  return path.map((step) => {
    const points = pointsOf(step.values);
    const from = at;
    at = points.at(-1) ?? at;
    if (step.type !== 'Q') return step;
    const [control, to] = points as [Point, Point];
    const values = [between(from, control, 2 / 3), between(to, control, 2 / 3), to].flat();
    return { type: 'C', values };
  });
};
