#!/bin/sh
# word-extractor 1.0.4 and officeparser 8.1.1 make "1015" of "10-15" where Word's hyphen is the one that does not break.
#
# Ctrl+Shift+Hyphen in Word writes <w:noBreakHyphen/> (ECMA-376 Part 1, 17.3.3.18) in the middle of a run, a hyphen at which no
# line ends; clerks use it to keep a range, a telephone number or a reference on one line. Both readers leave it out without a
# space or a word: "within 10-15 days" reads as 1015 days, the years 2567-2568 as 25672568. mammoth 1.13.0 gives the hyphen.
# Good engineers would expect a printed character to come out as text, as the tab in the same runs does; two numbers become one
# that looks like a number. The document is made by the docx library and is valid. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  docx@9.15.2 mammoth@1.13.0 officeparser@8.1.1 word-extractor@1.0.4 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { Document, NoBreakHyphen, Packer, Paragraph, Tab, TextRun } from 'docx';
import mammoth from 'mammoth';
import { parseOffice } from 'officeparser';
import WordExtractor from 'word-extractor';

const line = (...children) => new Paragraph({ children: [new TextRun({ children })] });
const hyphen = () => new NoBreakHyphen();
const document = new Document({
  sections: [
    { children: [line('ภายใน 10', hyphen(), '15 วัน'), line('ปี 2567', hyphen(), '2568'), line('1', new Tab(), '500')] },
  ],
});
const buffer = await Packer.toBuffer(document);
console.log('on paper           ภายใน 10-15 วัน / ปี 2567-2568 / 1 (tab) 500');

const lines = (text) => text.split('\n').filter(Boolean);
const printed = ['ภายใน 10\u201115 วัน', 'ปี 2567\u20112568', '1\t500'];
const joined = ['ภายใน 1015 วัน', 'ปี 25672568', '1\t500'];

const raw = await mammoth.extractRawText({ buffer });
console.log('mammoth           ', lines(raw.value));
assert.deepEqual(lines(raw.value), printed);

const extracted = await new WordExtractor().extract(buffer);
console.log('word-extractor    ', lines(extracted.getBody()));
assert.deepEqual(lines(extracted.getBody()), joined);

const office = await parseOffice(buffer);
const text = await office.to('text');
console.log('officeparser      ', lines(text.value), `warnings: ${office.warnings.length}`);
assert.deepEqual(lines(text.value), joined);
assert.deepEqual(office.warnings, []);
JS
node run.mjs
