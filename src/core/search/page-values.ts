/** A value above 0 for some of the pages of an index: a column, as a frequent phrase is in most of them. */
export class PageValues {
  readonly #values: Float64Array;
  #size = 0;

  constructor(pageCount: number) {
    this.#values = new Float64Array(pageCount);
  }

  /** How many pages have a value. */
  get size(): number {
    return this.#size;
  }

  has(page: number): boolean {
    return this.get(page) > 0;
  }

  /** The value of a page; 0 where it has none. */
  get(page: number): number {
    return this.#values[page] ?? 0;
  }

  /** Gives a page a value, unless it has a higher one. */
  raise(page: number, value: number): void {
    const before = this.#values[page] as number;
    if (value <= before) return;
    if (before === 0) this.#size++;
    this.#values[page] = value;
  }

  /** Raises the pages of another column of as many pages. */
  raiseAll(other: PageValues): void {
    const values = other.#values;
    for (let page = 0; page < values.length; page++) {
      const value = values[page] as number;
      if (value > 0) this.raise(page, value);
    }
  }

  /** Pages with their values, in ascending order of pages. */
  *[Symbol.iterator](): Generator<[page: number, value: number]> {
    for (const [page, value] of this.#values.entries()) if (value > 0) yield [page, value];
  }
}
