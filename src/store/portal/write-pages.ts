import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import type { KeptPages } from './kept-pages.ts';

/** A path of the portal, with what it is made from where that is known. */
export interface PagePath {
  /** Path as Astro has it, spelt out: `/circulars/2567`, `/api/v1/index.json`. */
  readonly pathname: string;
  readonly isPage: boolean;
  /** Every text that it is made from, besides what all pages depend on; undefined where that is not told. */
  readonly key: string | undefined;
}

const NOT_FOUND = '/404';

/** The file in which a path is served, relative to the portal. */
export const fileOfPath = ({ pathname, isPage }: Omit<PagePath, 'key'>): string => {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (!isPage) return path;
  return `/${path}` === NOT_FOUND ? `${path}.html` : join(path, 'index.html');
};

const taken = (file: string): ProblemError =>
  new ProblemError([
    {
      file: null,
      what: `two pages or files of the portal want to stand at /${file}`,
      why: 'One would hide the other.',
      mend: 'Give one of them another address: see src/pages, public and content.',
    },
  ]);

const writeNew = (path: string, file: string, body: string | Uint8Array): void => {
  try {
    writeFileSync(path, body, { flag: 'wx' });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? taken(file) : error;
  }
};

/**
 * Makes every path in `folder`, one after the other: kept from the last build where it is made from the same, else by
 * `render`, which gives null for a path that has no file. Writing at once, and not as promises, takes a third of
 * the time that some ten thousand small files would.
 */
export const writePages = async <Path extends PagePath>(
  paths: readonly Path[],
  folder: string,
  kept: KeptPages,
  render: (path: Path) => Promise<string | Uint8Array | null>,
): Promise<void> => {
  const folders = new Set<string>();
  for (const path of paths) {
    const file = fileOfPath(path);
    const target = join(folder, file);
    const parent = dirname(target);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    if (path.key !== undefined && kept.keep(file, path.key)) continue;
    const body = await render(path);
    if (body !== null) writeNew(target, file, body);
  }
};
