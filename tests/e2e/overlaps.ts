import type { Box, Edges, Sheet } from './pdf-boxes.ts';

/** Two things that a sheet draws over one another, with what stands around them. */
export interface Overlap {
  /** Number of the sheet, from 1. */
  readonly sheet: number;
  /** Points from the left and from the foot of the sheet. */
  readonly at: readonly [number, number];
  readonly between: readonly [string, string];
}

/** Baselines further apart than this, in points, belong to two lines; marks of Thai stand less far off their own. */
const LINES_APART = 3.5;
/** A base letter and its marks are drawn one after the other; what is further apart in a line is another letter. */
const OF_ONE_CLUSTER = 4;
/** Share of the smaller box that may be covered where boxes touch and ink does not. */
const TOUCHING = 0.1;

const size = ({ left, right, bottom, top }: Edges): number =>
  Math.max(0, right - left) * Math.max(0, top - bottom);

const common = (one: Edges, other: Edges): Edges => ({
  left: Math.max(one.left, other.left),
  right: Math.min(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
  top: Math.min(one.top, other.top),
});

/** A thing drawn, with its place in the order of drawing. */
type Drawn = Box & { readonly order: number };

const isOneCluster = (one: Drawn, other: Drawn): boolean =>
  one.kind === 'glyphs' &&
  other.kind === 'glyphs' &&
  Math.abs(one.baseline - other.baseline) <= LINES_APART &&
  Math.abs(one.order - other.order) <= OF_ONE_CLUSTER;

const overlap = (one: Drawn, other: Drawn): boolean =>
  (one.kind === 'glyphs' || other.kind === 'glyphs') &&
  !isOneCluster(one, other) &&
  size(common(one, other)) > TOUCHING * Math.min(size(one), size(other));

/** What stands in the line of a box, as far as PDFium reads it. */
const lineOf = (box: Box, boxes: readonly Box[]): string =>
  boxes
    .filter(
      ({ kind, baseline, left }) =>
        kind === 'glyphs' &&
        Math.abs(baseline - box.baseline) < 0.5 &&
        Math.abs(left - box.left) < 60,
    )
    .sort((one, other) => one.left - other.left)
    .map(({ text }) => text)
    .join('');

const nameOf = (box: Box, boxes: readonly Box[]): string =>
  box.kind === 'glyphs' ? lineOf(box, boxes) : box.kind;

/** Whatever a sheet draws over something else: text over text, a picture over text. Lines and frames do not count. */
export const findOverlaps = (sheets: readonly Sheet[]): Overlap[] =>
  sheets.flatMap(({ boxes }, index) => {
    const drawn = boxes
      .map((box, order): Drawn => ({ ...box, order }))
      .filter((box) => box.kind !== 'shape' && size(box) > 0)
      .sort((one, other) => one.left - other.left);
    return drawn.flatMap((one, at) => {
      const found: Overlap[] = [];
      for (let next = at + 1; next < drawn.length; next++) {
        const other = drawn[next] as Drawn;
        if (other.left >= one.right) break;
        if (!overlap(one, other)) continue;
        found.push({
          sheet: index + 1,
          at: [Math.round(other.left), Math.round(other.bottom)],
          between: [nameOf(one, drawn), nameOf(other, drawn)],
        });
      }
      return found;
    });
  });

/** Letters lean over the edge of their line by less than this, in points, and marks of Thai over the first and last line. */
const [EDGE, MARKS] = [1, 4];

/** Text and pictures that run over the edge of their sheet, or of the margins when these are given, in points. */
export const findCut = (sheets: readonly Sheet[], margin = 0): Overlap[] =>
  sheets.flatMap(({ boxes, width, height }, index) =>
    boxes
      .filter(
        ({ kind, left, right, bottom, top }) =>
          kind !== 'shape' &&
          right > left &&
          (left < margin - EDGE ||
            right > width - margin + EDGE ||
            bottom < margin - MARKS ||
            top > height - margin + MARKS),
      )
      .map((box) => ({
        sheet: index + 1,
        at: [Math.round(box.left), Math.round(box.bottom)] as const,
        between: [nameOf(box, boxes), 'edge'] as const,
      })),
  );
