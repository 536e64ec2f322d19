import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../scripts/lib/random.ts';
import { LINE_KIND_COUNT, LINE_SAID_COUNT, MARK_GROUPS } from './line-kinds.ts';
import { unpackLineNet } from './line-model.ts';
import { FILTER_LAYERS, LINE_LAYERS, type LineNet, runLineNet } from './line-net.ts';

const made = (): LineNet => {
  const random = seededRandom(5);
  return LINE_LAYERS.map(({ rows, columns }) => ({
    weights: Float32Array.from({ length: rows * columns }, () => (random.next() - 0.5) / 8),
    biases: Float32Array.from({ length: rows }, () => (random.next() - 0.5) / 8),
  }));
};

/** The same, a value at a time, as the layers are described. */
const slowly = (net: LineNet, width: number, cells: Float32Array): number[][] => {
  let columns = width + (width % 2);
  let planes = [
    Array.from({ length: 32 }, (_, y) =>
      Array.from({ length: columns }, (_, x) => (x < width ? (cells[y * width + x] as number) : 0)),
    ),
  ];
  for (const [at, layer] of FILTER_LAYERS.entries()) {
    const { weights, biases } = net[at] as LineNet[number];
    const rows = layer.rows + 2 * layer.beside - layer.tall + 1;
    const out = Array.from({ length: layer.filters }, (_, filter) =>
      Array.from({ length: rows }, (_, y) =>
        Array.from({ length: columns }, (_, x) => {
          let sum = biases[filter] as number;
          for (const [plane, values] of planes.entries()) {
            for (let down = 0; down < layer.tall; down++) {
              for (let across = 0; across < 3; across++) {
                const tap = ((filter * planes.length + plane) * layer.tall + down) * 3 + across;
                const value = values[y + down - layer.beside]?.[x + across - 1] ?? 0;
                sum += (weights[tap] as number) * value;
              }
            }
          }
          return Math.max(0, sum);
        }),
      ),
    );
    const { keptRows, keptColumns } = layer;
    columns = Math.floor(columns / keptColumns);
    planes = out.map((plane) =>
      Array.from({ length: Math.floor(rows / keptRows) }, (_, y) =>
        Array.from({ length: columns }, (_, x) =>
          Math.max(
            ...Array.from(
              { length: keptRows * keptColumns },
              (_, one) =>
                plane[y * keptRows + Math.floor(one / keptColumns)]?.[
                  x * keptColumns + (one % keptColumns)
                ] as number,
            ),
          ),
        ),
      ),
    );
  }
  const { weights, biases } = net.at(-1) as LineNet[number];
  return Array.from({ length: columns }, (_, x) => {
    const sums = Array.from(biases, (bias, kind) =>
      planes.reduce(
        (sum, plane, at) =>
          sum + (weights[kind * planes.length + at] as number) * (plane[0]?.[x] as number),
        bias,
      ),
    );
    // Kinds make 1 together, and so do the marks of each group.
    const parts = [LINE_KIND_COUNT, ...MARK_GROUPS.map((group) => group.length)];
    let from = 0;
    return parts.flatMap((length) => {
      const own = sums.slice(from, from + length);
      from += length;
      const all = own.reduce((sum, one) => sum + Math.exp(one), 0);
      return own.map((one) => Math.exp(one) / all);
    });
  });
};

describe('the net of lines', () => {
  it.each([1, 8, 13])('says of %i columns what its layers describe', (width) => {
    const random = seededRandom(width);
    const cells = Float32Array.from({ length: 32 * width }, () => random.next());
    const net = made();
    const { count, likely } = runLineNet(net, { width, rows: 32, cells, step: 1 });
    const expected = slowly(net, width, cells);
    expect(count).toBe(expected.length);
    for (const [column, kinds] of expected.entries()) {
      for (const [kind, value] of kinds.entries()) {
        expect(likely[column * LINE_SAID_COUNT + kind]).toBeCloseTo(value, 5);
      }
    }
  });

  const size = LINE_LAYERS.reduce((sum, { rows, columns }) => sum + rows * (8 + columns), 8);
  const file = (): Uint8Array => {
    const bytes = new Uint8Array(size);
    bytes.set(new TextEncoder().encode('WIANLIN2'));
    const view = new DataView(bytes.buffer);
    view.setFloat32(8, 0.5, true);
    view.setFloat32(12, -1.25, true);
    view.setInt8(16, -3);
    return bytes;
  };

  it('is read from a file of bytes, each as many times its scale', () => {
    const [first] = unpackLineNet(file());
    expect(first?.biases[0]).toBe(-1.25);
    expect(first?.weights[0]).toBe(-1.5);
  });

  it.each([
    ['another file', new TextEncoder().encode('no model at all')],
    ['half a model', file().subarray(0, 4000)],
  ])('is not read from %s', (_, bytes) => {
    expect(() => unpackLineNet(bytes)).toThrow(/model of lines begins with/);
  });
});
