import { LINE_LAYERS, type LineNet } from './line-net.ts';

/** First bytes of a model: its kind, and the version of the net that it is for. */
const HEAD = 'WIANLIN2';
const FLOAT = 4;

/** Bytes of a model: the head, then each row of each layer as its scale and its bias (floats, low byte first) and its weights. */
const SIZE = LINE_LAYERS.reduce(
  (sum, { rows, columns }) => sum + rows * (2 * FLOAT + columns),
  HEAD.length,
);

/** The net of a file that training wrote, each weight as a byte of its row's scale. Throws where it is none, or of another version. */
export const unpackLineNet = (bytes: Uint8Array): LineNet => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD.length));
  if (head !== HEAD || bytes.length !== SIZE) {
    throw new Error(
      `The model of lines begins with "${head}" and has ${bytes.length} bytes; "${HEAD}" and ${SIZE} are needed.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = HEAD.length;
  return LINE_LAYERS.map(({ rows, columns }) => {
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
  });
};
