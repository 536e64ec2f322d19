/**
 * Where a segmentation is in pages, in columns: a frequent phrase is in tens of thousands of places, for which an object each
 * is too slow. Those of one page are side by side.
 */
export class AlignmentList {
  #length = 0;
  #pages = new Int32Array(64);
  #starts = new Int32Array(64);
  #weights = new Float64Array(64);
  #seen = new Uint8Array(64);

  get length(): number {
    return this.#length;
  }

  page(nth: number): number {
    return this.#pages[nth] as number;
  }

  /** Position of the first place of the segmentation, or where it would be. */
  start(nth: number): number {
    return this.#starts[nth] as number;
  }

  weight(nth: number): number {
    return this.#weights[nth] as number;
  }

  /** Whether each place was checked; else some were not. */
  isSeen(nth: number): boolean {
    return this.#seen[nth] === 1;
  }

  #grow(): void {
    const size = this.#pages.length * 2;
    const wider = <Column extends Int32Array | Float64Array | Uint8Array>(
      column: Column,
      to: Column,
    ): Column => {
      to.set(column);
      return to;
    };
    this.#pages = wider(this.#pages, new Int32Array(size));
    this.#starts = wider(this.#starts, new Int32Array(size));
    this.#weights = wider(this.#weights, new Float64Array(size));
    this.#seen = wider(this.#seen, new Uint8Array(size));
  }

  add(page: number, start: number, weight: number, isSeen: boolean): void {
    if (this.#length === this.#pages.length) this.#grow();
    this.#pages[this.#length] = page;
    this.#starts[this.#length] = start;
    this.#weights[this.#length] = weight;
    this.#seen[this.#length] = isSeen ? 1 : 0;
    this.#length++;
  }

  /**
   * Judges the alignments from one on by `judge`, which is given a start and says how well a word serves there: the weight
   * falls to that at most, and at 0 the alignment goes. Where `unseen` is above 0 it stays with that weight at most,
   * as one that was not checked.
   */
  narrow(from: number, judge: (start: number) => number, unseen: number): void {
    let kept = from;
    for (let nth = from; nth < this.#length; nth++) {
      const found = judge(this.start(nth));
      if (found === 0 && unseen === 0) continue;
      this.#pages[kept] = this.page(nth);
      this.#starts[kept] = this.start(nth);
      this.#weights[kept] = Math.min(this.weight(nth), found || unseen);
      this.#seen[kept] = found > 0 && this.isSeen(nth) ? 1 : 0;
      kept++;
    }
    this.#length = kept;
  }
}
