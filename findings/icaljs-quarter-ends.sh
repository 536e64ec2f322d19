#!/bin/sh
# ical.js 2.2.1 puts "the last day of March, June, September and December" on 1 July and 1 October from the second year on.
#
# FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 is the last day of each of these months (RFC 5545, 3.3.10: -1 is the last day of
# the month). The iterator counts the -1 by the number of days of another month of the list: the first year is right, then come
# 1 July, 1 October and, with BYMONTH=3,9, 30 March for 31 March. With FREQ=MONTHLY the same rule is right, as is rrule 2.8.1
# with either. Good engineers would expect a rule that began well to go on so; here the end of a quarter or of half of the
# fiscal year, by which offices report, is a day late or early, and nothing looks wrong. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact ical.js@2.2.1 rrule@2.8.1 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import rrule from 'rrule';

const byIcal = (start, rule) => {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  const days = [];
  for (let day = iterator.next(); day; day = iterator.next()) days.push(day.toString());
  return days;
};
const byRrule = (start, rule) =>
  rrule.rrulestr(`DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${rule}`).all()
    .map((day) => day.toISOString().slice(0, 10));
const lastOf = (day) => new Date(Date.UTC(day.slice(0, 4), day.slice(5, 7), 0)).toISOString().slice(0, 10);

const wrong = {};
for (const [start, rule] of [
  ['2025-03-31', 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1;COUNT=8'],
  ['2025-03-31', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1;COUNT=8'],
  ['2025-03-31', 'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1;COUNT=4'],
]) {
  const [ical, other] = [byIcal(start, rule), byRrule(start, rule)];
  assert.ok(other.every((day) => day === lastOf(day)), 'rrule gives the last days');
  wrong[rule.replace(/;BYMONTHDAY.*/, '')] = ical.filter((day) => day !== lastOf(day));
  console.log(`${rule}\n  ical.js ${ical.join(' ')}\n  rrule   ${other.join(' ')}`);
}
assert.deepEqual(wrong, {
  'FREQ=MONTHLY;BYMONTH=3,6,9,12': [],
  'FREQ=YEARLY;BYMONTH=3,6,9,12': ['2026-07-01', '2026-10-01'],
  'FREQ=YEARLY;BYMONTH=3,9': ['2026-03-30'],
});
JS
node run.mjs
