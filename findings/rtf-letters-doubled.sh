#!/bin/sh
# rtf-parser 1.3.3 gives every Thai letter and digit of an RTF letter twice: "ว ๑๒" (circular 12) becomes "วว ๑๑๒๒".
#
# RTF writes a letter as \uN and behind it, for readers from before Unicode, in the old character set; \ucN says how long that
# second form is, and who understands \u skips it (RTF 1.9.1, "Unicode RTF"). Word writes Thai so: \u3623\'c7 is one ว. rtf-parser,
# and with it @iarna/rtf-to-html 1.1.0, reads both forms, and prints "ว?" where the old one is "?"; files of a Thai Windows
# (\ansicpg874) it refuses, so that only those of an English one come out wrong. rtf-stream-parser 3.8.1 reads them all. Good engineers would expect that who reads \u reads \uc, which only exists for it. Doubled words are seen; a doubled
# number, ๑๒ as ๑๑๒๒, is one that a register takes. Old letters in RTF: read them with rtf-stream-parser (it takes RTF that comes
# from mail and asks for \fromtext or \fromhtml1 in its head), or convert them first. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  rtf-parser@1.3.3 @iarna/rtf-to-html@1.1.0 rtf-stream-parser@3.8.1 iconv-lite@0.7.3 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { promisify } from 'node:util';
import rtfToHtml from '@iarna/rtf-to-html';
import iconv from 'iconv-lite';
import rtfParser from 'rtf-parser';
import { deEncapsulateSync } from 'rtf-stream-parser';

const THAI = /[\u0e01-\u0e5b]/g;
const thaiByte = (letter) => `\\'${iconv.encode(letter, 'windows-874').toString('hex')}`;
const rtfOf = (text, oldForm) =>
  `{\\rtf1\\ansi\\ansicpg1252\\fromtext\\deff0\\uc1{\\fonttbl{\\f0\\fnil\\fcharset222 TH SarabunPSK;}}\\pard\\f0 ${
    text.replace(THAI, (letter) => `\\u${letter.charCodeAt(0)}${oldForm(letter)}`)
  }\\par}`;

const text = 'ว ๑๒ ภายใน ๑๕ วัน';
for (const [name, oldForm, read] of [
  ['windows-874', thaiByte, text.replace(THAI, '$&$&')],
  ['"?"', () => '?', text.replace(THAI, '$&?')],
]) {
  const rtf = rtfOf(text, oldForm);
  const { content } = await promisify(rtfParser.string)(rtf);
  const parsed = content.flatMap((paragraph) => paragraph.content.map(({ value }) => value)).join('');
  const html = await promisify(rtfToHtml.fromString)(rtf);
  const other = deEncapsulateSync(rtf, { decode: iconv.decode, mode: 'text' }).text.trim();
  console.log(`written ${text}, old form ${name}`);
  console.log(`  rtf-parser        ${parsed}\n  rtf-stream-parser ${other}`);
  assert.equal(parsed, read);
  assert.ok(html.includes(read));
  assert.equal(other, text);
  await assert.rejects(promisify(rtfParser.string)(rtf.replace('ansicpg1252', 'ansicpg874')), /874/);
}
JS
node run.mjs
