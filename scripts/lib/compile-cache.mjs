// `node --import` loads it before any other module, so that Node finds all of them compiled from the last run: Astro and
// what it needs take a second to compile. Plain JavaScript, as every module that is loaded before TypeScript can be.
import { readdirSync, rmSync } from 'node:fs';
import module from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every change of the code adds modules of pages under new names, and Node forgets none. A build needs some 2,600. */
const MOST_FILES = 5000;

const folder = fileURLToPath(new URL('../../.cache/compiled', import.meta.url));

const countFiles = () => {
  try {
    // Each version of Node has one folder, of files alone. A walk that asks what each of them is takes twenty times as long.
    const folders = readdirSync(folder).map((version) => readdirSync(join(folder, version)));
    return folders.length + folders.flat().length;
  } catch {
    // There is none yet, or none that can be read, which Node then sees for itself.
    return 0;
  }
};

const keep = () => {
  if (countFiles() > MOST_FILES) rmSync(folder, { recursive: true, force: true });
  const { status, message } = module.enableCompileCache?.(folder) ?? {};
  if (status === module.constants?.compileCacheStatus.FAILED) throw new Error(message);
  // By this threads know of it, and the processes that this one starts.
  process.env.NODE_COMPILE_CACHE = folder;
};

try {
  // Where the environment names a folder, Node uses that already, and others with it: theirs is not to be emptied.
  if (process.env.NODE_COMPILE_CACHE === undefined) keep();
} catch (error) {
  const name = relative(process.cwd(), folder);
  process.stderr.write(
    `note: the cache ${name} cannot be used: ${error.message}. The command goes on, and starts a second later.\n`,
  );
}
