import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOfFiles } from '#store/content/code-digest.ts';
import { type MadeFiles, madeFiles } from '#store/files/made-files.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORKER = fileURLToPath(new URL('../../src/browser/offline/worker.ts', import.meta.url));

/** Files of a portal that are made of our code alone, whatever the content says. */
export interface OwnFiles {
  /** The service worker, which reads `WORKER_SETTINGS` (see worker-settings.ts): that has to stand before it. */
  readonly worker: string;
  /** Scripts of Pagefind's JavaScript API, by the names of their files. */
  readonly pagefind: MadeFiles;
  /** Pictures of the app, by the names of their files. */
  readonly icons: MadeFiles;
}

const [WORKER_FILE, PAGEFIND, ICONS] = ['sw.js', 'pagefind/', 'icons/'];

const makeAll = async (svg: string): Promise<MadeFiles> => {
  // Most builds make none of it, and need neither Rolldown nor what draws.
  const { bundleClassicScript } = await import('#store/portal/classic-script.ts');
  const { bundleScripts } = await import('../search-index/bundle-scripts.ts');
  const { APP_ICONS, drawAppIcon } = await import('#output/image/app-icon.ts');
  const files = new Map<string, Uint8Array>();
  // A classic script: Firefox runs no module as a service worker. Workbox tells developers what it does unless this says otherwise.
  const worker = await bundleClassicScript(WORKER, ROOT, {
    'process.env.NODE_ENV': '"production"',
  });
  files.set(WORKER_FILE, Buffer.from(worker));
  for (const [name, code] of await bundleScripts()) files.set(PAGEFIND + name, Buffer.from(code));
  for (const icon of APP_ICONS) files.set(ICONS + icon.file, await drawAppIcon(svg, icon));
  return files;
};

const below = (files: MadeFiles, folder: string): MadeFiles =>
  new Map(
    [...files].flatMap(([name, bytes]) =>
      name.startsWith(folder) ? [[name.slice(folder.length), bytes]] : [],
    ),
  );

/** The files of the portal of the project at `root` that are made of our code; `cache` is the folder of caches. */
export const ownFiles = async (root: string, cache: string): Promise<OwnFiles> => {
  const svg = await readFile(join(root, 'public/favicon.svg'), 'utf8');
  const code = await digestOfFiles(ROOT, ['package-lock.json', 'scripts', 'src']);
  const key = hash('sha256', [code, svg, process.version].join('\0'));
  const files = await madeFiles(join(cache, 'offline', 'own.bin'), key, () => makeAll(svg));
  const worker = files.get(WORKER_FILE);
  if (worker === undefined) throw new Error('The service worker has not been made.');
  return {
    worker: Buffer.from(worker).toString(),
    pagefind: below(files, PAGEFIND),
    icons: below(files, ICONS),
  };
};
