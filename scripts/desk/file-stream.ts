import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** A file that is said to follow in a body. */
export interface ListedFile {
  /** As the browser names it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** A body that holds other than the files that its first line lists. */
export class BrokenBody extends Error {
  override readonly name = 'BrokenBody';
}

const LONGEST_LIST = 65_536;
const MOST_FILES = 500;
const LINE_END = 0x0a;

const list = z
  .array(z.strictObject({ name: z.string().min(1), size: z.int().nonnegative() }))
  .min(1)
  .max(MOST_FILES);

const readList = (line: Uint8Array): readonly ListedFile[] => {
  try {
    return list.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)));
  } catch (error) {
    throw new BrokenBody('the first line lists no files', { cause: error });
  }
};

/** Bytes that come in pieces, taken in parts that need not end where a piece does. */
const inParts = (source: AsyncIterable<Uint8Array>) => {
  const pieces = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  /** False where nothing more comes. */
  const more = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const { done, value } = await pieces.next();
      if (done) return false;
      rest = value;
    }
    return true;
  };
  return {
    /** All up to the end of a line, which is taken too. */
    line: async (longest: number): Promise<Uint8Array> => {
      const parts: Uint8Array[] = [];
      for (let length = 0; await more(); ) {
        const end = rest.indexOf(LINE_END);
        const part = end === -1 ? rest : rest.subarray(0, end);
        length += part.length;
        if (length > longest) throw new BrokenBody('the list of files is too long');
        parts.push(part);
        rest = rest.subarray(part.length + 1);
        if (end !== -1) return Buffer.concat(parts);
      }
      throw new BrokenBody('the list of files has no end');
    },
    bytes: async function* (size: number): AsyncGenerator<Uint8Array> {
      for (let left = size; left > 0; ) {
        if (!(await more())) throw new BrokenBody('the files are shorter than they are said to be');
        const part = rest.subarray(0, left);
        rest = rest.subarray(part.length);
        left -= part.length;
        yield part;
      }
    },
    hasMore: more,
  };
};

/**
 * Writes the files of a body to the disk as they come. The body is a line of JSON, `[{"name": …, "size": bytes}, …]`, and then the
 * bytes of these files, one file behind the other. `pathsFor` is asked where each goes, before any is written; what it throws is
 * passed on, and nothing more of the body is read then. Throws a {@link BrokenBody} where the body is otherwise; files that were
 * written by then are the caller's to remove.
 */
export const receiveFiles = async (
  body: AsyncIterable<Uint8Array>,
  pathsFor: (files: readonly ListedFile[]) => readonly string[],
): Promise<readonly ListedFile[]> => {
  const parts = inParts(body);
  const files = readList(await parts.line(LONGEST_LIST));
  const paths = pathsFor(files);
  for (const [nth, { size }] of files.entries()) {
    const into = createWriteStream(paths[nth] as string, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(parts.bytes(size)), into);
  }
  if (await parts.hasMore()) throw new BrokenBody('more follows than the files that are listed');
  return files;
};
