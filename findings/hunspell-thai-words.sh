#!/bin/sh
# The Thai dictionary that LibreOffice ships (hunspell-th 1:7.5.0-1 of Debian) takes spellings that can be no Thai, and does
# not take them for wrong: น้ำหนัา, ได้จังหวัะ and six words in which the vowel แ is two เ, among 51,682.
#
# In Thai, mai han akat (ั) needs a consonant behind it, and a vowel that is written first (เ) a consonant, never another vowel.
# Such a spelling is the usual trace of a misread scan (the ring of sara am ำ taken for ั) and of a mistyped แ, which looks the
# same on screen and is found by no search. Good engineers would let a spelling dictionary guard readings from just these; it
# passes them as right. Seven rules of spelling without any word find all eight. Needs Node 20, the registry and Debian's
# packages (apt-get download, no root).

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact nspell@2.1.5 >>npm.log 2>&1 || { cat npm.log; exit 1; }
apt-get download hunspell-th=1:7.5.0-1 >apt.log 2>&1 || { cat apt.log; exit 1; }
dpkg-deb -x hunspell-th_*.deb dictionary

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import nspell from 'nspell';

const FOLDER = 'dictionary/usr/share/hunspell';
const [aff, dic] = ['aff', 'dic'].map((end) => readFileSync(`${FOLDER}/th_TH.${end}`, 'utf8'));
const speller = nspell(aff, dic);
const words = dic.split('\n').slice(1).map((line) => line.trim().split('/')[0]).filter(Boolean);
const impossible = words.filter((word) => /ั[่-๋]?(?![ก-ฮ่-๋])|[เ-ไ][ะาำเ-ไ]/.test(word));
console.log(`${words.length} words, ${impossible.length} that are spelled as no Thai: ${impossible.join(' ')}`);
for (const word of impossible) assert.equal(speller.correct(word), true, word);
console.log('all are taken for right');
assert.equal(impossible.length, 8);
assert.ok(impossible.includes('น้ำหนัา') && impossible.includes('สิ่งเเวดล้อม'));
JS
node run.mjs
