import { escapeMarkup } from '#core/text/escape.ts';
import { type Path, shortNumber, svgPathData } from './path.ts';

/** Something to print: black outlines on white, with its true size. */
export interface Drawing {
  /** In the drawing's own unit. */
  readonly width: number;
  readonly height: number;
  /** Millimetres of one unit. */
  readonly unitMm: number;
  readonly shapes: readonly Shape[];
  /** What it shows, for those who do not see it. */
  readonly title: string;
}

/** Outlines filled together. Their own unit is `scale` units of the drawing, counted from `x` and `y` in it. */
export interface Shape {
  readonly parts: readonly ShapePart[];
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly fill: 'even-odd' | 'non-zero';
}

export interface ShapePart {
  readonly path: Path;
  /** Where the origin of `path` stands, in the unit of the shape. */
  readonly x: number;
  readonly y: number;
}

const RULES = { 'even-odd': ' fill-rule="evenodd"', 'non-zero': '' } as const;

const toThousandth = (value: number): number => Math.round(value * 1000) / 1000;

const svgShape = ({ parts, x, y, scale, fill }: Shape): string => {
  const scaled = scale === 1 ? '' : `scale(${Number(scale.toPrecision(5))})`;
  const data = parts.map(
    (part) => `M${shortNumber(part.x)} ${shortNumber(part.y)}${svgPathData(part.path)}`,
  );
  const place = `transform="translate(${toThousandth(x)} ${toThousandth(y)})${scaled}"`;
  return `<path ${place}${RULES[fill]} d="${data.join('')}"/>`;
};

/**
 * The drawing as an SVG file without fonts, so that it prints alike on every machine. Its size is the true one, or
 * `dots` for each unit where a picture of dots is made of it.
 */
export const drawingToSvg = (drawing: Drawing, dots?: number): string => {
  const { width, height, unitMm, shapes, title } = drawing;
  const [unit, scale] = dots === undefined ? ['mm', unitMm] : ['', dots];
  const side = (length: number) => `"${toThousandth(length * scale)}${unit}"`;
  const size = `width=${side(width)} height=${side(height)} viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/>`,
    ...shapes.map(svgShape),
    '</svg>\n',
  ].join('');
};
