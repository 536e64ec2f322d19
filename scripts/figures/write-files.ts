import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readContentText, refuseLinks, replaceContentFile } from '#store/files/content-file.ts';

/** What writing files would do. Paths are relative to the project. */
export interface FilePlan {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly same: readonly string[];
}

/** Compares files as they should be with those that are there; `others` are files that should be gone. */
export const planFiles = (
  root: string,
  files: ReadonlyMap<string, string>,
  others: readonly string[] = [],
): FilePlan => {
  const plan = { created: [] as string[], changed: [] as string[], same: [] as string[] };
  for (const [path, text] of files) {
    const before = readContentText(root, path);
    const list = before === null ? plan.created : before === text ? plan.same : plan.changed;
    list.push(path);
  }
  return { ...plan, removed: others.filter((path) => !files.has(path)) };
};

/** Writes what a plan says; each file whole or not at all. */
export const applyFiles = (
  root: string,
  files: ReadonlyMap<string, string>,
  { created, changed, removed }: FilePlan,
): void => {
  for (const path of [...created, ...changed]) {
    refuseLinks(root, path);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    replaceContentFile(root, path, files.get(path) as string);
  }
  for (const path of removed) {
    refuseLinks(root, path);
    rmSync(join(root, path));
  }
};
