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

/** Light modules that must stand around a symbol (ISO/IEC 18004, 9.1). */
export const QUIET_ZONE = 4;

/** Modules on each side with the quiet zone. */
export const sizeWithQuietZone = ({ size }: Pick<QrSymbol, 'size'>): number =>
  size + 2 * QUIET_ZONE;

type Corner = readonly [x: number, y: number];

/**
 * The edges between dark and light, each with the dark side on its right, by the corner at which they begin. A corner
 * at which two dark modules touch has two edges.
 */
const edgesByStart = ({ size, modules }: QrSymbol): Map<number, Corner[]> => {
  const dark = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < size && y < size && modules[y * size + x] === 1;
  const edges = new Map<number, Corner[]>();
  const add = (x: number, y: number, toX: number, toY: number) => {
    const start = y * (size + 1) + x;
    const known = edges.get(start);
    if (known) known.push([toX, toY]);
    else edges.set(start, [[toX, toY]]);
  };
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!dark(x, y)) continue;
      if (!dark(x, y - 1)) add(x, y, x + 1, y);
      if (!dark(x + 1, y)) add(x + 1, y, x + 1, y + 1);
      if (!dark(x, y + 1)) add(x + 1, y + 1, x, y + 1);
      if (!dark(x - 1, y)) add(x, y + 1, x, y);
    }
  }
  return edges;
};

/** Follows edges from a corner back to it, keeping only the corners at which the outline turns. */
const traceOutline = (edges: Map<number, Corner[]>, start: number, width: number): Corner[] => {
  const corners: Corner[] = [];
  let at: Corner = [start % width, Math.floor(start / width)];
  let [stepX, stepY] = [0, 0];
  do {
    const key = at[1] * width + at[0];
    const ways = edges.get(key) as Corner[];
    const [toX, toY] = ways.pop() as Corner;
    if (ways.length === 0) edges.delete(key);
    const [nextStepX, nextStepY] = [Math.sign(toX - at[0]), Math.sign(toY - at[1])];
    if (nextStepX !== stepX || nextStepY !== stepY) corners.push(at);
    [stepX, stepY] = [nextStepX, nextStepY];
    at = [toX, toY];
  } while (at[1] * width + at[0] !== start);
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
  for (const start of [...edges.keys()]) {
    while (edges.has(start)) {
      const [first, ...rest] = traceOutline(edges, start, width);
      path.push({ type: 'M', values: [...(first as Corner)] });
      for (const corner of rest) path.push({ type: 'L', values: [...corner] });
      path.push({ type: 'Z', values: [] });
    }
  }
  return path;
};

/** What a symbol comes to on paper. */
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
