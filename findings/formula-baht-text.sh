#!/bin/sh
# BAHTTEXT of fast-formula-parser 1.0.19 writes another amount for a negative one: for -5.10, "six baht ten satang".
#
# BAHTTEXT (ECMA-376 Part 1, 18.17.7) writes an amount in Thai words, as receipts and requests for money need it.
# fast-formula-parser has it from bahttext 1.1.0, which rounds the baht of a negative amount down (-5.10 to -6), leaves the
# satang as they are, and writes no minus: a refund of 0.25 reads as 1.25 that is to be paid. 1.999 becomes "one baht, a hundred
# satang", and of eleven million หนึ่ง is written for เอ็ด. No error is raised. bahttext 2.4.0 writes ลบ (minus) and the same
# amount. Good engineers would expect a function of a spreadsheet to agree with it or to fail. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  fast-formula-parser@1.0.19 newer@npm:bahttext@2.4.0 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.cjs <<'JS'
const assert = require('node:assert/strict');
const FormulaParser = require('fast-formula-parser');
const { bahttext } = require('newer');

const parser = new FormulaParser();
const formula = (amount) => parser.parse(`BAHTTEXT(${amount})`, { row: 1, col: 1, sheet: 'receipt' });

for (const [amount, written, meant] of [
  [5.1, 'ห้าบาทสิบสตางค์', 'ห้าบาทสิบสตางค์'],
  [-5.1, 'หกบาทสิบสตางค์', 'ลบห้าบาทสิบสตางค์'],
  [-0.25, 'หนึ่งบาทยี่สิบห้าสตางค์', 'ลบยี่สิบห้าสตางค์'],
  [-250.5, 'สองร้อยห้าสิบเอ็ดบาทห้าสิบสตางค์', 'ลบสองร้อยห้าสิบบาทห้าสิบสตางค์'],
  [11000000, 'สิบหนึ่งล้านบาทถ้วน', 'สิบเอ็ดล้านบาทถ้วน'],
]) {
  console.log(`${amount}: ${formula(amount)} (bahttext 2.4.0: ${bahttext(amount)})`);
  assert.equal(formula(amount), written);
  assert.equal(bahttext(amount), meant);
}
console.log(`1.999: ${formula(1.999)}`);
assert.equal(formula(1.999), 'หนึ่งบาทหนึ่งร้อยสตางค์');
JS
node run.cjs
