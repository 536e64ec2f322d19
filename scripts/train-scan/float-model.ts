/**
 * Makes the trained network of a Tesseract model, as Debian ships it with weights of one byte, one of float weights, since
 * `lstmtraining` goes on from float weights alone. Follows how Tesseract 5 writes networks (src/lstm: network.cpp,
 * weightmatrix.cpp, lstm.cpp, lstmrecognizer.cpp).
 */

const INT_MODE = 1;
const ADAM = 4;
const DOUBLE = 128;
/** Flag of a network that holds one learning rate for each of its layers. */
const LAYER_RATES = 64;
/** Flag of a recogniser whose weights are bytes. */
const INT_RECOGNISER = 1;

const GROUPS = new Set([
  'Series',
  'Parallel',
  'Replicated',
  'ParBidiLSTM',
  'DepParUDLSTM',
  'Par2dLSTM',
  'RTLReversed',
  'TTBReversed',
  'XYTranspose',
]);
const CONNECTED = new Set([
  'Linear',
  'Tanh',
  'LinTanh',
  'Logistic',
  'LinLogistic',
  'Relu',
  'Softmax',
  'SoftmaxNoCTC',
]);
/** Bytes of their own that layers without weights write after their head. */
const PLAIN: Readonly<Record<string, number>> = { Input: 20, Convolve: 8, Maxpool: 8, Reconfig: 8 };

/** Reads the old network from start to end, and keeps what the new one is made of. */
class Rewriter {
  private at = 0;
  private readonly parts: Buffer[] = [];
  private readonly file: Buffer;

  constructor(file: Buffer) {
    this.file = file;
  }

  take(length: number): Buffer {
    if (this.at + length > this.file.length) {
      throw new Error(`The network ends at byte ${this.file.length}, in the middle of a layer.`);
    }
    this.at += length;
    return this.file.subarray(this.at - length, this.at);
  }
  put(bytes: Buffer): void {
    this.parts.push(bytes);
  }
  copy(length: number): Buffer {
    const bytes = this.take(length);
    this.put(bytes);
    return bytes;
  }
  copyInt(): number {
    return this.copy(4).readInt32LE();
  }
  copyText(): string {
    return this.copy(this.copyInt()).toString('latin1');
  }
  finish(): Buffer {
    return Buffer.concat([...this.parts, this.file.subarray(this.at)]);
  }
}

const weights = (net: Rewriter): { readonly inputs: number; readonly outputs: number } => {
  const mode = net.take(1).readUInt8();
  if ((mode & INT_MODE) === 0 || (mode & DOUBLE) === 0) {
    throw new Error(`A matrix of weights has mode ${mode}; only one of bytes can be made float.`);
  }
  net.put(Buffer.from([DOUBLE | ADAM]));
  const outputs = net.copyInt();
  const inputs = net.copyInt();
  net.take(1);
  const small = net.take(outputs * inputs);
  const scales = net.take(8 * net.take(4).readUInt32LE());
  const large = Buffer.alloc(8 * (1 + outputs * inputs));
  for (let row = 0; row < outputs; row++) {
    const scale = scales.readDoubleLE(8 * row);
    for (let column = 0; column < inputs; column++) {
      const at = row * inputs + column;
      large.writeDoubleLE(small.readInt8(at) * scale, 8 * (at + 1));
    }
  }
  net.put(large);
  return { inputs, outputs };
};

const lstm = (net: Rewriter, inputs: number): void => {
  const gated = net.copyInt();
  let states = 0;
  // Input, three gates, and a fifth matrix where the layer looks up and down as well.
  for (let gate = 0; gate < (states > 0 && gated === inputs + 2 * states ? 5 : 4); gate++) {
    const { outputs } = weights(net);
    if (gate === 0) states = outputs;
  }
};

const layer = (net: Rewriter): void => {
  net.copy(1);
  const kind = net.copyText();
  net.copy(2);
  const flags = net.copyInt();
  const inputs = net.copyInt();
  net.copy(8);
  net.copyText();
  const plain = PLAIN[kind];
  if (plain !== undefined) net.copy(plain);
  else if (kind === 'LSTM' || kind === 'SummLSTM') lstm(net, inputs);
  else if (CONNECTED.has(kind)) weights(net);
  else if (GROUPS.has(kind)) {
    const members = net.copyInt();
    for (let member = 0; member < members; member++) layer(net);
    if ((flags & LAYER_RATES) !== 0) net.copy(4 * net.copyInt());
  } else throw new Error(`The network has a layer of the unknown kind "${kind}".`);
};

/** The network with float weights, and Tesseract's description of its layers. Throws at what it can't follow. */
export const floatNetwork = (
  network: Buffer,
): { readonly network: Buffer; readonly layers: string } => {
  const net = new Rewriter(network);
  layer(net);
  const layers = net.copyText();
  const flags = net.take(4).readInt32LE();
  const free = Buffer.alloc(4);
  free.writeInt32LE(flags & ~INT_RECOGNISER);
  net.put(free);
  return { network: net.finish(), layers };
};
