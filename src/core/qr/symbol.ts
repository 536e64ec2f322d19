import type { Path } from './path.ts';

/** Error correction levels of QR codes, weakest first; they restore about 7, 15, 25 and 30 % of a damaged symbol. */
export const CORRECTION_LEVELS = ['L', 'M', 'Q', 'H'] as const;
export type CorrectionLevel = (typeof CORRECTION_LEVELS)[number];

/** A QR symbol without its quiet zone. */
export interface QrSymbol {
  /** Modules on each side: 21 for version 1, 4 more for each version above. */
  readonly size: number;
  readonly version: number;
  readonly level: CorrectionLevel;
  /** Modules row by row, 1 for dark. */
  readonly modules: Uint8Array;
}

/** Light modules that must be around a symbol (ISO/IEC 18004, 9.1). */
export const QUIET_ZONE = 4;

/** Modules on each side with the quiet zone. */
export const sizeWithQuietZone = ({ size }: Pick<QrSymbol, 'size'>): number =>
  size + 2 * QUIET_ZONE;

/** Ways along an edge, one bit each. */
const RIGHT = 1;
const DOWN = 2;
const LEFT = 4;
const UP = 8;

/**
 * The edges between dark and light, each with the dark side on its right: for each corner, row by row, the directions that
 * begin there. A corner at which two dark modules touch has two.
 */
const edgesByStart = ({ size, modules }: QrSymbol): Uint8Array => {
  const width = size + 1;
  const edges = new Uint8Array(width * width);
  const isDark = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < size && y < size && modules[y * size + x] === 1;
  const add = (corner: number, way: number) => {
    edges[corner] = (edges[corner] as number) | way;
  };
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y)) continue;
      const corner = y * width + x;
      if (!isDark(x, y - 1)) add(corner, RIGHT);
      if (!isDark(x + 1, y)) add(corner + 1, DOWN);
      if (!isDark(x, y + 1)) add(corner + width + 1, LEFT);
      if (!isDark(x - 1, y)) add(corner + width, UP);
    }
  }
  return edges;
};

/** Follows edges from a corner back to it and takes them away. Gives the corners at which the outline turns. */
const traceOutline = (edges: Uint8Array, start: number, width: number): number[] => {
  const steps = new Map([
    [RIGHT, 1],
    [DOWN, width],
    [LEFT, -1],
    [UP, -width],
  ]);
  const corners: number[] = [];
  let at = start;
  let lastWay = 0;
  do {
    const ways = edges[at] as number;
    const way = ways & -ways;
    edges[at] = ways - way;
    if (way !== lastWay) corners.push(at);
    lastWay = way;
    at += steps.get(way) as number;
  } while (at !== start);
  return corners;
};

/**
 * The dark modules as outlines, in modules from the corner of the symbol, to be filled by the even-odd rule. Outlines
 * rather than one square a module: squares side by side show hairlines between them when they are scaled.
 */
export const symbolPath = (symbol: QrSymbol): Path => {
  const edges = edgesByStart(symbol);
  const width = symbol.size + 1;
  const path: Path[number][] = [];
  for (let start = 0; start < edges.length; start++) {
    while (edges[start] !== 0) {
      const corners = traceOutline(edges, start, width);
      corners.forEach((corner, index) => {
        const values = [corner % width, Math.floor(corner / width)];
        path.push({ type: index === 0 ? 'M' : 'L', values });
      });
      path.push({ type: 'Z', values: [] });
    }
  }
  return path;
};

/** The size of a symbol on paper. */
export interface PrintedSymbol {
  /** Side of one module in millimetres. */
  readonly moduleMm: number;
  /** Whether telephones read modules of this size from paper. */
  readonly readable: boolean;
}

/** Smallest module that telephones are held to read in print: 0.396 mm (GS1 General Specifications, 5.12.3). */
export const SMALLEST_MODULE_MM = 0.396;

/** A symbol printed so that it and its quiet zone are `mm` wide. */
export const printedSymbol = (symbol: Pick<QrSymbol, 'size'>, mm: number): PrintedSymbol => {
  const moduleMm = mm / sizeWithQuietZone(symbol);
  return { moduleMm, readable: moduleMm >= SMALLEST_MODULE_MM };
};

/** Whole millimetres, quiet zone included, from which on a symbol is readable in print. */
export const smallestPrintMm = (symbol: Pick<QrSymbol, 'size'>): number =>
  Math.ceil(sizeWithQuietZone(symbol) * SMALLEST_MODULE_MM);
