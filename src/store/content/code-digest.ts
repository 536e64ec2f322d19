import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What decides how a content file becomes data and HTML: our code for it, and the exact packages. */
const SOURCES = ['src/core', 'src/schema', 'src/store'];

/** SHA-256 over everything that turns content into pages' data; with it, cached results of older code are never used. */
export const digestOfCode = async (root: string): Promise<string> => {
  const files: string[] = ['package-lock.json'];
  for (const folder of SOURCES) {
    const names = await readdir(join(root, folder), { recursive: true });
    files.push(
      ...names.filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => `${folder}/${name}`),
    );
  }
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex');
};
