/** A hash of 64 bits of whole numbers, to tell whether what they stand for has changed: no protection against forgery. */
export class Digest {
  #first = 0x811c9dc5;
  #second = 0x01234567;

  /** Adds a whole number of 32 bits. */
  add(word: number): void {
    this.#first = Math.imul(this.#first ^ word, 0x01000193);
    this.#second = Math.imul(this.#second ^ word, 0x85ebca6b);
    this.#second ^= this.#second >>> 13;
  }

  /** Adds every byte of a file. */
  addBytes(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) this.add(bytes[at] as number);
  }

  /** What was added so far, as a text. */
  text(): string {
    return `${this.#first} ${this.#second}`;
  }
}
