#!/bin/sh
# node-stream-zip 1.16.0 unpacks one file of three whose Thai names stand in windows-874 with their Unicode path beside them.
#
# A name in an old character set may have its UTF-8 form in an extra field, which goes before it (PKWARE APPNOTE 4.6.9, field
# 0x7075). node-stream-zip decodes the old bytes as UTF-8 instead; each Thai letter that is none becomes U+FFFD, so that "ผนวก ก.pdf"
# and "ผนวก ข.pdf" get one name, under which it keeps only the last. entries() and extract() say nothing, while entriesCount is
# 3. JSZip 3.10.1, which wrote the file, reads all three. Good engineers would expect unreadable names at worst, and as many
# files as the archive has: annexes of a letter are missing, and nobody is told. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact \
  node-stream-zip@1.16.0 jszip@3.10.1 iconv-lite@0.7.3 >>npm.log 2>&1 || { cat npm.log; exit 1; }

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import StreamZip from 'node-stream-zip';

const names = ['ผนวก ก.pdf', 'ผนวก ข.pdf', 'ผนวก ค.pdf'];
const made = new JSZip();
for (const name of names) made.file(name, `text of ${name}`);
// JSZip adds the Unicode path where a name is not written in UTF-8.
const bytes = await made.generateAsync({ type: 'nodebuffer', encodeFileName: (name) => iconv.encode(name, 'windows-874') });
assert.equal(bytes.toString('latin1').split('up').length - 1, 6, 'each name has its Unicode path, at its file and in the directory');
writeFileSync('letter.zip', bytes);

const read = await JSZip.loadAsync(bytes);
console.log('JSZip          ', Object.keys(read.files));
assert.deepEqual(Object.keys(read.files), names);

const zip = new StreamZip.async({ file: 'letter.zip' });
mkdirSync('out');
const [entries, count, unpacked] = [Object.keys(await zip.entries()), await zip.entriesCount, await zip.extract(null, 'out')];
await zip.close();
console.log('node-stream-zip', entries, `entriesCount ${count}, unpacked ${unpacked}`, readdirSync('out'));
assert.equal(count, 3);
assert.deepEqual([entries.length, unpacked, readdirSync('out').length], [1, 1, 1]);
JS
node run.mjs
