import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file, folder and link below a folder, a folder before what is in it. Links are not followed: a recursive
 * `readdir` of Node walks through a link to a folder, however much lies there, and in a loop until the path is too long.
 * Throws as `readdir` does where a folder is not there or may not be read.
 */
export function* entriesBelow(folder: string): Generator<Dirent> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    yield entry;
    if (entry.isDirectory()) yield* entriesBelow(join(folder, entry.name));
  }
}
