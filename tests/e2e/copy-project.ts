import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject } from '../../scripts/bench/temporary-project.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What a build keeps for the next one, and nothing but builds writes: copied while other tests run, it holds still. */
const CACHES = ['astro', 'build', 'bundle', 'cards', 'offline', 'pages.json', 'search'];

/**
 * Copies the project into a new folder, with what the build of the portal of all tests kept: a portal with other content
 * or another address is built from that in two thirds of the time. In a clean clone the portal of all tests is built from
 * nothing.
 */
export const copyBuiltProject = async (): Promise<string> => {
  const copy = await copyProject(ROOT);
  for (const name of CACHES.map((one) => join('.cache', one))) {
    const from = join(ROOT, name);
    if (existsSync(from)) await cp(from, join(copy, name), { recursive: true });
  }
  return copy;
};
