import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FoundStyles } from '#astro/bundle.ts';
import { isSystemRefusal } from '#core/system-error.ts';
import { digestOfFiles } from '../content/code-digest.ts';
import { readSealed, tryCache, writeSealed } from '../files/cache-file.ts';
import { listFiles } from './kept-files.ts';

/** What Astro bundled: the module of all pages, and the files that go into the portal as they are. */
export interface Bundle {
  /** Path of the module that gives `app`. */
  readonly entry: string;
  readonly styles: FoundStyles;
}

/** What is bundled, and by what; content is no part of a bundle. */
const SOURCES = [
  'astro.config.mjs',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tsconfig.json',
];

const FOLDER = '.cache/bundle';
const LIST = 'bundle.json';
const FILES = 'files';
/** Modules of pages, which are no part of the portal. */
const MODULES = '.prerender/';

interface Listed {
  readonly key: string;
  readonly entry: string;
  readonly styles: readonly (readonly [string, { readonly styles: readonly object[] }])[];
  /** SHA-256 of each file by its name in the portal. */
  readonly files: readonly (readonly [string, string])[];
}

const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url');

/**
 * Digest of all that a bundle of the project at `root` is made from: our code, packages, Node, and `settings`, what of the
 * environment is bundled. Where the project lies is none of it: see place.ts.
 */
export const bundleKey = async (root: string, settings: string): Promise<string> =>
  hash('sha256', [await digestOfFiles(root, SOURCES), settings, process.version].join('\0'));

/** Keeps what Astro has bundled into `next` for builds in which only content has changed. */
export const keepBundle = (
  root: string,
  next: string,
  key: string,
  entry: string,
  styles: FoundStyles,
): boolean => {
  const folder = join(root, FOLDER);
  return tryCache(folder, () => {
    // Without its list the former one is none.
    rmSync(join(folder, LIST), { force: true });
    rmSync(folder, { recursive: true, force: true });
    const files = listFiles(next).map((name) => {
      const bytes = readFileSync(join(next, name));
      const to = join(folder, FILES, name);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, bytes);
      return [name, digestOf(bytes)] as const;
    });
    const listed: Listed = { key, entry: entry.slice(next.length), styles: [...styles], files };
    writeSealed(join(folder, LIST), Buffer.from(JSON.stringify(listed)));
  });
};

const readOrNull = (path: string): Buffer | null => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isSystemRefusal(error)) return null;
    throw error;
  }
};

/**
 * Puts the files of the bundle kept under `key` into the new portal in `next`, and gives its modules; null, and nothing is
 * put there, where it is of other code, lacks a file or has a damaged one.
 */
export const takeBundle = (root: string, next: string, key: string): Bundle | null => {
  const folder = join(root, FOLDER);
  const text = readSealed(join(folder, LIST))?.toString();
  const listed: Listed | null = text === undefined ? null : JSON.parse(text);
  if (listed?.key !== key) return null;
  const files = listed.files.map(([name, digest]) => {
    const bytes = readOrNull(join(folder, FILES, name));
    return bytes !== null && digestOf(bytes) === digest ? ([name, bytes] as const) : null;
  });
  if (files.includes(null)) return null;
  for (const [name, bytes] of files.filter((file) => file !== null)) {
    if (name.startsWith(MODULES)) continue;
    const to = join(next, name);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, bytes);
  }
  return {
    entry: join(folder, FILES, listed.entry),
    styles: new Map(listed.styles) as unknown as FoundStyles,
  };
};
