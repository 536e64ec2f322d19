import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { isQueryFile, type PagefindAnswer } from './pagefind-files.ts';

interface PagefindResult {
  readonly data: () => Promise<{ readonly url: string }>;
}
interface PagefindInstance {
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
  readonly destroy?: () => Promise<void>;
}
interface PagefindModule {
  readonly createInstance: (options: object) => PagefindInstance;
}

const { folder } = workerData as { readonly folder: string };

let bytes = 0;
globalThis.fetch = async (address) => {
  const file = fileURLToPath(new URL(String(address).replace(/\?.*$/, ''), 'file:///'));
  const content = await readFile(file);
  if (isQueryFile(file)) bytes += content.length;
  return new Response(content);
};
const module = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as PagefindModule;

const answer = async (text: string): Promise<PagefindAnswer> => {
  const instance = module.createInstance({
    basePath: `${folder}/`,
    baseUrl: '/',
    noWorker: true,
    language: 'th',
  });
  await instance.init();
  bytes = 0;
  const start = performance.now();
  const { results } = await instance.search(text);
  const milliseconds = performance.now() - start;
  const fetched = bytes;
  const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  await instance.destroy?.();
  return { urls: pages.map(({ url }) => url), bytes: fetched, milliseconds };
};

// A first run would measure the compiler.
await answer('งบประมาณ 2567');
parentPort?.on('message', async (text: string) => parentPort?.postMessage(await answer(text)));
