const FIRST_THAI = 0x0e00;
const ROOT_WIDTH = 0x80;

/**
 * Letters of skeletons as a tree in flat arrays. Node 0 is the root; a node's children hang in a list. Costs are those of
 * the lexicon (1-255), 0 where no word ends.
 */
export class Trie {
  readonly #firstChild: Int32Array;
  readonly #nextSibling: Int32Array;
  readonly #unit: Uint16Array;
  readonly #cost: Uint16Array;
  // Nearly every walk begins here with a Thai letter, and the root has the longest list of children.
  readonly #rootChild = new Int32Array(ROOT_WIDTH).fill(-1);
  #size = 1;

  constructor(words: ReadonlyMap<string, number>) {
    let room = 1;
    for (const word of words.keys()) room += word.length;
    this.#firstChild = new Int32Array(room).fill(-1);
    this.#nextSibling = new Int32Array(room).fill(-1);
    this.#unit = new Uint16Array(room);
    this.#cost = new Uint16Array(room);
    for (const [word, cost] of words) this.#add(word, cost);
  }

  #add(word: string, cost: number): void {
    let node = 0;
    for (let index = 0; index < word.length; index++) {
      const unit = word.charCodeAt(index);
      let next = this.#scan(node, unit);
      if (next < 0) {
        next = this.#size++;
        this.#unit[next] = unit;
        this.#nextSibling[next] = this.#firstChild[node] as number;
        this.#firstChild[node] = next;
        if (node === 0 && unit >= FIRST_THAI && unit < FIRST_THAI + ROOT_WIDTH) {
          this.#rootChild[unit - FIRST_THAI] = next;
        }
      }
      node = next;
    }
    this.#cost[node] = cost;
  }

  #scan(node: number, unit: number): number {
    let child = this.#firstChild[node] as number;
    while (child >= 0 && this.#unit[child] !== unit) child = this.#nextSibling[child] as number;
    return child;
  }

  /** The child of a node by a UTF-16 unit, or -1. */
  child(node: number, unit: number): number {
    if (node === 0 && unit >= FIRST_THAI && unit < FIRST_THAI + ROOT_WIDTH) {
      return this.#rootChild[unit - FIRST_THAI] as number;
    }
    return this.#scan(node, unit);
  }

  /** Cost of the word that ends at a node; 0 where none does. */
  cost(node: number): number {
    return this.#cost[node] as number;
  }

  /** Every child of a node with its unit. */
  *children(node: number): Generator<readonly [unit: number, child: number]> {
    for (
      let child = this.#firstChild[node] as number;
      child >= 0;
      child = this.#nextSibling[child] as number
    ) {
      yield [this.#unit[child] as number, child];
    }
  }
}
