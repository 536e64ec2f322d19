import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { type Engine, idOf, pageOf, urlOf } from './engine.ts';

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

const stopOn = (errors: readonly string[]): void => {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
};

const isQueryFile = (file: string): boolean => /\.pf_(index|filter)$/.test(file);
const isOnceFile = (file: string): boolean =>
  /\.(pf_meta|pagefind)$|pagefind-entry\.json$|\/pagefind\.js$/.test(file);

/** Pagefind as it comes, through its own browser code with the network taken from disk. */
export const pagefindEngine: Engine = {
  build: async (documents, folder) => {
    const begin = performance.now();
    const { index, errors } = await createIndex();
    stopOn(errors);
    if (!index) throw new Error('Pagefind gave no index');
    for (const document of documents) {
      stopOn(
        (await index.addHTMLFile({ url: urlOf(document.id), content: pageOf(document) })).errors,
      );
    }
    // Not writeFiles: Pagefind 1.5.2 may be stopped before what it wrote has reached the disk, leaving empty files.
    const { files, errors: faults } = await index.getFiles();
    stopOn(faults);
    const cost = { indexBytes: 0, oneOffBytes: 0 };
    for (const { path, content } of files) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      if (isQueryFile(file)) cost.indexBytes += content.length;
      if (isOnceFile(file))
        cost.oneOffBytes += file.endsWith('.js')
          ? gzipSync(content, { level: 9 }).length
          : content.length;
    }
    await close();
    const buildSeconds = (performance.now() - begin) / 1000;
    const network = globalThis.fetch;
    let bytes = 0;
    globalThis.fetch = async (address) => {
      const file = fileURLToPath(new URL(String(address).replace(/\?.*$/, ''), 'file:///'));
      const content = await readFile(file);
      if (isQueryFile(file)) bytes += content.length;
      return new Response(content);
    };
    const module = (await import(
      pathToFileURL(join(folder, 'pagefind.js')).href
    )) as PagefindModule;
    return {
      cost: { ...cost, buildSeconds },
      query: async (text) => {
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
        return { ids: pages.map(({ url }) => idOf(url)), bytes: fetched, milliseconds };
      },
      close: async () => {
        globalThis.fetch = network;
      },
    };
  },
};
