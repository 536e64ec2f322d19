import { createHash, hash } from 'node:crypto';
import type { CodedList } from '#core/search/coded-key.ts';
import type { IndexFile } from '#core/search/index-builder.ts';
import { nameInFolder, type WordFolders, wordGroupOf } from '#core/search/word-groups.ts';

/** A file that queries read; known by its digest where the last index had it. */
export interface WordsFile extends IndexFile<CodedList> {
  readonly ofPage: false;
  /** Of what it holds before it is packed. */
  readonly digest: string;
}

const withDigest = (file: IndexFile<CodedList>): WordsFile => {
  const { bytes } = file;
  const digest = bytes instanceof Uint8Array ? hash('sha256', bytes, 'base64url') : bytes.digest;
  return { ...file, ofPage: false, digest };
};

type Kind = keyof WordFolders;

/** Files of words on their way into folders named by what they hold. Each kind comes in the order of its numbers. */
export class WordGroups {
  readonly #folders: Partial<Record<Kind, string[]>> = {};
  /** Files of the last group of each kind, which is not whole. */
  readonly #open = new Map<Kind, WordsFile[]>();

  #close(kind: Kind): WordsFile[] {
    const files = this.#open.get(kind) ?? [];
    this.#open.delete(kind);
    const digest = createHash('sha256');
    for (const file of files) digest.update(file.digest);
    const before = this.#folders[kind] ?? [];
    this.#folders[kind] = [...before, digest.digest('hex').slice(0, 8)];
    return files.map((file) => ({ ...file, name: nameInFolder(file.name, this.#folders) }));
  }

  /** Takes a file, and gives those that have their folder by it. */
  add(file: IndexFile<CodedList>): WordsFile[] {
    const one = withDigest(file);
    const of = wordGroupOf(file.name);
    if (of === null) return [one];
    const open = this.#open.get(of.kind) ?? [];
    open.push(one);
    this.#open.set(of.kind, open);
    return open.length === of.most ? this.#close(of.kind) : [];
  }

  /** The files that are left, when all others were taken. */
  rest(): WordsFile[] {
    return [...this.#open.keys()].flatMap((kind) => this.#close(kind));
  }

  /** All folders, when nothing is left. */
  get folders(): WordFolders {
    return this.#folders;
  }
}
