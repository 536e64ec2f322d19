/**
 * Adaptive binary arithmetic coding: a bit that was likely takes less than a bit. Likelihoods are learnt while coding, by
 * writer and reader alike, so that none is stored. After Witten, Neal and Cleary, "Arithmetic coding for data
 * compression", Communications of the ACM 30(6), 1987; all arithmetic is in whole numbers, the same in every engine.
 */

const CERTAIN = 65536;
const [LEAST, MOST] = [32, CERTAIN - 32] as const;
/** How far one bit moves the likelihood, in 32,768ths, by how many came before: quickly at first, then slowly. */
const RATES = Int32Array.from({ length: 63 }, (_, seen) => Math.round(32768 / (seen + 1.5)));

/** Likelihoods of bits, each learnt in a slot of its own. */
export class BitModel {
  /** Of a 1, in 65,536ths. */
  readonly #likelihoods: Uint16Array;
  readonly #seen: Uint8Array;

  constructor(slots: number) {
    this.#likelihoods = new Uint16Array(slots).fill(CERTAIN / 2);
    this.#seen = new Uint8Array(slots);
  }

  /** Likelihood of a 1 in a slot, in 65,536ths: never 0, never all. */
  likelihood(slot: number): number {
    return this.#likelihoods[slot] as number;
  }

  learn(slot: number, bit: number): void {
    const seen = this.#seen[slot] as number;
    const likelihood = this.#likelihoods[slot] as number;
    const moved = likelihood + ((((bit << 16) - likelihood) * (RATES[seen] as number)) >> 15);
    this.#likelihoods[slot] = moved < LEAST ? LEAST : moved > MOST ? MOST : moved;
    if (seen < 62) this.#seen[slot] = seen + 1;
  }
}

/** Writes or reads bits: one routine can then do both, and they cannot drift apart. */
export interface BitCoder {
  /** A writer writes `bit` and returns it; a reader takes no notice of it, and returns what was written. */
  readonly bit: (model: BitModel, slot: number, bit: number) => number;
  /** Like {@link bit}, for one as likely as the other. */
  readonly evenBit: (bit: number) => number;
}

/** The interval has 31 bits, not 32: small integers are what engines are quick with. */
const WHOLE = 0x7fffffff;
const FIRST_BYTE = 0x7f800000;
const FIRST_SHIFT = 23;

/**
 * Where the interval from low to high is parted: the lower part means a 1. In 4096ths of likelihood, as the
 * interval may be down to some 23 bits.
 */
const parting = (low: number, high: number, likelihood: number): number =>
  low + ((high - low) >>> 12) * (likelihood >>> 4);

/** Writes bits to bytes; a reader has to read the same bits with models in the same state. */
export class BitWriter implements BitCoder {
  #bytes = new Uint8Array(64);
  #length = 0;
  #low = 0;
  #high = WHOLE;

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(2 * this.#length);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = value;
  }

  #write(likelihood: number, bit: number): void {
    let low = this.#low;
    let high = this.#high;
    const middle = parting(low, high, likelihood);
    if (bit === 1) high = middle;
    else low = middle + 1;
    while (((low ^ high) & FIRST_BYTE) === 0) {
      this.#byte(high >>> FIRST_SHIFT);
      low = (low << 8) & WHOLE;
      high = ((high << 8) & WHOLE) | 0xff;
    }
    this.#low = low;
    this.#high = high;
  }

  bit(model: BitModel, slot: number, bit: number): number {
    this.#write(model.likelihood(slot), bit);
    model.learn(slot, bit);
    return bit;
  }

  evenBit(bit: number): number {
    this.#write(CERTAIN / 2, bit);
    return bit;
  }

  /** What was written: as many bytes as a reader of it takes. */
  finish(): Uint8Array {
    for (const shift of [FIRST_SHIFT, FIRST_SHIFT - 8, FIRST_SHIFT - 16])
      this.#byte((this.#low >>> shift) & 0xff);
    // The seven bits that are left; any that follow will do for the last.
    this.#byte((this.#low << 1) & 0xff);
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what a {@link BitWriter} wrote. Running over the end throws a RangeError: the bytes are not whole. */
export class BitReader implements BitCoder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #low = 0;
  #high = WHOLE;
  /** The 31 bits that are in the interval. */
  #value = 0;
  /** The bit behind them, which came with the last byte. */
  #rest = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let byte = 0; byte < 4; byte++) this.#shift();
  }

  #shift(): void {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('the bytes end in the middle of a list');
    this.#value = ((this.#value << 8) & WHOLE) | (this.#rest << 7) | (byte >>> 1);
    this.#rest = byte & 1;
  }

  #read(likelihood: number): number {
    let low = this.#low;
    let high = this.#high;
    const middle = parting(low, high, likelihood);
    const bit = this.#value <= middle ? 1 : 0;
    if (bit === 1) high = middle;
    else low = middle + 1;
    while (((low ^ high) & FIRST_BYTE) === 0) {
      low = (low << 8) & WHOLE;
      high = ((high << 8) & WHOLE) | 0xff;
      this.#shift();
    }
    this.#low = low;
    this.#high = high;
    return bit;
  }

  bit(model: BitModel, slot: number): number {
    const bit = this.#read(model.likelihood(slot));
    model.learn(slot, bit);
    return bit;
  }

  evenBit(): number {
    return this.#read(CERTAIN / 2);
  }

  /** Throws a RangeError where bytes are left: they do not belong to the list that was read. */
  end(): void {
    const left = this.#bytes.length - this.#at;
    if (left !== 0) throw new RangeError(`${left} bytes are left behind a list`);
  }
}

/** Numbers from 0 to this can be coded. */
export const MOST_CODED = 2 ** 24 - 2;
const SIZES = 24;
/** Bits below the highest whose likelihood is learnt; those below these are as good as random. */
const LEARNT = 2;
const SLOTS = SIZES * (1 << LEARNT) + SIZES;

/**
 * Likelihoods of whole numbers, apart by context: first the size (the place of the highest bit of the number plus one),
 * a bit for each, then the bits below it (an exponential Golomb code).
 */
export class NumberModel {
  readonly #bits: BitModel;

  constructor(contexts: number) {
    this.#bits = new BitModel(contexts * SLOTS);
  }

  /** Writes a number, or reads one and ignores `value`; throws a RangeError for one beyond {@link MOST_CODED}. */
  code(coder: BitCoder, context: number, value: number): number {
    if (value > MOST_CODED) throw new RangeError(`${value} is beyond ${MOST_CODED}`);
    const first = context * SLOTS;
    const size = 31 - Math.clz32(value + 1);
    let bits = 0;
    while (coder.bit(this.#bits, first + bits, bits < size ? 1 : 0) === 1) {
      bits++;
      if (bits === SIZES) throw new RangeError('a number of a list is too large');
    }
    let coded = 1;
    for (let below = bits - 1; below >= 0; below--) {
      const bit = ((value + 1) >> below) & 1;
      const isLearnt = bits - below <= LEARNT;
      const slot = first + SIZES + (bits << LEARNT) + coded;
      coded = (coded << 1) | (isLearnt ? coder.bit(this.#bits, slot, bit) : coder.evenBit(bit));
    }
    return coded - 1;
  }
}
