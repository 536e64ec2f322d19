import { deflatedSpaces, type MadeEntry } from '#store/document/testing/made-zip.ts';

/** What a hostile file is, and how it is made. */
export type Maker = readonly [name: string, bytes: () => Uint8Array];

export const MEBIBYTE = 2 ** 20;
/** A file of a zip that unpacks to so many MiB of spaces. */
export const spaces = (name: string, mebibytes: number): MadeEntry => ({
  name,
  raw: deflatedSpaces(mebibytes),
  size: mebibytes * MEBIBYTE,
});
/** `count` texts one after the other; `one` makes each by its number from 0. */
export const many = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join('');
