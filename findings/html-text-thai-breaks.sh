#!/bin/sh
# html-to-text 10.0.1 writes a space into every Thai word boundary that is marked for line breaks: "การประชุม" becomes "การ ประชุม".
#
# Thai has no spaces between words; pages and PDFs that are to break well mark the boundaries with U+200B (zero width space), which
# takes no room. HTML 4 called it white space, HTML since 5 does not (Infra: ASCII whitespace), no browser shows it, and JavaScript
# does not trim it. html-to-text, which mailers use for the plain part of a mail, still has it in whitespaceCharacters and makes a
# plain space of it; <wbr>, the same mark as an element, gets none. Good engineers would expect what has no width to stay or to go.
# In Thai a space ends a clause: the plain part of a circular is full of pauses, and copied from it, no search finds a name.
# Give whitespaceCharacters: ' \t\r\n\f', or take U+200B out before. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact html-to-text@10.0.1 turndown@7.2.5 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { convert } from 'html-to-text';
import TurndownService from 'turndown';

const words = ['ขอเชิญ', 'ประชุม', 'คณะ', 'กรรมการ'];
const [marked, element] = [words.join('\u200b'), words.join('<wbr>')].map((text) => `<p>${text}</p>`);
const results = {
  'U+200B': convert(marked),
  '<wbr>': convert(element),
  'U+200B, whitespaceCharacters': convert(marked, { whitespaceCharacters: ' \t\r\n\f' }),
  'U+200B, turndown': new TurndownService().turndown(marked),
};
for (const [name, text] of Object.entries(results)) console.log(name.padEnd(29), JSON.stringify(text));
assert.deepEqual(results, {
  'U+200B': words.join(' '),
  '<wbr>': words.join(''),
  'U+200B, whitespaceCharacters': words.join('\u200b'),
  'U+200B, turndown': words.join('\u200b'),
});
JS
node run.mjs
