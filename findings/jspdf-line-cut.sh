#!/bin/sh
# jsPDF 4.2.1 ends a line of Thai at the first Latin digit, bracket or slash that the font lacks: "ภายใน 15 วัน" prints "ภายใน".
#
# Fonts of one script are common for Thai, as npm's @fontsource packages come in one file a script, and their Thai file (Sarabun
# 5.3.0, here as TTF) has no Latin digits and no brackets. A letter above U+00FF that the font lacks is left out by jsPDF; at one
# below it, it stops and leaves out all that follows in the string as well. Nothing is raised; the next line is whole. Good
# engineers would expect the box that fonts have for it, and at worst one letter less: here the number of days, and what is to be
# done within them, are gone, and the line reads as a sentence. Ask the font for each letter before (getFont().metadata
# .characterToGlyph(code) is 0), or join the files of both scripts into one. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  jspdf@4.2.1 @fontsource/sarabun@5.3.0 wawoff2@2.0.1 pdfjs-dist@5.6.205 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { jsPDF } from 'jspdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import wawoff2 from 'wawoff2';

const woff = readFileSync('node_modules/@fontsource/sarabun/files/sarabun-thai-400-normal.woff2');
const ttf = Buffer.from(await wawoff2.decompress(woff)).toString('base64');

const print = async (lines) => {
  const document = new jsPDF();
  document.addFileToVFS('sarabun.ttf', ttf);
  document.addFont('sarabun.ttf', 'Sarabun', 'normal');
  document.setFont('Sarabun');
  for (const [at, line] of lines.entries()) document.text(line, 20, 20 + 10 * at);
  const data = new Uint8Array(document.output('arraybuffer'));
  const page = await (await getDocument({ data, verbosity: 0 }).promise).getPage(1);
  return (await page.getTextContent()).items.map(({ str }) => str.trim()).filter(Boolean);
};

const lines = {
  'ให้ส่งภายใน 15 วัน ทุกแห่ง': 'ให้ส่งภายใน',
  'ข้อ ๕ (ก) ให้ยกเลิก': 'ข้อ ๕',
  'มท ๐๘๐๘/ว ๑๒ ลงวันที่ ๒': 'มท ๐๘๐๘',
  'แบบ ≥ ๕ ชุด': 'แบบ ๕ ชุด',
  'ให้ส่งภายใน ๑๕ วัน ทุกแห่ง': 'ให้ส่งภายใน ๑๕ วัน ทุกแห่ง',
};
const read = await print(Object.keys(lines));
for (const [at, line] of Object.keys(lines).entries()) console.log(`written ${line}\nprinted ${read[at]}`);
assert.deepEqual(read, Object.values(lines));
JS
node run.mjs
