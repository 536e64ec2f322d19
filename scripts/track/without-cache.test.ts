import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSealed } from '#store/files/cache-file.ts';
import { check } from '../check/command.ts';
import { EXIT } from '../lib/command.ts';
import { record } from './record.ts';
import { report } from './report.ts';
import { FULL, ledgerOf, useWorld } from './testing/made-up-world.ts';

const world = useWorld();

// The lock goes to the temporary folder where .cache/ cannot hold it, and stays there.
let temporary = '';
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'wian-temporary-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
});

const RECEIVED = [
  ...['dla-0899-9-w11-0303', '--kind', 'received', '--office', 'd8802', '--date', '2025-04-01'],
  ...['--number', '9', '--source', 'register:d8802'],
];

/** Ways in which a folder of .cache/ cannot be written to, also by an administrator whom no rights hold back. */
const BROKEN: readonly (readonly [string, (root: string) => void])[] = [
  ['.cache is a file', (root) => writeFileSync(join(root, '.cache'), 'a file')],
  [
    'its folders are files',
    (root) => {
      mkdirSync(join(root, '.cache'));
      for (const name of ['track', 'check']) writeFileSync(join(root, '.cache', name), 'a file');
    },
  ],
  [
    'its files are folders',
    (root) => {
      const names = [...'0123456789abcdef'].map((digit) => `check/${digit}.json`);
      for (const name of [...names, 'track/records.json', 'track/summaries-all.json']) {
        mkdirSync(join(root, '.cache', name, 'within'), { recursive: true });
      }
    },
  ],
  [
    'the file of the lock is none',
    (root) => {
      mkdirSync(join(root, '.cache'));
      writeFileSync(
        join(root, '.cache/write.lock'),
        'no database, and longer than its head '.repeat(99),
      );
    },
  ],
  [
    'the file of the lock is a folder',
    (root) => mkdirSync(join(root, '.cache/write.lock'), { recursive: true }),
  ],
];

const NOTE = /^note: the cache [^\n]+ cannot be written: [^\n]+$/;

describe.each(BROKEN)('where %s', (what, breakCache) => {
  it('a movement is recorded, and what cannot be kept is reported in a line', async () => {
    breakCache(world().root);
    const { code, out, err } = await world().run(record, ...RECEIVED);
    expect([code, out]).toEqual([EXIT.ok, expect.stringContaining('added to')]);
    expect(world().read(ledgerOf(FULL))).toMatch(/^9,received,d8802,2025-04-01,,9,.*\n$/m);
    if (what.startsWith('the file of the lock')) expect(err).toBe('');
    else expect(err).toMatch(NOTE);
  });

  it('a report and a check say the same as ever', async () => {
    const [reported, checked] = [await world().run(report), await world().run(check)];
    rmSync(join(world().root, '.cache'), { recursive: true });
    breakCache(world().root);
    for (let time = 0; time < 2; time++) {
      const again = await world().run(report);
      expect([again.code, again.out]).toEqual([reported.code, reported.out]);
      const lines = again.err.split('\n').filter((line) => !NOTE.test(line));
      expect(lines.join('\n')).toBe(reported.err);
      const twice = await world().run(check);
      expect([twice.code, twice.out]).toEqual([checked.code, checked.out]);
    }
  });
});

it.each<[what: string, damage: (bytes: Buffer) => Buffer]>([
  ['cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['flipped in one bit', (bytes) => bytes.fill((bytes[99] as number) ^ 1, 99, 100)],
  ['replaced by null', () => Buffer.from('null')],
  ['empty', () => Buffer.of()],
])('makes caches again that are %s', async (_, damage) => {
  const before = await world().run(report);
  const files = ['track/records.json', 'track/summaries-all.json'];
  const paths = files.map((name) => join(world().root, '.cache', name));
  for (const path of paths) writeFileSync(path, damage(readFileSync(path)));
  expect(paths.map(readSealed)).toEqual([null, null]);
  expect(await world().run(report)).toEqual(before);
  // Whole, but not the same: what changed a moment ago is kept by the second run only.
  expect(paths.map(readSealed)).toEqual([expect.any(Buffer), expect.any(Buffer)]);
  expect(await world().run(report)).toEqual(before);
});
