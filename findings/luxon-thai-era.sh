#!/bin/sh
# Luxon 3.7.2 writes "พ.ศ. 2025" in Thai, a year of the Buddhist era 543 years ago, and reads "พ.ศ. 2568" as 2568 before Christ.
#
# The token G is the era. In the locale th it comes from Intl, whose Thai calendar is the Buddhist one: พ.ศ. The year beside it,
# y or yyyy, is Luxon's own, and Gregorian: toFormat('d MMMM G yyyy') of 2 April 2025 has พ.ศ. and 2025 in one date, which is
# 1482. Reading it, Luxon finds พ.ศ. as the first of its two eras, which it takes for the one before Christ. Its macro tokens do
# not agree with themselves either: DDD writes 2568 and reads that as the Gregorian year 2568. Good engineers would expect an era
# and its year to belong together, and what is written with a format to be read back with it. Deadlines by such dates are centuries
# off, all valid. Write with toLocaleString({ era: 'short', ... }), which agrees, and read Thai dates by rules of your own.
# Needs Node 20 with full ICU (as it comes) and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact luxon@3.7.2 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { DateTime } from 'luxon';

const day = DateTime.fromISO('2025-04-02', { zone: 'utc', locale: 'th' });
const readBack = (format) => {
  const written = day.toFormat(format);
  const read = DateTime.fromFormat(written, format, { zone: 'utc', locale: 'th' });
  console.log(`${day.toISODate()} with ${format}: ${written}, read back as ${read.toISODate()}`);
  assert.ok(read.isValid);
  return [written, read.year];
};
assert.deepEqual(readBack('d MMMM G yyyy'), ['2 เมษายน พ.ศ. 2025', -2025]);
assert.deepEqual(readBack('DDD'), ['2 เมษายน 2568', 2568]);
assert.deepEqual(readBack('DD'), ['2 เม.ย. 2568', 2568]);
assert.deepEqual(readBack('d MMMM yyyy'), ['2 เมษายน 2025', 2025]);

const letter = '2 เมษายน พ.ศ. 2568';
const read = DateTime.fromFormat(letter, 'd MMMM G yyyy', { zone: 'utc', locale: 'th' });
console.log(`a letter's ${letter}, read: ${read.toISODate()}`);
assert.deepEqual([read.isValid, read.toISODate()], [true, '-002568-04-02']);

const agreeing = day.toLocaleString({ day: 'numeric', month: 'long', year: 'numeric', era: 'short' });
console.log(`toLocaleString: ${agreeing}`);
assert.match(agreeing, /พ\.ศ\. 2568/);
JS
node run.mjs
