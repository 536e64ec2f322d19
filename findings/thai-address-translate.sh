#!/bin/sh
# thai-address-universal 2.2.0 translates the northern province "Nan" to อ่าวนาง, a sub-district of Krabi in the far south.
#
# translateWord() gives the first place in its list whose name has the asked one somewhere in it, before it looks for a place of
# that very name. Of the 77 provinces, 7 come back as another place from English (Nan, Tak, Loei, Phrae, Ang Thong, Nong Khai,
# Chumphon) and 4 from Thai: ตาก as "Nong Tak Ya", เลย as "San Pu Loei", แพร่ as "Pong Phrae". Its own getProvinces() has each
# pair right, and a word that it does not know comes back as it is. Good engineers would expect a whole name to win over a part
# of one, or an error; a list of offices in two languages names real places that are not theirs. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact thai-address-universal@2.2.0 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.cjs <<'JS'
const assert = require('node:assert/strict');
const { getProvinces, translateWord } = require('thai-address-universal');

(async () => {
  const provinces = await getProvinces();
  assert.equal(provinces.length, 77);
  const [toThai, toEnglish] = [{}, {}];
  for (const { nameTh, nameEn } of provinces) {
    const [thai, english] = [await translateWord(nameEn), await translateWord(nameTh)];
    if (thai !== nameTh) toThai[nameEn] = `${thai} (for ${nameTh})`;
    if (english !== nameEn) toEnglish[nameTh] = `${english} (for ${nameEn})`;
  }
  console.log('to Thai   ', toThai);
  console.log('to English', toEnglish);
  assert.equal(toThai.Nan, 'อ่าวนาง (for น่าน)');
  assert.equal(toEnglish['ตาก'], 'Nong Tak Ya (for Tak)');
  assert.deepEqual([Object.keys(toThai).length, Object.keys(toEnglish).length], [7, 4]);
})();
JS
node run.cjs
