#!/bin/sh
# any-date-parser 2.2.4 reads "2 เม.ย. 68" as 1425, and an ISO date, 2025-04-02, as 1482, once it is asked in Thai.
#
# It knows that Thai years are of the Buddhist era and takes 543 off, so that "2 เมษายน 2568" is right. But two digits are first
# made a year of the Christian era (68: 1968), and then 543 are taken off, though short dates of Thai offices mean 2568. Dates of
# machines lose 543 years as well: 2025-04-02, or 2025-04-02T09:00:00Z with its Z. No answer is invalid. Good engineers would test
# one full Thai date, see that the era is known, and trust the rest; a register has all three forms in one column, and its years
# 1425, 1482 and 2025 sort without a word. Read ISO forms with new Date() before, put 25 before two digits, and refuse what is
# more than a life away. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact any-date-parser@2.2.4 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import parser from 'any-date-parser';

const read = (text, locale) => parser.fromString(text, locale).toISOString().slice(0, 10);
for (const [text, locale, expected] of [
  ['2 เมษายน 2568', 'th-TH', '2025-04-02'],
  ['2 เม.ย. 2568', 'th-TH', '2025-04-02'],
  ['2/4/2568', 'th-TH', '2025-04-02'],
  ['2 เม.ย. 68', 'th-TH', '1425-04-02'],
  ['2/4/68', 'th-TH', '1425-04-02'],
  ['2 เม.ย. 10', 'th-TH', '1467-04-02'],
  ['2025-04-02', 'th-TH', '1482-04-02'],
  ['2025-04-02T09:00:00Z', 'th-TH', '1482-04-02'],
  ['2025-04-02', 'en-GB', '2025-04-02'],
]) {
  console.log(text.padEnd(20), locale, read(text, locale));
  assert.equal(read(text, locale), expected);
}
JS
TZ=UTC node run.mjs
