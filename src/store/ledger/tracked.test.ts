import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCircularRecords } from './tracked.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const PAGE = 'content/circulars/2568/dla-x-wx-0325/index.mdx';
const CACHE = '.cache/track/records.json';
const ID = '2568/dla-x-wx-0325';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-records-'));
  cpSync(join(project, 'content/circulars'), join(root, 'content/circulars'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const titleOf = async () =>
  (await readCircularRecords(root)).find(({ id }) => id === ID)?.circular.title;
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

it('reads the same from the cache as from the files', async () => {
  const first = await readCircularRecords(root);
  expect(readFileSync(join(root, CACHE), 'utf8')).toContain(ID);
  expect(await readCircularRecords(root)).toEqual(plain(first));
});

it('reads a page again that has changed, and forgets one that is gone', async () => {
  await readCircularRecords(root);
  const page = join(root, PAGE);
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace(/^title: .*$/m, 'title: หัวเรื่องใหม่'));
  expect(await titleOf()).toBe('หัวเรื่องใหม่');
  rmSync(join(root, `content/circulars/${ID}`), { recursive: true });
  expect(await titleOf()).toBeUndefined();
  expect(readFileSync(join(root, CACHE), 'utf8')).not.toContain(ID);
});

it('sees a change of the same size', async () => {
  const page = join(root, PAGE);
  const before = (await titleOf()) as string;
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace(before, before.replace('การ', 'งาน')));
  utimesSync(page, new Date('2020-01-01'), new Date('2020-01-01'));
  expect(await titleOf()).toBe(before.replace('การ', 'งาน'));
});

it.each(['', '{"digest":', '{"digest":"other","entries":[]}'])(
  'makes a cache anew that holds "%s"',
  async (text) => {
    await readCircularRecords(root);
    writeFileSync(join(root, CACHE), text);
    expect(await titleOf()).toBeDefined();
    expect(readFileSync(join(root, CACHE), 'utf8')).toContain(ID);
  },
);

it('tells what is wrong with a page every time', async () => {
  const page = join(root, PAGE);
  writeFileSync(page, readFileSync(page, 'utf8').replace(/^title: .*$/m, ''));
  for (let time = 0; time < 2; time++)
    await expect(readCircularRecords(root)).rejects.toThrow(PAGE);
});
