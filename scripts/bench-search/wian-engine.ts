import { glob, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { search } from '#core/search/engine.ts';
import { IndexReader } from '#core/search/index-reader.ts';
import { readBuiltPage } from '#store/search/built-page.ts';
import { openIndexFolder, writeIndex } from '#store/search/index-folder.ts';
import { type Engine, pageOf, urlOf } from './engine.ts';

/** Compressed size of the search code without a bundler's minifying: no less than what a browser fetches. */
const codeBytes = async (): Promise<number> => {
  const folder = new URL('../../src/core/search/', import.meta.url).pathname;
  const sources: string[] = [];
  for await (const name of glob('*.ts', {
    cwd: folder,
    exclude: ['*.test.ts', 'index-builder.ts', 'word-counts.ts'],
  })) {
    sources.push(stripTypeScriptTypes(await readFile(join(folder, name), 'utf8')));
  }
  return gzipSync(sources.join('\n'), { level: 9 }).length;
};

/** This project's search: pages read from HTML, the index on disk, each query with a reader that has fetched nothing. */
export const wianEngine: Engine = {
  build: async (documents, folder) => {
    const begin = performance.now();
    const pages = documents.flatMap(
      (document) => readBuiltPage(pageOf(document), urlOf(document.id)) ?? [],
    );
    const report = await writeIndex(pages, folder);
    const buildSeconds = (performance.now() - begin) / 1000;
    let bytes = 0;
    const source = await openIndexFolder(folder, (read) => {
      bytes += read;
    });
    const warm = await IndexReader.open(source);
    // The code is fetched once, too. A first run of each engine would measure the compiler.
    await search(warm.cold(source), 'งบประมาณ 2567');
    return {
      cost: {
        indexBytes: report.indexBytes,
        oneOffBytes: report.startBytes + (await codeBytes()),
        buildSeconds,
      },
      query: async (text) => {
        bytes = 0;
        const reader = warm.cold(source);
        const start = performance.now();
        const { hits } = await search(reader, text, { limit: 10 });
        const milliseconds = performance.now() - start;
        return {
          ids: hits.map(({ page }) => documents[page]?.id ?? String(page)),
          bytes,
          milliseconds,
        };
      },
    };
  },
};
