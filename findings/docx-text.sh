#!/bin/sh
# Two widely used readers of Word documents change what is printed, without a warning:
#
#   mammoth 1.13.0, extractRawText: a line break within a paragraph (Shift+Enter, <w:br/>) vanishes, so that "08" and "241" on
#   two lines become the number "08241"; the numbers of lists are dropped. Its list of messages stays empty.
#   officeparser 8.1.1, to('text'): gives every numbered list as "5." "1.", whatever its definition prints: "ข้อ ๕" and "(ก)"
#   are lost and other words stand in their place. Its lists of warnings and messages stay empty.
#
# Good engineers would expect "\n" from a function named extractRawText, and a number of a list as printed or not at all. The
# document is made by the docx library and is valid. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  docx@9.15.2 mammoth@1.13.0 officeparser@8.1.1 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';
import { parseOffice } from 'officeparser';

const point = (text, level) => new Paragraph({ text, numbering: { reference: 'points', level } });
const levels = [
  { level: 0, format: LevelFormat.THAI_NUMBERS, text: 'ข้อ %1', start: 5 },
  { level: 1, format: LevelFormat.THAI_LETTERS, text: '(%2)' },
];
const document = new Document({
  numbering: { config: [{ reference: 'points', levels }] },
  sections: [
    {
      children: [
        point('one', 0),
        point('two', 1),
        point('three', 0),
        new Paragraph({ children: [new TextRun('08'), new TextRun({ break: 1, text: '241' })] }),
      ],
    },
  ],
});
const buffer = await Packer.toBuffer(document);
console.log('on paper:            ข้อ ๕ one / (ก) two / ข้อ ๖ three / 08 / 241');

const raw = await mammoth.extractRawText({ buffer });
console.log(`mammoth 1.13.0:      ${JSON.stringify(raw.value)}, messages: ${raw.messages.length}`);
assert.equal(raw.value, 'one\n\ntwo\n\nthree\n\n08241\n\n');
assert.deepEqual(raw.messages, []);

const office = await parseOffice(buffer);
const text = await office.to('text');
console.log(`officeparser 8.1.1:  ${JSON.stringify(text.value)}, warnings: ${office.warnings.length}, messages: ${text.messages.length}`);
assert.equal(text.value, '5. one\n    1. two\n6. three\n08\n241');
assert.deepEqual([office.warnings, text.messages], [[], []]);
JS
node run.mjs
echo "As described."
