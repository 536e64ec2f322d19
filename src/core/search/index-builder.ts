import { adjacency, type Side } from './adjacency.ts';
import { writePositions, writePostings } from './coded-lists.ts';
import type { SearchDocument } from './document.ts';
import {
  type BlockEntry,
  codeLength,
  compareKeys,
  fileName,
  type LargeKey,
  type Letters,
  writeBlock,
  writeBlockLetters,
  writeKeys,
  writeStart,
} from './layout.ts';
import { Lexicon, type LexiconData } from './lexicon.ts';
import { fold, skeleton } from './normalise.ts';
import { runningOfKey } from './numbers.ts';
import { FIELD, type Field, PostingsBuilder, readPositions, readPostings } from './postings.ts';
import type { Tokens } from './token.ts';
import { tokenise } from './tokens.ts';

/** Bytes of a block before compression: small, as a query fetches a whole block for one word. */
const BLOCK_BYTES = 2000;
/** A key whose lists together are longer gets files of its own. */
const LARGE_BYTES = 1200;
/** Title and running text never make a phrase together. */
const FIELD_GAP = 2;

/** A file of the index before compression. */
export interface IndexFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Touching = Readonly<Record<Side, number>>;

interface Occurrences {
  readonly positions: number[];
  readonly touching: Touching[];
  field: Field;
}

/** Builds the files of an index from pages added one by one; the nth page added is page n. */
export class IndexBuilder {
  readonly #lexiconData: LexiconData;
  readonly #lexicon: Lexicon;
  readonly #keys = new Map<string, PostingsBuilder>();
  readonly #lengths: number[] = [];
  readonly #demoted: number[] = [];

  constructor(lexicon: LexiconData) {
    this.#lexiconData = lexicon;
    this.#lexicon = new Lexicon(lexicon);
  }

  /** Adds a page; returns the number of tokens of its running text, by which its stored text can be checked. */
  add(document: SearchDocument): number {
    const page = this.#lengths.length;
    const found = new Map<string, Occurrences>();
    const body = this.#tokens(document.text);
    let position = 0;
    for (const [index, text] of [document.title, ...document.identities].entries()) {
      const tokens = this.#tokens(text);
      collect(found, tokens, position, index === 0 ? FIELD.title : FIELD.identity);
      position += tokens.tokens.length + FIELD_GAP;
    }
    collect(found, body, position, FIELD.text);
    for (const [key, { positions, touching, field }] of found) {
      let postings = this.#keys.get(key);
      if (!postings) {
        postings = new PostingsBuilder();
        this.#keys.set(key, postings);
      }
      postings.add(page, positions, field, touching);
    }
    this.#lengths.push(codeLength(body.tokens.length));
    this.#demoted.push(document.demoted ? 1 : 0);
    return body.tokens.length;
  }

  #tokens(text: string): Tokens {
    return tokenise(fold(text), this.#lexicon);
  }

  /** The files: start file, blocks, and the lists of frequent keys. */
  *files(): Generator<IndexFile> {
    const large: LargeKey[] = [];
    const blockStarts: string[] = [];
    let block: (BlockEntry & { readonly letters: Letters })[] = [];
    let blockBytes = 0;
    const blocks: IndexFile[] = [];
    const closeBlock = () => {
      if (block.length === 0) return;
      const number = blockStarts.length;
      blocks.push(
        { name: fileName.block(number), bytes: writeBlock(block) },
        {
          name: fileName.blockLetters(number),
          bytes: writeBlockLetters(block.map(({ letters }) => letters)),
        },
      );
      blockStarts.push(skeleton((block[0] as BlockEntry).key));
      block = [];
      blockBytes = 0;
    };
    const lengths = Uint8Array.from(this.#lengths);
    const keys = [...this.#keys.keys()].sort(compareKeys);
    yield {
      name: fileName.numbers,
      bytes: writeKeys(keys.filter((key) => runningOfKey(key) !== null)),
    };
    for (const key of keys) {
      const postings = this.#keys.get(key) as PostingsBuilder;
      this.#keys.delete(key);
      const pages = postings.pages();
      const positions = postings.positions();
      const letters = { before: postings.letters('before'), behind: postings.letters('behind') };
      const { pageCount } = postings;
      if (pages.length + positions.length > LARGE_BYTES) {
        const index = large.length;
        const plain = readPostings(pages, pageCount);
        const coded = {
          pages: writePostings(plain, lengths),
          positions: writePositions(readPositions(positions, plain.counts), plain, lengths),
        };
        large.push({
          key,
          index,
          pageCount,
          pagesBytes: coded.pages.length,
          positionsBytes: coded.positions.length,
        });
        yield { name: fileName.pages(index), bytes: coded.pages };
        yield { name: fileName.positions(index), bytes: coded.positions };
        yield { name: fileName.letters(index, 'before'), bytes: letters.before };
        yield { name: fileName.letters(index, 'behind'), bytes: letters.behind };
        continue;
      }
      const previous = block.at(-1);
      if (blockBytes > BLOCK_BYTES && previous && skeleton(previous.key) !== skeleton(key))
        closeBlock();
      block.push({ key, pageCount, pages, positions, letters });
      blockBytes += pages.length + positions.length + key.length;
    }
    closeBlock();
    yield* blocks;
    yield {
      name: fileName.start,
      bytes: writeStart({
        lexicon: this.#lexiconData,
        blockStarts,
        large,
        lengths,
        demoted: Uint8Array.from(this.#demoted),
      }),
    };
  }
}

const collect = (
  found: Map<string, Occurrences>,
  { tokens, compounds }: Tokens,
  offset: number,
  field: Field,
): void => {
  const touching = adjacency(tokens);
  const note = (key: string, index: number) => {
    const position = offset + index;
    const touch = touching[index] as Touching;
    const occurrences = found.get(key);
    if (!occurrences) {
      found.set(key, { positions: [position], touching: [touch], field });
      return;
    }
    // A compound may repeat its first token's key.
    if (occurrences.positions.at(-1) !== position) {
      occurrences.positions.push(position);
      occurrences.touching.push(touch);
    }
    if (field > occurrences.field) occurrences.field = field;
  };
  // Both ascend: taken in the order of the text, so do the positions of each key.
  let next = 0;
  tokens.forEach(({ term }, index) => {
    note(term, index);
    for (let at = compounds[next]; at?.first === index; at = compounds[++next]) {
      for (const key of at.keys) note(key, index);
      for (const key of at.wider) note(key, index);
    }
  });
};
