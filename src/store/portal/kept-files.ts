import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lies beside the files of a build that is to go over an older one; without it they are a portal by themselves. */
export const NAME_OF_KEPT = '.wian-kept.json';

/** What a build leaves as it is in the portal before it. Paths are within the portal. */
export interface KeptFiles {
  /** Id of the portal before. */
  readonly formerId: string;
  readonly kept: readonly string[];
  /** Pages, and files beside them, that the new portal has no more. */
  readonly gone: readonly string[];
  /** Those kept of which the base (see portal-folders.ts) has another file, or none. */
  readonly apart: readonly string[];
}

/** Says in the folder of new files which ones stay. */
export const writeKeptFiles = (next: string, kept: KeptFiles): Promise<void> =>
  writeFile(join(next, NAME_OF_KEPT), JSON.stringify(kept));

/** What a build keeps; null where it makes the whole portal. */
export const readKeptFiles = async (next: string): Promise<KeptFiles | null> => {
  const path = join(next, NAME_OF_KEPT);
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : null;
};

/**
 * All files below a folder, with slashes in their paths; links are not followed. At once, as promises take four times as long,
 * and folder by folder, as `recursive` asks the system of each file once more.
 */
export const listFiles = (folder: string): string[] => {
  const found: string[] = [];
  const walk = (within: string): void => {
    for (const entry of readdirSync(`${folder}/${within}`, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(`${within}${entry.name}/`);
      else if (entry.isFile()) found.push(within + entry.name);
    }
  };
  walk('');
  return found;
};

/** A portal, of which some files may lie in another folder than the others. */
export interface PortalFiles {
  /** Absolute path of a file of the portal, whether it is there or not. */
  readonly pathOf: (file: string) => string;
  /** Its pages, in the order of their paths. */
  readonly pages: () => string[];
  /** All its files, in the order of their paths. */
  readonly files: () => string[];
}

const isPage = (file: string): boolean => file.endsWith('.html');

/** The portal that lies whole in a folder. */
export const wholePortal = (folder: string): PortalFiles => ({
  pathOf: (file) => join(folder, file),
  pages: () => listFiles(folder).filter(isPage).sort(),
  files: () => listFiles(folder).sort(),
});

/** The portal that is being built in `next`, with what it keeps of `former`. */
export const openNextPortal = async (next: string, former: string): Promise<PortalFiles> => {
  const stays = await readKeptFiles(next);
  if (stays === null) return wholePortal(next);
  const kept = new Set(stays.kept);
  const files = (): string[] => [...new Set([...listFiles(next), ...kept])].sort();
  return {
    pathOf: (file) => join(kept.has(file) ? former : next, file),
    pages: () => files().filter(isPage),
    files,
  };
};
