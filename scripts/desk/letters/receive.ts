import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { ReceiveFiles } from '#store/desk/letter-uploads.ts';
import { receiveFiles } from '../file-stream.ts';
import { baseName, letterNameFault } from './files.ts';

/** Bytes of the files that are sent at once: some 400 pages as a scanner keeps them. */
export const LARGEST_LETTER = 200 * 1024 * 1024;

/** Why files that are sent are not taken. */
export type LetterFault = 'name' | 'kind' | 'large' | 'noFile' | 'empty';

/** Files that are not taken. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused';
  readonly fault: LetterFault;
  /** Name of the file that is at fault; '' where it is no single one. */
  readonly file: string;
  constructor(fault: LetterFault, file = '') {
    super(`a letter is refused: ${fault}`);
    this.fault = fault;
    this.file = file;
  }
}

const check = (files: readonly { readonly name: string; readonly size: number }[]): void => {
  for (const file of files) {
    const fault = letterNameFault(file) ?? (file.size === 0 ? 'empty' : null);
    if (fault) throw new LetterRefused(fault, baseName(file.name));
  }
  const sizes = files.map(({ size }) => size);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all > LARGEST_LETTER) throw new LetterRefused('large');
};

/** Receives files that a form has brought. Throws {@link LetterRefused} where one of them is not taken. */
export const fromForm =
  (files: readonly File[]): ReceiveFiles =>
  async (pathOf) => {
    if (files.length === 0) throw new LetterRefused('noFile');
    check(files);
    for (const [nth, file] of files.entries()) {
      const into = createWriteStream(pathOf(nth), { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(Readable.fromWeb(file.stream() as ReadableStream), into);
    }
    return files.map(({ name }) => baseName(name));
  };

/** Receives the files of a body as they come. Throws as {@link fromForm} and {@link receiveFiles} do. */
export const fromBody =
  (body: ReadableStream<Uint8Array>): ReceiveFiles =>
  async (pathOf) => {
    const files = await receiveFiles(body, (listed) => {
      check(listed);
      return listed.map((_, nth) => pathOf(nth));
    });
    return files.map(({ name }) => baseName(name));
  };
