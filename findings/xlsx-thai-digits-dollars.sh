#!/bin/sh
# SheetJS 0.20.3 puts a dollar sign before every number that a sheet shows in Thai digits: ๑,๒๕๐.๕๐ is read as "$1,250.50".
#
# A bracket in a number format holds a currency and a locale: [$฿-41E] is baht, [$-41E] Thai without a currency, and the D of
# [$-D00041E] asks for Thai digits. SheetJS prints "$" for the currency that is not there, so that the text of the cell (`w`), and
# with it sheet_to_csv() and all that prints cells as shown, has dollars which are nowhere in the file. The value (`v`) is right.
# numfmt 4.0.1 keeps Latin digits, too, but adds nothing. Good engineers would expect no currency to be printed as none, or the
# format to be passed over: a budget in baht is published in dollars, and letter number 15 becomes $15. Read `v` and write the
# digits yourself. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact @e965/xlsx@0.20.3 exceljs@4.4.0 numfmt@4.0.1 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { format } from 'numfmt';

const rows = [
  [15, '0', '15', '15'],
  [15, '[$-D00041E]0', '$15', '15'],
  [15, '[$-D000000]0', '$15', '15'],
  [1250.5, '[$-D00041E]#,##0.00', '$1,250.50', '1,250.50'],
  [1250.5, '[$-41E]#,##0.00', '$1,250.50', '1,250.50'],
  [1250.5, '[$฿-41E]#,##0.00', '฿1,250.50', '฿1,250.50'],
];
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('register');
for (const [value, pattern] of rows) sheet.addRow([value]).getCell(1).numFmt = pattern;

const read = XLSX.read(await book.xlsx.writeBuffer(), { cellNF: true }).Sheets.register;
const csv = XLSX.utils.sheet_to_csv(read, { FS: '\t' }).split('\n');
for (const [at, [value, pattern, shown, plain]] of rows.entries()) {
  const cell = read[`A${at + 1}`];
  console.log(`${String(value).padEnd(7)} ${pattern.padEnd(20)} SheetJS ${cell.w}, numfmt ${format(pattern, value)}`);
  assert.deepEqual([cell.v, cell.z], [value, pattern]);
  assert.deepEqual([cell.w, csv[at], format(pattern, value)], [shown, shown, plain]);
}
JS
node run.mjs
