/** A growing sequence of bytes. Numbers are unsigned LEB128; strings are as {@link encodeText} writes them. */
export class ByteWriter {
  // Small: an index has some of them for each of its words, most of which are rare.
  #bytes = new Uint8Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  number(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  text(value: string): void {
    const bytes = encodeText(value);
    this.number(bytes.length);
    this.raw(bytes);
  }

  /** What was written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what a {@link ByteWriter} wrote. Running over the end throws a RangeError: the bytes are not whole. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get position(): number {
    return this.#at;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('the bytes end in the middle of a number');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
      shift += 7;
    }
  }

  raw(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('the bytes end too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  text(): string {
    return decodeText(this.raw(this.number()));
  }
}

const WIDE = 0x01;

/** A string in one byte a unit for ASCII and Thai, three for anything else: a third of UTF-8 where nearly all is Thai. */
export const encodeText = (text: string): Uint8Array => {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > WIDE && unit < 0x80) bytes.push(unit);
    else if (unit >= 0x0e00 && unit < 0x0e80) bytes.push(0x80 | (unit - 0x0e00));
    else bytes.push(WIDE, unit >> 8, unit & 0xff);
  }
  return Uint8Array.from(bytes);
};

/** The inverse of {@link encodeText}. */
export const decodeText = (bytes: Uint8Array): string => {
  let text = '';
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (byte >= 0x80) text += String.fromCharCode(0x0e00 + (byte & 0x7f));
    else if (byte !== WIDE) text += String.fromCharCode(byte);
    else {
      text += String.fromCharCode(
        ((bytes[index + 1] as number) << 8) | (bytes[index + 2] as number),
      );
      index += 2;
    }
  }
  return text;
};

/** Two hexadecimal digits a byte, and back. By hand: browsers of older machines have no `toHex`. */
export const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const bytesOfHex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
