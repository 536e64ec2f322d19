import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUILD_MARKER, buildAside, requireFinishedBuild } from './build-folder.ts';

let root: string;
let target: string;
let scratch: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-build-'));
  target = join(root, 'dist');
  scratch = join(root, '.cache');
});
afterEach(() => rm(root, { recursive: true }));

const writePage = (text: string) => async (folder: string) => {
  await writeFile(join(folder, 'index.html'), text);
  return { pages: 1 };
};

describe('buildAside', () => {
  it('publishes what was built, with its marker', async () => {
    await buildAside(target, scratch, writePage('one'));
    expect(await readFile(join(target, 'index.html'), 'utf8')).toBe('one');
    expect(await readFile(join(target, BUILD_MARKER), 'utf8')).toBe('{"pages":1}\n');
  });

  it('leaves nothing of the build before, and nothing beside it', async () => {
    await buildAside(target, scratch, async (folder) => {
      await writeFile(join(folder, 'old.html'), '');
      return {};
    });
    await buildAside(target, scratch, writePage('two'));
    expect((await readdir(target)).sort()).toEqual([BUILD_MARKER, 'index.html']);
    expect(await readdir(scratch)).toEqual([]);
  });

  it('keeps the former build when the work fails', async () => {
    await buildAside(target, scratch, writePage('one'));
    const failing = buildAside(target, scratch, async (folder) => {
      await writePage('half')(folder);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await readFile(join(target, 'index.html'), 'utf8')).toBe('one');
    expect(await readdir(scratch)).toEqual([]);
  });

  it('never shows a build before it is whole', async () => {
    await buildAside(target, scratch, async (folder) => {
      await writePage('one')(folder);
      expect(await readdir(root)).toEqual(['.cache']);
      return {};
    });
  });

  it('refuses a second build at the same time, and says whose it is', async () => {
    await buildAside(target, scratch, async () => {
      await expect(buildAside(target, scratch, writePage('two'))).rejects.toThrow(
        [
          `(input): another build of this project is under way (process ${process.pid})`,
          '  why:  Two builds at a time would write over each other.',
          '  mend: Wait until it is done, or end that process, and run this again.',
        ].join('\n'),
      );
      return {};
    });
  });

  it('goes on after a build that was killed', async () => {
    await mkdir(join(scratch, 'next'), { recursive: true });
    await writeFile(join(scratch, 'next/half.html'), '');
    await writeFile(join(scratch, 'build.lock'), '999999999');
    await buildAside(target, scratch, writePage('one'));
    expect((await readdir(target)).sort()).toEqual([BUILD_MARKER, 'index.html']);
  });
});

describe('requireFinishedBuild', () => {
  it('says what to do where there is none', async () => {
    await mkdir(target);
    await writeFile(join(target, 'index.html'), '');
    await expect(requireFinishedBuild(target, 'dist')).rejects.toThrow(
      [
        'dist: the folder holds no finished build',
        '  why:  Nothing has been built yet, or another program wrote there.',
        '  mend: Run npm run build, or npm start without --no-build.',
      ].join('\n'),
    );
  });

  it('is content with a finished one', async () => {
    await buildAside(target, scratch, writePage('one'));
    await requireFinishedBuild(target, 'dist');
  });
});
