import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile, replaceFileMeanwhile } from './replace-file.ts';
import { isUnfinished } from './unfinished.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-replace-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const path = () => join(root, 'a.csv');

const WAYS = [
  ['at once', async (to: string, text: string) => replaceFile(to, text)],
  ['meanwhile', replaceFileMeanwhile],
] as const;

it.each(WAYS)(
  'replaces a file %s, and removes what ended processes left of the same',
  async (_, replace) => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(root, `.a.csv.new-${pid}`), 'half');
    writeFileSync(join(root, `.b.csv.new-${pid}`), 'of another file');
    writeFileSync(path(), 'old');
    await replace(path(), 'new');
    expect(readFileSync(path(), 'utf8')).toBe('new');
    expect(readdirSync(root).sort()).toEqual([`.b.csv.new-${pid}`, 'a.csv']);
  },
);

it.each(WAYS)(
  'leaves nothing behind where a folder stands in its place: %s',
  async (_, replace) => {
    mkdirSync(join(path(), 'b'), { recursive: true });
    await expect(replace(path(), 'new')).rejects.toMatchObject({ code: 'EISDIR', path: path() });
    expect(readdirSync(root)).toEqual(['a.csv']);
  },
);

// A limit on the size of files is refused as a full disk is: in the midst of writing, without a path.
it.each(['replaceFile', 'replaceFileMeanwhile'])(
  'leaves the old file and nothing else where the disk takes no more: %s',
  (name) => {
    writeFileSync(path(), 'old');
    const module = new URL('replace-file.ts', import.meta.url).href;
    const script = `process.on('SIGXFSZ', () => {});
    const { ${name}: replace } = await import('${module}');
    try { await replace('${path()}', 'x'.repeat(2e6)); } catch (error) { console.log(error.code, error.path); }`;
    const { stdout } = spawnSync(
      'sh',
      [
        '-c',
        'ulimit -f 1 && exec "$0" --no-warnings --input-type=module -e "$1"',
        process.execPath,
        script,
      ],
      { encoding: 'utf8', cwd: join(import.meta.dirname, '../../..') },
    );
    expect(stdout).toBe(`EFBIG ${path()}\n`);
    expect(readFileSync(path(), 'utf8')).toBe('old');
    expect(readdirSync(root)).toEqual(['a.csv']);
  },
);

it.each([
  ['.offices.csv.new-12', true],
  ['.dla-x-wx-0101.new-9', true],
  ['offices.csv', false],
  ['offices.csv.new-12', false],
  ['.offices.csv.new-', false],
  ['.hidden', false],
])('knows by its name what is unfinished: %s', (name, expected) => {
  expect(isUnfinished(name)).toBe(expected);
});
