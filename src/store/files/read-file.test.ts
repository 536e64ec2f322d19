import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBytes, readBytesNow, readText, readTextNow } from './read-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wian-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['readBytes', readBytes],
  ['readText', readText],
  ['readBytesNow', async (path: string) => readBytesNow(path)],
  ['readTextNow', async (path: string) => readTextNow(path)],
])('names the file that the system refuses to read: %s', async (_, read) => {
  await expect(read(folder)).rejects.toMatchObject({ code: 'EISDIR', path: folder });
  const absent = join(folder, 'absent');
  await expect(read(absent)).rejects.toMatchObject({ code: 'ENOENT', path: absent });
});
