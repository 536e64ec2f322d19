/** Texts by running numbers, in the order in which they were first seen: a number takes less memory than a text. */
export class NumberedTexts {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.numberOf(text);
  }

  get size(): number {
    return this.#texts.length;
  }

  /** All of them by number. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The number of a text, which gets one if it has none. */
  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  /** The text of a number that was given. */
  textOf(number: number): string {
    return this.#texts[number] as string;
  }
}
