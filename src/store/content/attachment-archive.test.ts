import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { zipAttachments } from './attachment-archive.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-zip-'));
  await writeFile(join(root, 'guide.pdf'), 'guide');
  await writeFile(join(root, 'old.pdf'), 'old');
});
afterEach(() => rm(root, { recursive: true }));

const sha256 = createHash('sha256').update('guide').digest('hex');
const archive = {
  folder: '',
  letterFile: null,
  attachments: [
    { title: 'คู่มือ "ฉบับใหม่"', file: 'guide.pdf', size: 5, sha256, version: '2' },
    { title: 'คู่มือ', file: 'old.pdf', size: 3, sha256: 'b', replacedBy: 'guide.pdf' },
    { title: 'แบบฟอร์ม', missing: 'มีเฉพาะใน QR Code บนหนังสือ' },
  ],
};

it('holds every file and a manifest that also names what is missing', async () => {
  const files = unzipSync(zipAttachments(root, archive));
  expect(Object.keys(files)).toEqual(['manifest.csv', 'guide.pdf', 'old.pdf']);
  expect(strFromU8(files['guide.pdf'] as Uint8Array)).toBe('guide');
  const manifest = files['manifest.csv'] as Uint8Array;
  expect([...manifest.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(strFromU8(manifest).split('\r\n')).toEqual([
    'no,title,file,bytes,sha256,date,version,replaced_by,missing',
    `1,"คู่มือ ""ฉบับใหม่""",guide.pdf,5,${sha256},,2,,`,
    '2,คู่มือ,old.pdf,3,b,,,guide.pdf,',
    '3,แบบฟอร์ม,,,,,,,มีเฉพาะใน QR Code บนหนังสือ',
    '',
  ]);
});

it('holds the letter itself, which has no number', async () => {
  const letterFile = { title: 'ตัวหนังสือ', file: 'old.pdf', size: 3, sha256: 'b' };
  const files = unzipSync(
    zipAttachments(root, {
      folder: '',
      letterFile,
      attachments: [{ title: 'ก', file: 'guide.pdf' }],
    }),
  );
  expect(Object.keys(files)).toEqual(['manifest.csv', 'guide.pdf', 'old.pdf']);
  const rows = strFromU8(files['manifest.csv'] as Uint8Array).split('\r\n');
  expect(rows.slice(1, 3)).toEqual([',ตัวหนังสือ,old.pdf,3,b,,,,', '1,ก,guide.pdf,,,,,,']);
});

it('compresses long texts, and leaves what is compressed already', async () => {
  const text = 'ก'.repeat(8000);
  await writeFile(join(root, 'long.txt'), text);
  await writeFile(join(root, 'long.PDF'), text);
  const zipOf = (file: string) =>
    zipAttachments(root, { folder: '', letterFile: null, attachments: [{ title: file, file }] });
  expect(zipOf('long.txt').length).toBeLessThan(1000);
  expect(zipOf('long.PDF').length).toBeGreaterThan(24_000);
  for (const file of ['long.txt', 'long.PDF']) {
    expect(strFromU8(unzipSync(zipOf(file))[file] as Uint8Array)).toBe(text);
  }
});

it('is the same, byte for byte, at any time and in any time zone', async () => {
  const first = zipAttachments(root, archive);
  const zone = process.env.TZ;
  process.env.TZ = 'America/New_York';
  const second = zipAttachments(root, archive);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(Buffer.compare(first, second)).toBe(0);
});
