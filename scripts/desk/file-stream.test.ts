import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrokenBody, type ListedFile, receiveFiles } from './file-stream.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wian-stream-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let run = 0;
/** Receives a body in pieces that end after each of `cuts`; gives what was written. */
const received = async (
  body: Uint8Array,
  cuts: readonly number[] = [],
): Promise<[name: string, text: string][]> => {
  const ends = [...new Set(cuts.map((cut) => cut % (body.length + 1)))].sort((a, b) => a - b);
  const pieces = [0, ...ends].map((start, at) => body.subarray(start, ends[at] ?? body.length));
  run += 1;
  const prefix = `${run}-`;
  const pathsFor = (files: readonly ListedFile[]) =>
    files.map((_, nth) => join(folder, prefix + nth));
  const files = await receiveFiles(
    (async function* () {
      yield* pieces;
    })(),
    pathsFor,
  );
  const paths = pathsFor(files);
  return files.map(({ name }, nth) => [name, readFileSync(paths[nth] as string, 'latin1')]);
};

const bodyOf = (files: readonly (readonly [string, Uint8Array])[], more = ''): Uint8Array =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify(files.map(([name, { length }]) => ({ name, size: length })))}\n`),
    ...files.map(([, bytes]) => bytes),
    Buffer.from(more),
  ]);
const LETTER = bodyOf([
  ['หนังสือ.pdf', Buffer.from('abc\n')],
  ['b.pdf', Buffer.from('de')],
]);

describe('receiveFiles', () => {
  it('writes what was sent, wherever the pieces of the body end', async () => {
    const file = fc.tuple(
      fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
      fc.uint8Array({ maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(400), { maxLength: 8 }),
        async (files, cuts) => {
          expect(await received(bodyOf(files), cuts)).toEqual(
            files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['no list', Buffer.from('%PDF-1.7\n'), 'lists no files'],
    ['a list without an end', Buffer.from('[{"name":"a","size":1}]'), 'has no end'],
    ['an empty list', Buffer.from('[]\n'), 'lists no files'],
    ['a size below nought', Buffer.from('[{"name":"a","size":-1}]\n'), 'lists no files'],
    ['a list of 100,000 bytes', Buffer.from('['.repeat(100_000)), 'is too long'],
    ['too little', LETTER.subarray(0, -1), 'are shorter'],
    ['too much', bodyOf([['a', Buffer.from('b')]], 'c'), 'more follows'],
  ])('refuses a body of %s', async (_, body, why) => {
    await expect(received(body)).rejects.toThrow(why);
    await expect(received(body)).rejects.toBeInstanceOf(BrokenBody);
  });

  it('reads nothing more where the files are refused', async () => {
    let read = 0;
    const pieces = (async function* () {
      for (const byte of LETTER) {
        read += 1;
        yield Uint8Array.of(byte);
      }
    })();
    const refusal = new RangeError('too large');
    await expect(
      receiveFiles(pieces, () => {
        throw refusal;
      }),
    ).rejects.toBe(refusal);
    expect(read).toBe(LETTER.indexOf(0x0a) + 1);
  });
});
