import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { type Engine, idOf, pageOf, urlOf } from './engine.ts';
import { isOnceFile, isQueryFile, type PagefindAnswer } from './pagefind-files.ts';

/** Queries after which a worker is given up: Pagefind never frees what an instance took, and has 4 GB in all. */
const QUERIES_A_WORKER = 150;

const stopOn = (errors: readonly string[]): void => {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
};

/** Asks an index on disk, each query with an instance that has fetched nothing. */
class PagefindAsker {
  readonly #folder: string;
  #worker: Worker | undefined;
  #asked = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async ask(text: string): Promise<PagefindAnswer> {
    if (this.#asked === QUERIES_A_WORKER) await this.close();
    this.#worker ??= new Worker(new URL('./pagefind-worker.ts', import.meta.url), {
      workerData: { folder: this.#folder },
    });
    this.#asked++;
    this.#worker.postMessage(text);
    const [answer] = await once(this.#worker, 'message');
    return answer as PagefindAnswer;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
    this.#asked = 0;
  }
}

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
    const asker = new PagefindAsker(folder);
    return {
      cost: { ...cost, buildSeconds },
      query: async (text) => {
        const { urls, bytes, milliseconds } = await asker.ask(text);
        return { ids: urls.map(idOf), bytes, milliseconds };
      },
      close: () => asker.close(),
    };
  },
};
