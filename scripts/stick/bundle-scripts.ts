import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, type RolldownOptions, rolldown } from 'rolldown';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(PROJECT, 'src/browser/stick');

/** What browsers refuse where pages are files, and what stands in for it: see src/browser/stick/stick.ts. */
const REPLACED: Readonly<Record<string, string>> = {
  fetch: 'wianStick.fetch',
  Worker: 'wianStick.Worker',
  open: 'wianStick.open',
  // What keeps pages for use without a connection has nothing to do here.
  isSecureContext: 'false',
  'import.meta.url': 'wianStick.module',
  'import.meta.resolve': 'undefined',
  ...Object.fromEntries(
    ['location', 'history'].flatMap((name) =>
      ['', 'window.', 'document.', 'self.', 'globalThis.'].map((owner) => [
        owner + name,
        `wianStick.${name}`,
      ]),
    ),
  ),
};

/** Files that Vite has a chunk fetch before it imports another, by their numbers. */
const FILES_TO_FETCH = /const __vite__mapDeps=.*?=>i\.map\(i=>d\[i\]\);/;

/** All chunks are in one file here: none is to be fetched. */
const withoutPreloading: Plugin = {
  name: 'wian:without-preloading',
  transform: {
    filter: { code: /__vite__mapDeps/ },
    handler: (code, id) => {
      const made = code.replace(FILES_TO_FETCH, 'const __vite__mapDeps=()=>[];');
      if (made === code) throw new Error(`${id}: this is not how Vite fetches chunks before`);
      return { code: made, map: null };
    },
  },
};

const bundle = async (options: RolldownOptions): Promise<string> => {
  const build = await rolldown({
    cwd: PROJECT,
    platform: 'browser',
    logLevel: 'silent',
    tsconfig: false,
    onLog: (level, log) => {
      if (level === 'warn' && log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    },
    ...options,
  });
  try {
    const { output: made } = await build.generate({
      // Not "iife", in which no module may await at its top.
      format: 'es',
      minify: true,
      codeSplitting: false,
    });
    const [chunk, ...others] = made;
    if (others.length > 0) throw new Error(`${chunk.fileName} makes more than one file`);
    // Refused in a classic script, as a whole.
    if (/\bimport\.meta\b/.test(chunk.code))
      throw new Error(`${chunk.fileName} asks for import.meta`);
    if (chunk.exports.length > 0) throw new Error(`${chunk.fileName} is no script of a page`);
    return chunk.code;
  } finally {
    await build.close();
  }
};

/** Code of a module as a function; a module is strict. */
const asFunction = (code: string, parameters = ''): string =>
  `async function(${parameters}){"use strict";${code}\n}`;

const ENTRY = 'wian:entry';

/** Imports a script, and no more: what it exports to chunks of its own is of no use in one file, and refused in a script. */
const entryOf = (path: string): Plugin => ({
  name: ENTRY,
  resolveId: (source) => (source === ENTRY ? ENTRY : null),
  load: (id) => (id === ENTRY ? `import ${JSON.stringify(path)};` : null),
});

const bundleEntry = (path: string): Promise<string> =>
  bundle({
    input: ENTRY,
    plugins: [entryOf(path), withoutPreloading],
    transform: { define: REPLACED },
  });

/** A module of a built portal as a classic script, with all that it imports. */
export const bundleModule = async (path: string): Promise<string> =>
  `(${asFunction(await bundleEntry(path))})();\n`;

/** The same of the script of a worker, which then runs within the page when it is asked to. */
export const bundleWorker = async (path: string): Promise<string> => {
  const code = await bundleEntry(path);
  const names = 'const{postMessage}=self,addEventListener=self.addEventListener.bind(self);';
  return `wianStick.worker(${JSON.stringify(basename(path))},${asFunction(names + code, 'self')});\n`;
};

/** Values that the build puts into the stick's own scripts; see `declare const` there. */
export interface StickConstants {
  /** Address of the portal. */
  readonly site: string;
  readonly partial: boolean;
  readonly notHere: string;
  readonly lost: string;
  /** Names of the lists of files. */
  readonly lists: readonly string[];
}

/** A script of the stick itself, by the name of its source. */
export const bundleOwn = (
  name: 'stick' | 'check',
  { site, partial, notHere, lost, lists }: StickConstants,
): Promise<string> =>
  bundle({
    input: join(SOURCES, `${name}.ts`),
    transform: {
      define: {
        STICK_SITE: JSON.stringify(site),
        STICK_PARTIAL: JSON.stringify(partial),
        STICK_NOT_HERE: JSON.stringify(notHere),
        STICK_LOST: JSON.stringify(lost),
        STICK_LISTS: JSON.stringify(lists),
      },
    },
  }).then((code) => `(${asFunction(code)})();\n`);
