import { type LineKernel, openLineKernel } from './line-kernel.ts';
import { LINE_SAID_COUNT } from './line-kinds.ts';
import { type LineColumns, likelihoods, type PlaneColumns } from './line-likelihoods.ts';
import { type LineStrip, STRIP_ROWS } from './line-strip.ts';

/** Columns that a filter sees; the middle one is where its value goes. */
const TAPS = 3;

interface LayerShape {
  /** Planes that come in, and filters, each of which makes a plane. */
  readonly planes: number;
  readonly filters: number;
  /** Rows that come in, rows that a filter sees, and rows of paper that are put above and below. */
  readonly rows: number;
  readonly tall: number;
  readonly beside: number;
  /** Of how many rows and columns the largest value is kept. */
  readonly keptRows: number;
  readonly keptColumns: number;
}

const layer = (
  planes: number,
  filters: number,
  rows: number,
  [tall, beside]: readonly [number, number],
  [keptRows, keptColumns]: readonly [number, number],
): LayerShape => ({ planes, filters, rows, tall, beside, keptRows, keptColumns });

/** The layers of filters, from a strip down to one row; the last layer of all joins the planes of each column. */
export const FILTER_LAYERS: readonly LayerShape[] = [
  layer(1, 16, STRIP_ROWS, [3, 1], [2, 2]),
  layer(16, 32, STRIP_ROWS / 2, [3, 1], [2, 1]),
  layer(32, 48, STRIP_ROWS / 4, [3, 1], [2, 1]),
  layer(48, 64, STRIP_ROWS / 8, [3, 1], [1, 1]),
  layer(64, 128, STRIP_ROWS / 8, [STRIP_ROWS / 8, 0], [1, 1]),
  layer(128, 128, 1, [1, 0], [1, 1]),
  layer(128, 128, 1, [1, 0], [1, 1]),
];
const LAST = FILTER_LAYERS.at(-1) as LayerShape;

/** Cells of a strip that a column of what the net says is wide. */
export const COLUMN = 2;

/** Rows of weights of each layer, in the order of the model: as many as it has filters, each of so many weights and a bias. */
export const LINE_LAYERS = [
  ...FILTER_LAYERS.map(({ planes, filters, tall }) => ({
    rows: filters,
    columns: planes * tall * TAPS,
  })),
  { rows: LINE_SAID_COUNT, columns: LAST.filters },
] as const;

/** Weights of a layer row by row, and its biases. */
export interface LineLayer {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}
export type LineNet = readonly LineLayer[];

/** Bytes of a float, filters and columns that the kernel sums at once, and bytes of a page of memory. */
const FLOAT = 4;
const FILTERS = 4;
const COLUMNS = 8;
const PAGE = 1 << 16;

/** Columns that a row takes with paper on both sides, as the kernel writes eight at a time. */
const strideOf = (columns: number): number => COLUMNS * Math.ceil(columns / COLUMNS) + COLUMNS;

/** Planes of rows in the memory of the kernel, each row with a column of paper before and behind it. */
interface Planes {
  /** Place of the first row, in floats. */
  readonly start: number;
  readonly rows: number;
  readonly columns: number;
}

/** A kernel whose memory begins with the weights of a net, each layer's as the kernel takes them. */
interface Engine {
  readonly kernel: LineKernel;
  /** Places of the weights and biases of each layer of filters, and of what is free, in floats. */
  readonly layers: readonly { readonly weights: number; readonly biases: number }[];
  readonly free: number;
}

const grow = ({ memory }: LineKernel, floats: number): Float32Array => {
  const missing = floats * FLOAT - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return new Float32Array(memory.buffer);
};

const openEngine = (net: LineNet): Engine => {
  const kernel = openLineKernel();
  const layers: { weights: number; biases: number }[] = [];
  let free = 0;
  for (const { rows, columns } of LINE_LAYERS) {
    layers.push({ weights: free, biases: free + rows * columns });
    free += rows * columns + rows;
  }
  const memory = grow(kernel, free);
  for (const [at, { rows, columns }] of LINE_LAYERS.entries()) {
    const { weights, biases } = net[at] as LineLayer;
    const places = layers[at] as (typeof layers)[number];
    memory.set(biases, places.biases);
    for (let row = 0; row < rows; row++) {
      const start = places.weights + (row - (row % FILTERS)) * columns + (row % FILTERS);
      for (let column = 0; column < columns; column++) {
        memory[start + column * FILTERS] = weights[row * columns + column] as number;
      }
    }
  }
  return { kernel, layers, free };
};

const engines = new WeakMap<LineNet, Engine>();

const engineOf = (net: LineNet): Engine => {
  const known = engines.get(net) ?? openEngine(net);
  engines.set(net, known);
  return known;
};

/** Places of the memory that a run uses, in floats. */
interface Room {
  /** Addresses of the rows that filters see. */
  readonly table: number;
  readonly paper: number;
  /** Where planes lie in turn. */
  readonly one: number;
  readonly other: number;
}

const MOST_SEEN = Math.max(...FILTER_LAYERS.map(({ planes, tall }) => planes * tall));
const MOST_ROWS = STRIP_ROWS * (FILTER_LAYERS[0] as LayerShape).filters;

/** One layer of filters. What is below 0 becomes 0. */
const filtered = (
  { kernel, layers }: Engine,
  memory: Float32Array,
  { table, paper }: Room,
  input: Planes,
  start: number,
  at: number,
): Planes => {
  const { planes, filters, tall, beside } = FILTER_LAYERS[at] as LayerShape;
  const { weights, biases } = layers[at] as Engine['layers'][number];
  const stride = strideOf(input.columns);
  const rows = input.rows + 2 * beside - tall + 1;
  const seen = planes * tall;
  const addresses = new Int32Array(memory.buffer, table * FLOAT, seen);
  for (let row = 0; row < rows; row++) {
    for (let one = 0; one < seen; one++) {
      const source = row + (one % tall) - beside;
      const isPaper = source < 0 || source >= input.rows;
      const plane = Math.floor(one / tall) * input.rows;
      addresses[one] = FLOAT * (isPaper ? paper : input.start + (plane + source) * stride);
    }
    for (let filter = 0; filter < filters; filter += FILTERS) {
      kernel.filter(
        FLOAT * table,
        seen,
        FLOAT * (weights + filter * seen * TAPS),
        FLOAT * (biases + filter),
        FLOAT * (start + (filter * rows + row) * stride + 1),
        FLOAT * rows * stride,
        input.columns,
      );
    }
  }
  for (let row = 0; row < filters * rows; row++) {
    const from = start + row * stride;
    memory[from] = 0;
    memory.fill(0, from + 1 + input.columns, from + stride);
  }
  return { start, rows, columns: input.columns };
};

/** Keeps the largest of each few values. */
const kept = (memory: Float32Array, input: Planes, start: number, at: number): Planes => {
  const { filters, keptRows, keptColumns } = FILTER_LAYERS[at] as LayerShape;
  const rows = Math.floor(input.rows / keptRows);
  const columns = Math.floor(input.columns / keptColumns);
  const [wide, stride] = [strideOf(input.columns), strideOf(columns)];
  for (let filter = 0; filter < filters; filter++) {
    for (let row = 0; row < rows; row++) {
      const to = start + (filter * rows + row) * stride;
      const from = input.start + (filter * input.rows + row * keptRows) * wide + 1;
      memory[to] = 0;
      memory.fill(0, to + 1 + columns, to + stride);
      for (let x = 0; x < columns; x++) {
        // No value is below 0, as the filters leave none.
        let most = 0;
        for (let y = 0; y < keptRows; y++) {
          const first = from + y * wide + keptColumns * x;
          for (let one = first; one < first + keptColumns; one++) {
            const value = memory[one] as number;
            if (value > most) most = value;
          }
        }
        memory[to + 1 + x] = most;
      }
    }
  }
  return { start, rows, columns };
};

/** Says what stands in each column of a strip. */
export const runLineNet = (net: LineNet, { width, rows, cells }: LineStrip): LineColumns => {
  const engine = engineOf(net);
  // An even number of columns, as two become one.
  const columns = width + (width % 2);
  const stride = strideOf(columns);
  const table = engine.free;
  const paper = table + MOST_SEEN;
  const one = paper + stride;
  const other = one + MOST_ROWS * stride;
  const memory = grow(engine.kernel, other + MOST_ROWS * stride);
  const room: Room = { table, paper, one, other };
  memory.fill(0, paper, one + rows * stride);
  for (let row = 0; row < rows; row++) {
    memory.set(cells.subarray(row * width, (row + 1) * width), one + row * stride + 1);
  }
  let planes: Planes = { start: one, rows, columns };
  const next = (): number => (planes.start === one ? other : one);
  for (const [at, { keptRows, keptColumns }] of FILTER_LAYERS.entries()) {
    planes = filtered(engine, memory, room, planes, next(), at);
    if (keptRows * keptColumns > 1) planes = kept(memory, planes, next(), at);
  }
  const said: PlaneColumns = {
    values: memory,
    start: planes.start + 1,
    apart: strideOf(planes.columns),
    planes: LAST.filters,
    count: planes.columns,
  };
  return likelihoods(said, net[FILTER_LAYERS.length] as LineLayer);
};
