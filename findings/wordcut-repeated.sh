#!/bin/sh
# wordcut 0.9.1 takes the last letter off a word that ๆ or ฯ stands behind: เด็กๆ (children) is cut into เด็ and กๆ.
#
# ๆ repeats the word before it, ฯ says that a name or title goes on: "กรุงเทพฯ", "นายกฯ". The cutter knows the words, but where
# such a mark follows, it gives the mark the last letter and looks for words in what is left of the text before: "กระทรวงมหาดไทยฯ"
# becomes กร ะทรว งม หาด ไท ยฯ. With a space before the mark the words are right. Good engineers would expect a mark to stand alone
# or with its word. Official letters shorten titles with ฯ all the time ("ประกาศฯ", "ระเบียบฯ"): a search or a count of words
# built on it does not find them, and lines are broken within words. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact wordcut@0.9.1 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.cjs <<'JS'
const assert = require('node:assert/strict');
const wordcut = require('wordcut');

wordcut.init();
const cut = (text) => {
  const words = wordcut.cut(text, ' ').trim();
  console.log(`${text}: ${words}`);
  return words;
};
for (const [text, bare, marked] of [
  ['เด็กๆ', 'เด็ก', 'เด็ กๆ'],
  ['ต่างๆ', 'ต่าง', 'ต่า งๆ'],
  ['นายกฯ', 'นายก', 'นาย กฯ'],
  ['ประกาศฯ', 'ประกาศ', 'ประ กา ศฯ'],
  ['คณะกรรมการฯ', 'คณะ กรรมการ', 'คณะ กรรม กา รฯ'],
  ['กระทรวงมหาดไทยฯ', 'กระทรวง มหาดไทย', 'กร ะทรว งม หาด ไท ยฯ'],
]) {
  assert.equal(cut(text.slice(0, -1)), bare);
  assert.equal(cut(text), marked);
}
JS
node run.cjs
