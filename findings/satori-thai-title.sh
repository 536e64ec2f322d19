#!/bin/sh
# Satori 0.63.2 sets a Thai title on one line, however long, and what does not fit is outside of the picture.
#
# Thai has no spaces between words; lines end where words do (UAX #14, class SA: by a dictionary). Satori names th-TH among its
# locales and takes lang="th-TH", but has no place to end a line in Thai, so that a title of 74 letters on a card of 600 pixels
# is drawn 1,378 pixels wide and cut at the edge, with nothing raised. With wordBreak or overflowWrap it breaks within words.
# Good engineers would expect a named language to wrap, as in every browser and in Satori's own Japanese. Cards are made without
# anybody looking: a shared circular then shows the beginning of its subject as if it were all. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact satori@0.63.2 @fontsource/sarabun@5.3.0 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import satori from 'satori';

const font = (script) => ({
  name: `Sarabun ${script}`, weight: 400,
  data: readFileSync(`node_modules/@fontsource/sarabun/files/sarabun-${script}-400-normal.woff`),
});
const WIDTH = 600;

/** The lines that are drawn, from top to bottom, with their right ends in pixels. */
const linesOf = async (children, lang, style = {}) => {
  const card = { type: 'div', props: { lang, style: { width: WIDTH, display: 'flex', fontSize: 40, ...style }, children } };
  const svg = await satori(card, { width: WIDTH, height: 400, fonts: [font('thai'), font('latin')], embedFont: false });
  const lines = new Map();
  for (const [, x, y, width, text] of svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"[^>]*>([^<]*)</g)) {
    const line = lines.get(y) ?? { text: '', end: 0 };
    lines.set(y, { text: line.text + text, end: Math.max(line.end, Math.round(Number(x) + Number(width))) });
  }
  console.log(lang, style, [...lines.values()]);
  return [...lines.values()];
};

const title = 'แนวทางการดำเนินการตามระเบียบกระทรวงมหาดไทยว่าด้วยการรับเงินการเบิกจ่ายเงิน';
const [line, ...others] = await linesOf(title, 'th-TH');
assert.deepEqual([line.text, others], [title, []]);
assert.ok(line.end > 2 * WIDTH, 'more than half of the title is outside');

const latin = await linesOf('guidelines of the ministry on receipts and payments of local authorities', 'en');
assert.ok(latin.length > 1 && latin.every(({ end }) => end <= WIDTH));

const forced = await linesOf(title, 'th-TH', { wordBreak: 'break-word' });
assert.equal(forced[0].text, 'แนวทางการดำเนินการตามระเบียบก');
JS
node run.mjs
