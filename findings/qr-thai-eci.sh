#!/bin/sh
# jsQR 1.4.0 reads a QR code of "ที่ มท 0808.4/ว 2007" as "2007" where it is written in ISO 8859-11, as its ECI states.
#
# A QR code may name the character set of what follows by an ECI (ISO/IEC 18004, 7.4.2; 13 is ISO 8859-11, Thai in one byte a
# letter). jsQR lists the ECI among the chunks of its answer, takes the bytes for UTF-8 all the same, and leaves a part that is
# none out of `data`; what stands in a part for digits or capitals remains. zxing-wasm 3.1.4 reads all of it. Good engineers
# would expect replacement characters, an error or nothing: here the digits that are left look like a whole number, of another
# letter or another year. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  bwip-js@4.11.4 jsqr@1.4.0 zxing-wasm@3.1.4 pngjs@7.0.0 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import bwipjs from 'bwip-js/node';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasmBinary = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary } });

/** ISO 8859-11: Thai letters from 0xA1, in the order of Unicode from U+0E01. */
const byteOf = (letter) => (letter < '\u0e01' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0xe01 + 0xa1);
const escaped = (text) => [...text].map((letter) => `^${String(byteOf(letter)).padStart(3, '0')}`).join('');

const read = async (text) => {
  const png = await bwipjs.toBuffer({
    bcid: 'qrcode', text: `^ECI000013${escaped(text)}`, parse: true, parsefnc: true, binarytext: true,
    scale: 4, padding: 16, backgroundcolor: 'FFFFFF',
  });
  const { data, width, height } = PNG.sync.read(png);
  const code = jsqr(new Uint8ClampedArray(data), width, height);
  const [other] = await readBarcodes(new Uint8Array(png));
  console.log(`written ${text}\n  jsQR   ${JSON.stringify(code.data)}, chunks ${code.chunks.map(({ type }) => type)}`);
  console.log(`  ZXing  ${JSON.stringify(other.text)}`);
  assert.equal(other.text, text);
  return code.data;
};
assert.equal(await read('ที่ มท 0808.4/ว 2007'), '2007');
assert.equal(await read('จาก 100000 เป็น 250000 บาท'), '100000 250000 ');
JS
node run.mjs
