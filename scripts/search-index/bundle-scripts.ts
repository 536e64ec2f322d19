import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const SOURCES = new URL('../../src/browser/pagefind/', import.meta.url);

/** Files of a bundle by the module that each is made of. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'pagefind.js': 'pagefind.ts',
  'pagefind-worker.js': 'worker.ts',
};

const bundle = async (source: string): Promise<string> => {
  const input = fileURLToPath(new URL(source, SOURCES));
  const build = await rolldown({
    input,
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    platform: 'browser',
    logLevel: 'silent',
    tsconfig: false,
    // An import that is not there would only fail in the browser.
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(`${source}: ${log.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: 'es', minify: true, codeSplitting: false });
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error(`${source} makes more than one file`);
    return chunk.code;
  } finally {
    await build.close();
  }
};

let bundled: Promise<readonly (readonly [file: string, code: string])[]> | undefined;

/** The scripts of a search bundle by the names of their files; the same sources give the same scripts. */
export const bundleScripts = (): Promise<readonly (readonly [file: string, code: string])[]> => {
  bundled ??= Promise.all(
    Object.entries(SCRIPTS).map(async ([file, source]) => [file, await bundle(source)] as const),
  );
  return bundled;
};

/** Writes the scripts of a search bundle into its folder. */
export const writeScripts = async (folder: string): Promise<void> => {
  for (const [file, code] of await bundleScripts()) await writeFile(join(folder, file), code);
};
