import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRegister } from '#store/register/read-register.ts';
import type { RegisterSheet } from '#store/register/register-file.ts';
import { fileVersion, readSteady, requireVersion } from './steady-file.ts';

let root = '';
let path = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-steady-'));
  path = join(root, 'register.csv');
});
afterEach(() => rmSync(root, { recursive: true }));

const replaceBy = (text: string): void => {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
};

/** What may become of a file while it is read. */
const CHANGES: readonly (readonly [string, () => void])[] = [
  ['is removed', () => rmSync(path)],
  ['is cut off', () => truncateSync(path, 3_000_000)],
  ['is emptied', () => truncateSync(path)],
  ['grows', () => appendFileSync(path, 'more')],
  ['is replaced by one of the same size', () => replaceBy(readFileSync(path, 'utf8'))],
  [
    'gives way to a folder',
    () => {
      rmSync(path);
      mkdirSync(path);
    },
  ],
];

const CHANGED = 'register.csv: it was changed while it was read';

it('reads a file that nobody changes', async () => {
  writeFileSync(path, 'ก');
  expect((await readSteady(path, 'register.csv')).toString()).toBe('ก');
  await requireVersion(path, await fileVersion(path), 'register.csv');
  await expect(readSteady(root, 'folder')).rejects.toThrow('EISDIR');
  expect(await fileVersion(join(root, 'none'))).toBeNull();
});

it.each(CHANGES)('knows a file that %s for another version', async (_, change) => {
  writeFileSync(path, 'x'.repeat(4_000_000));
  const version = await fileVersion(path);
  change();
  await expect(requireVersion(path, version, 'register.csv')).rejects.toThrow(CHANGED);
});

describe('a register of several parts that is read row by row', () => {
  const ROW = '12,11 มี.ค. 68,มท 0899.9/ว 11,3 มี.ค. 68,กรมตัวอย่าง,เรื่องตัวอย่าง\n';
  const readRows = async (change: () => void): Promise<number> => {
    writeFileSync(path, `เลขรับ,วันที่รับ,ที่,ลงวันที่,จาก,เรื่อง\n${ROW.repeat(30_000)}`);
    const { sheets } = await openRegister(path, 'register.csv');
    let count = 0;
    for await (const _ of (sheets as readonly [RegisterSheet])[0].rows()) {
      if (count === 0) change();
      count++;
    }
    return count;
  };

  it('has all its rows where nobody changes it', async () => {
    expect(await readRows(() => {})).toBe(30_001);
  });

  it.each(CHANGES)('is refused where it %s behind the first row', async (_, change) => {
    await expect(readRows(change)).rejects.toThrow(CHANGED);
  });
});
