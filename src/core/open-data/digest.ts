/** A hash of 64 bits of whole numbers, to say whether the data have changed: no protection against forgery. */
export class Digest {
  #first = 0x811c9dc5;
  #second = 0x01234567;

  /** Adds a whole number of 32 bits. */
  add(word: number): void {
    this.#first = Math.imul(this.#first ^ word, 0x01000193);
    this.#second = Math.imul(this.#second ^ word, 0x85ebca6b);
    this.#second ^= this.#second >>> 13;
  }

  /** Adds the bytes of a file, four at a time: what matters is only that another file gives another text. */
  addBytes(bytes: Uint8Array): void {
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let [first, second] = [this.#first, this.#second];
    const whole = bytes.length - (bytes.length % 4);
    for (let at = 0; at < bytes.length; at += at < whole ? 4 : 1) {
      const word = at < whole ? words.getInt32(at, true) : (bytes[at] as number);
      first = Math.imul(first ^ word, 0x01000193);
      second = Math.imul(second ^ word, 0x85ebca6b);
      second ^= second >>> 13;
    }
    this.#first = first;
    this.#second = second;
  }

  /** What was added so far, as a text. */
  text(): string {
    return `${this.#first} ${this.#second}`;
  }
}
