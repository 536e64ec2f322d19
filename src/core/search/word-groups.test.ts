import { expect, it } from 'vitest';
import { ByteReader, ByteWriter } from './bytes.ts';
import { nameInFolder, readFolders, wordGroupOf, writeFolders } from './word-groups.ts';

const FOLDERS = { b: ['01ab02cd', '00000001'], c: ['01ab02cd'], f: [], l: [], n: [], p: [] };

it('are read back, and are damaged where they are cut off', () => {
  const writer = new ByteWriter();
  writeFolders(writer, FOLDERS);
  const bytes = writer.finish();
  expect(readFolders(new ByteReader(bytes))).toEqual(FOLDERS);
  expect(() => readFolders(new ByteReader(bytes.subarray(0, 4)))).toThrow(RangeError);
});

it('have files that follow each other, and are never those of another kind or place', () => {
  expect(nameInFolder('b0', FOLDERS)).toBe('01ab02cd0000/b0');
  expect(nameInFolder('b7', FOLDERS)).toBe('01ab02cd0000/b7');
  expect(nameInFolder('b8', FOLDERS)).toBe('000000010001/b8');
  expect(nameInFolder('c0', FOLDERS)).toBe('01ab02cd1000/c0');
});

it('have no file without a number, and none of an index that is stored nowhere', () => {
  for (const name of ['start', 'facets', 'sorts', 'numbers', '0123456789ab/page/3']) {
    expect(wordGroupOf(name)).toBeNull();
    expect(nameInFolder(name, FOLDERS)).toBe(name);
  }
  expect(nameInFolder('b3', {})).toBe('b3');
});
