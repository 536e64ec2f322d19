import type { Drawing } from './drawing.ts';

/** A drawing at a place on a page, in millimetres from the page's upper left corner. */
export interface Placed {
  readonly drawing: Drawing;
  readonly x: number;
  readonly y: number;
}

/** One page of a print sheet. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly placed: readonly Placed[];
}

/** A4 in millimetres (ISO 216), with margins that every office printer can print in, and a gap to cut along. */
export const A4 = { width: 210, height: 297, margin: 12, gap: 4 } as const;

const widthMm = ({ width, unitMm }: Drawing): number => width * unitMm;
const heightMm = ({ height, unitMm }: Drawing): number => height * unitMm;

const fits = (length: number, room: number): number =>
  Math.floor((room + A4.gap + 1e-6) / (length + A4.gap));

/** How many labels of this size fit on a page in rows and columns; 0 where it is too big. */
export const gridOf = (label: Drawing): { readonly columns: number; readonly rows: number } => ({
  columns: fits(widthMm(label), A4.width - 2 * A4.margin),
  rows: fits(heightMm(label), A4.height - 2 * A4.margin),
});

/** A page with one label in the middle. */
export const onePerPage = (label: Drawing): Page => ({
  width: A4.width,
  height: A4.height,
  placed: [
    {
      drawing: label,
      x: (A4.width - widthMm(label)) / 2,
      y: (A4.height - heightMm(label)) / 2,
    },
  ],
});

/** A page full of the same label, in a grid set in the middle. The label must fit at least once. */
export const gridPage = (label: Drawing): Page => {
  const { columns, rows } = gridOf(label);
  const step = { x: widthMm(label) + A4.gap, y: heightMm(label) + A4.gap };
  const left = (A4.width - (columns * step.x - A4.gap)) / 2;
  const top = (A4.height - (rows * step.y - A4.gap)) / 2;
  const placed = Array.from({ length: columns * rows }, (_, index) => ({
    drawing: label,
    x: left + (index % columns) * step.x,
    y: top + Math.floor(index / columns) * step.y,
  }));
  return { width: A4.width, height: A4.height, placed };
};
