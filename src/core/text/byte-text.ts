const [MINUS, POINT, ZERO] = [0x2d, 0x2e, 0x30];
const FIRST_SIZE = 1 << 16;
/** Below this many bytes a loop is quicker than the call that copies. */
const SHORT = 32;
const PART = 100_000_000;

/**
 * A text in UTF-8 that is put together of pieces which are encoded already. A text of megabytes with a single Thai letter
 * takes two bytes a character as a string, and is looked through again to be encoded.
 */
export class ByteText {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  readonly #digits = new Uint8Array(24);

  /** `expected` bytes are taken at once: to grow to them takes as long as to write them. */
  constructor(expected = FIRST_SIZE) {
    this.#bytes = new Uint8Array(expected);
  }

  /** Adds the bytes of a piece. */
  add(piece: Uint8Array): void {
    const { length } = piece;
    const bytes = this.#roomFor(length);
    const start = this.#length;
    if (length < SHORT) for (let at = 0; at < length; at++) bytes[start + at] = piece[at] as number;
    else bytes.set(piece, start);
    this.#length = start + length;
  }

  /** Adds a text that is ASCII, such as an id; throws a RangeError where it is not. */
  addAscii(text: string): void {
    const { length } = text;
    const bytes = this.#roomFor(length);
    const start = this.#length;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) throw new RangeError(`"${text}" is not ASCII`);
      bytes[start + at] = code;
    }
    this.#length = start + length;
  }

  /** Adds whole satang, a safe integer, as baht with both decimals: `1234.50`, `-0.25`. */
  addBaht(satang: number): void {
    const digits = this.#digits;
    let at = digits.length;
    const whole = Math.abs(satang);
    // Whole numbers of 32 bits are divided much faster than those beyond.
    let low = whole % PART;
    let high = (whole - low) / PART;
    let count = 0;
    while (low > 0 || high > 0 || count < 3) {
      if (count === 2) digits[--at] = POINT;
      if (count === 8) [low, high] = [high, 0];
      const rest = low | 0;
      const tenth = (rest / 10) | 0;
      digits[--at] = ZERO + rest - tenth * 10;
      low = tenth;
      count++;
    }
    if (satang < 0) digits[--at] = MINUS;
    const bytes = this.#roomFor(digits.length - at);
    let length = this.#length;
    for (; at < digits.length; at++) bytes[length++] = digits[at] as number;
    this.#length = length;
  }

  /** What was added, without a copy: nothing may be added any more. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  /** The buffer, with place for so many bytes more. */
  #roomFor(more: number): Uint8Array<ArrayBuffer> {
    const wanted = this.#length + more;
    if (wanted > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(wanted, this.#bytes.length * 2));
      larger.set(this.bytes());
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}
