import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleEntry, ENTRY_FILE, type EntryIndex } from '#core/pagefind/entry.ts';
import { NO_META_RULES } from '#core/pagefind/pagefind-index.ts';
import { ProblemError } from '#core/problem.ts';
import { writeIndex } from '#store/search/index-folder.ts';
import type { IndexReport } from '#store/search/index-state.ts';
import { writeScripts } from './bundle-scripts.ts';
import { clientFiles } from './client-files.ts';
import type { SiteToIndex } from './read-site.ts';

/** Throws where a folder holds what is no search bundle, which this command would delete. */
export const requireReplaceable = async (out: string): Promise<void> => {
  if (!existsSync(out) || existsSync(join(out, ENTRY_FILE))) return;
  const names = await readdir(out);
  if (names.length === 0) return;
  throw new ProblemError([
    {
      file: out,
      what: `this folder holds something else than a search (${names.slice(0, 3).join(', ')})`,
      why: 'it would be replaced',
      fix: 'give another folder with --out, or empty this one',
    },
  ]);
};

/** Puts a new folder in the place of another one, which stays where that fails. */
const replaceFolder = async (fresh: string, out: string): Promise<void> => {
  const old = `${out}.old`;
  await rm(old, { recursive: true, force: true });
  const isThere = existsSync(out);
  if (isThere) await rename(out, old);
  try {
    await rename(fresh, out);
  } catch (error) {
    if (isThere) await rename(old, out);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
};

/** Writes the bundle of a site: its indexes, the scripts that search them, and Pagefind's own interfaces. */
export const writeBundle = async (
  { languages }: SiteToIndex,
  out: string,
): Promise<ReadonlyMap<string, IndexReport>> => {
  const fresh = `${out}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const reports = new Map<string, IndexReport>();
  const indexes: Record<string, EntryIndex> = {};
  for (const language of [...languages.keys()].sort()) {
    const report = await writeIndex(languages.get(language) ?? [], join(fresh, 'index', language));
    reports.set(language, report);
    indexes[language] = { path: `index/${language}/`, pointer: report.pointer };
  }
  for (const { name, bytes } of await clientFiles(out)) await writeFile(join(fresh, name), bytes);
  await writeScripts(fresh);
  await writeFile(join(fresh, ENTRY_FILE), JSON.stringify(bundleEntry(indexes, NO_META_RULES)));
  await replaceFolder(fresh, out);
  return reports;
};
