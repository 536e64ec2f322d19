import { type GlyphNet, LAYERS, type LayerWeights } from './glyph-net.ts';

/** First bytes of a model: its kind, and the version of the net that it is for. */
const HEAD = 'WIANGLY1';
const FLOAT = 4;
const MOST = 127;

/** Bytes of a model: the head, then each row of each layer as its scale and its bias (floats, low byte first) and its weights. */
const SIZE = LAYERS.reduce(
  (sum, { rows, columns }) => sum + rows * (2 * FLOAT + columns),
  HEAD.length,
);

/** Packs a net into a file, each weight as a byte of its row's scale. */
export const packGlyphNet = (net: GlyphNet): Uint8Array => {
  const bytes = new Uint8Array(SIZE);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(HEAD));
  let at = HEAD.length;
  for (const [layer, { rows, columns }] of LAYERS.entries()) {
    const { weights, biases } = net[layer] as LayerWeights;
    for (let row = 0; row < rows; row++) {
      const own = weights.subarray(row * columns, (row + 1) * columns);
      const scale = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / MOST;
      view.setFloat32(at, scale, true);
      view.setFloat32(at + FLOAT, biases[row] as number, true);
      at += 2 * FLOAT;
      for (const weight of own) view.setInt8(at++, Math.round(weight / scale));
    }
  }
  return bytes;
};

/** The net of a file that {@link packGlyphNet} made. Throws where it is none, or of another version. */
export const unpackGlyphNet = (bytes: Uint8Array): GlyphNet => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD.length));
  if (head !== HEAD || bytes.length !== SIZE) {
    throw new Error(
      `The model of glyphs begins with "${head}" and has ${bytes.length} bytes; "${HEAD}" and ${SIZE} are needed.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = HEAD.length;
  return LAYERS.map(({ rows, columns }) => {
    const weights = new Float32Array(rows * columns);
    const biases = new Float32Array(rows);
    for (let row = 0; row < rows; row++) {
      const scale = view.getFloat32(at, true);
      biases[row] = view.getFloat32(at + FLOAT, true);
      at += 2 * FLOAT;
      for (let column = 0; column < columns; column++) {
        weights[row * columns + column] = view.getInt8(at++) * scale;
      }
    }
    return { weights, biases };
  }) as unknown as GlyphNet;
};
