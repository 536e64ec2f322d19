import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, relative } from 'node:path';
import { crc32 } from 'node:zlib';
import { isSystemRefusal, systemProblem } from '#core/system-error.ts';
import { readBytesNow } from './read-file.ts';
import { removeUnfinished, unfinishedPath } from './unfinished.ts';

// A file of a cache holds nothing that cannot be worked out again. So a cache that cannot be written is reported in one
// line and the command goes on, and one that cannot be read, is cut off or has a flipped bit counts as empty.

interface Listener {
  readonly tell: (line: string) => void;
  /** Folders that were reported: one line for each is enough. */
  readonly reported: Set<string>;
}

// Loaders and pages are two instances of this module in one process.
const KEY = Symbol.for('wian.cache-failures');
const processWide = globalThis as { [KEY]?: Listener };

const toStandardError: Listener = {
  tell: (line) => process.stderr.write(`${line}\n`),
  reported: new Set(),
};

/** Sends reports of caches that cannot be written to `tell` until the function that it gives is called. */
export const onCacheFailure = (tell: (line: string) => void): (() => void) => {
  const before = processWide[KEY];
  processWide[KEY] = { tell, reported: new Set() };
  return () => {
    if (before) processWide[KEY] = before;
    else delete processWide[KEY];
  };
};

/** Reports in one line that a cache could not be written; what is no refusal of the system is thrown. */
export const reportCacheFailure = (path: string, error: unknown): void => {
  if (!isSystemRefusal(error)) throw error;
  const { tell, reported } = processWide[KEY] ?? toStandardError;
  const folder = dirname(path);
  if (reported.has(folder)) return;
  reported.add(folder);
  const { what } = systemProblem({ ...error, message: error.message, path, dest: undefined });
  const inside = relative(process.cwd(), path);
  const shown = inside.startsWith('..') ? path : inside;
  tell(
    `note: the cache ${shown} cannot be written: ${what} (${error.code}). The command goes on; the next one works it out again.`,
  );
};

/** Writes part of a cache by `write`; false where the system refuses, which is reported. */
export const tryCache = (path: string, write: () => void): boolean => {
  try {
    write();
    return true;
  } catch (error) {
    reportCacheFailure(path, error);
    return false;
  }
};

const cleaned = new Set<string>();

/** Writes a file of a cache, whole or not at all; false where the system refuses, which is reported. */
export const writeCacheFile = (path: string, content: string | Uint8Array): boolean =>
  tryCache(path, () => {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true });
    if (!cleaned.has(folder)) removeUnfinished(folder);
    cleaned.add(folder);
    const aside = unfinishedPath(path);
    try {
      writeFileSync(aside, content);
      renameSync(aside, path);
    } catch (error) {
      rmSync(aside, { force: true });
      throw error;
    }
  });

const SEAL = /^wian ([0-9a-f]{8})\n$/;
const SEAL_LENGTH = 14;

const sealOf = (content: Uint8Array): string =>
  `wian ${crc32(content).toString(16).padStart(8, '0')}\n`;

/** As {@link writeCacheFile}, with a checksum before the content, by which damage is found. */
export const writeSealed = (path: string, content: Uint8Array): boolean =>
  writeCacheFile(path, Buffer.concat([Buffer.from(sealOf(content)), content]));

/** The content of a file that `writeSealed` wrote; null where there is none, or where it is damaged or unreadable. */
export const readSealed = (path: string): Buffer | null => {
  let bytes: Buffer;
  try {
    bytes = readBytesNow(path);
  } catch (error) {
    if (isSystemRefusal(error)) return null;
    throw error;
  }
  const content = bytes.subarray(SEAL_LENGTH);
  const seal = bytes.toString('latin1', 0, SEAL_LENGTH);
  return SEAL.test(seal) && seal === sealOf(content) ? content : null;
};

const PNG_END = Buffer.from('49454e44ae426082', 'hex');
const [RIFF, RIFF_HEAD] = ['RIFF', 8];

/**
 * Whether a PNG or WebP picture in a cache is there and not cut off, as it may be after a power cut. Told by its ends:
 * pictures are not decoded for it.
 */
export const isWholePicture = (path: string): boolean => {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if (isSystemRefusal(error)) return false;
    throw error;
  }
  try {
    const { size } = fstatSync(handle);
    const [head, end] = [Buffer.alloc(RIFF_HEAD), Buffer.alloc(PNG_END.length)];
    readSync(handle, head, 0, head.length, 0);
    readSync(handle, end, 0, end.length, Math.max(0, size - end.length));
    if (head.toString('latin1', 0, RIFF.length) === RIFF) {
      return head.readUInt32LE(RIFF.length) + RIFF_HEAD === size;
    }
    return end.equals(PNG_END);
  } catch (error) {
    if (isSystemRefusal(error)) return false;
    throw error;
  } finally {
    closeSync(handle);
  }
};
