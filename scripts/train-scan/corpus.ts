import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spell } from './charset.ts';

/** Folders of Thai text that the project wrote itself, and of official texts, which nobody owns (Copyright Act, section 7). */
const FOLDERS = ['content', 'src/i18n/th', 'scripts/letters', 'src/core'];
const READ = /\.(?:mdx?|ya?ml|ts)$/;
/** Thai with what stands in Thai sentences, on one line. */
const RUN =
  /[\u0e01-\u0e2e\u0e40-\u0e44(“][\u0e01-\u0e5b0-9A-Za-z .,()/“”%:@-]{10,}[\u0e01-\u0e5b0-9A-Za-z.)”]/g;

/** One in ten runs is kept for measuring. Which, depends on its letters alone. */
const isKept = (run: string): boolean =>
  (createHash('sha256').update(run).digest()[0] as number) < 26;

const filesBelow = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && READ.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Runs of Thai text for training, and others that are kept for measuring; none is in both. */
export interface Corpus {
  readonly training: readonly string[];
  readonly kept: readonly string[];
}

/** Reads the Thai text of a checkout of the project. */
export const readCorpus = async (root: string): Promise<Corpus> => {
  const runs = new Set<string>();
  for (const folder of FOLDERS) {
    for (const file of await filesBelow(join(root, folder))) {
      for (const [run] of (await readFile(file, 'utf8')).matchAll(RUN)) {
        const text = run.replace(/\s+/g, ' ').trim();
        const thai = text.match(/[\u0e01-\u0e2e]/g)?.length ?? 0;
        if (thai > text.length * 0.3 && spell(text)) runs.add(text);
      }
    }
  }
  const all = [...runs].sort();
  return { training: all.filter((run) => !isKept(run)), kept: all.filter(isKept) };
};
