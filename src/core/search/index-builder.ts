import { type CodedList, type CodeLists, codeLists } from './coded-key.ts';
import type { SearchDocument } from './document.ts';
import {
  type BlockEntry,
  codeLength,
  fileName,
  inKeyOrder,
  type LargeKey,
  type Letters,
  writeBlock,
  writeBlockLetters,
  writeKeys,
  writeStart,
} from './layout.ts';
import { Lexicon, type LexiconData } from './lexicon.ts';
import { skeleton } from './normalise.ts';
import { NumberedTexts } from './numbered-texts.ts';
import { runningOfKey } from './numbers.ts';
import { entriesOf, type PageEntries } from './page-entries.ts';
import { NO_FOLDER, type PageGroup } from './page-groups.ts';
import { PostingsTable } from './postings-table.ts';
import type { WordFolders } from './word-groups.ts';

/** Bytes of a block before compression: small, as a query fetches a whole block for one word. */
const BLOCK_BYTES = 2000;
/** A key whose lists together are longer gets files of its own. */
const LARGE_BYTES = 1200;

/** A file of the index before compression. */
export interface IndexFile<Bytes = Uint8Array> {
  readonly name: string;
  readonly bytes: Bytes;
  /** Bytes that no compression makes fewer. */
  readonly isDense?: boolean;
}

/** A page as an index has it. */
export interface IndexedPage {
  readonly entries: PageEntries;
  readonly demoted: boolean;
}

/** Which folders files lie in. */
export interface IndexFolders {
  /** Of all pages, in their order. */
  readonly groups: readonly PageGroup[];
  /** Of the other files, when all of those but the start file have been given. */
  readonly words: () => WordFolders;
}

/** Builds the files of an index from pages added one by one; the nth page added is page n. */
export class IndexBuilder {
  readonly #lexiconData: LexiconData;
  readonly #lexicon: Lexicon;
  readonly #numbers: NumberedTexts;
  readonly #entries: Uint8Array[] = [];
  readonly #lengths: number[] = [];
  readonly #demoted: number[] = [];

  /** `numbers` are those by which the entries of pages name their keys; more than these pages have does not matter. */
  constructor(
    lexiconData: LexiconData,
    numbers = new NumberedTexts(),
    lexicon = new Lexicon(lexiconData),
  ) {
    this.#lexiconData = lexiconData;
    this.#lexicon = lexicon;
    this.#numbers = numbers;
  }

  /** Adds a page; returns the number of tokens of its running text, by which its stored text can be checked. */
  add(document: SearchDocument): number {
    const entries = entriesOf(document, this.#lexicon, this.#numbers);
    this.addEntries({ entries, demoted: document.demoted });
    return entries.tokens;
  }

  /** Adds a page that is cut into words already. */
  addEntries({ entries, demoted }: IndexedPage): void {
    this.#entries.push(entries.bytes);
    this.#lengths.push(codeLength(entries.tokens));
    this.#demoted.push(demoted ? 1 : 0);
  }

  #sortedKeys(postings: PostingsTable): { readonly key: string; readonly number: number }[] {
    const keys = this.#numbers.texts.map((key, number) => ({ key, number }));
    return inKeyOrder(keys.filter(({ number }) => postings.pageCount(number) > 0));
  }

  /** The files: blocks, the lists of frequent keys, which `code` codes, and last the start file. */
  files(): Generator<IndexFile>;
  files(code: CodeLists, folders: IndexFolders): Generator<IndexFile<CodedList>>;
  *files(
    code: CodeLists = codeLists,
    { groups, words }: IndexFolders = {
      groups: [{ folder: NO_FOLDER, pages: this.#lengths.length }],
      words: () => ({}),
    },
  ): Generator<IndexFile<CodedList>> {
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
    const postings = new PostingsTable(this.#entries, this.#numbers.size);
    const keys = this.#sortedKeys(postings);
    yield {
      name: fileName.numbers,
      bytes: writeKeys(keys.map(({ key }) => key).filter((key) => runningOfKey(key) !== null)),
    };
    for (const { key, number } of keys) {
      const pages = postings.pages(number);
      const positions = postings.positions(number);
      const letters = {
        before: postings.letters(number, 'before'),
        behind: postings.letters(number, 'behind'),
      };
      const pageCount = postings.pageCount(number);
      if (pages.length + positions.length > LARGE_BYTES) {
        const index = large.length;
        const coded = code({ pages, positions, pageCount, lengths });
        large.push({
          key,
          index,
          pageCount,
          pagesBytes: coded.pages.length,
          positionsBytes: coded.positions.length,
        });
        yield { name: fileName.pages(index), bytes: coded.pages };
        yield { name: fileName.positions(index), bytes: coded.positions, isDense: true };
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
        groups,
        folders: words(),
      }),
    };
  }
}
