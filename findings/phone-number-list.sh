#!/bin/sh
# libphonenumber-js 1.13.16 finds one number in a list of two with a comma: the second becomes an extension "080" of the first.
#
# An extension may stand behind a comma ("650 253 0000, 12"), as phones dial a pause for it. Thai letters give several numbers
# with commas, and findPhoneNumbersInText() takes what the next one has before its first space or hyphen (0, 02, 080) for an
# extension. "080-000-0000, 080-000-0000" is one number with extension 080; of "0 2000 0000, 0 2000 0001" the
# first has the extension 0. Without the comma, or with a slash or และ (and), both are found. Good engineers would expect a comma
# to separate, and no digits of a number to be cut off: a check for personal data misses every second mobile number, and a link
# to call dials on into the menu. Cut the text at commas before asking. The numbers are made up. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact libphonenumber-js@1.13.16 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';

const find = (text) =>
  findPhoneNumbersInText(text, 'TH').map(({ number: { number, ext } }) => (ext === undefined ? number : `${number};ext=${ext}`));
const [mobile, office] = ['+66800000000', '+6620000000'];
for (const [text, expected] of [
  ['โทร. 080-000-0000, 080-000-0000', [`${mobile};ext=080`]],
  ['โทร. 080-000-0000,080-000-0000', [`${mobile};ext=080`]],
  ['โทร. 0 2000 0000, 080 000 0000', [`${office};ext=080`]],
  ['โทร. 02-000-0000, 02-000-0000', [`${office};ext=02`]],
  ['โทร. 0 2000 0000, 0 2000 0000', [`${office};ext=0`, office]],
  ['โทร. 080-000-0000 / 080-000-0000', [mobile, mobile]],
  ['โทร. 0 2000 0000 และ 080-000-0000', [office, mobile]],
]) {
  console.log(text, '->', find(text).join(' '));
  assert.deepEqual(find(text), expected);
}
assert.deepEqual('โทร. 080-000-0000, 080-000-0000'.split(',').flatMap(find), [mobile, mobile]);
JS
node run.mjs
