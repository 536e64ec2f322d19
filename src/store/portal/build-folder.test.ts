import { existsSync, statSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUILD_MARKER, buildAside, requireFinishedBuild } from './build-folder.ts';
import { writeKeptFiles } from './kept-files.ts';
import { markPortal } from './portal-mark.ts';

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

  it.skipIf(process.platform === 'win32')('is seen through a link that may be moved', async () => {
    await buildAside(target, scratch, writePage('one'));
    expect(await readlink(target)).toBe('.portals/2');
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
      expect((await readdir(root)).sort()).toEqual(['.cache', '.portals']);
      return {};
    });
  });

  it('refuses a second build at the same time, and says whose it is', async () => {
    await buildAside(target, scratch, async () => {
      await expect(buildAside(target, scratch, writePage('two'))).rejects.toThrow(
        [
          `another build of this project is under way (process ${process.pid})`,
          '  why: Two builds at a time would write over each other.',
          '  fix: Wait until it is done, or end that process, and run this again.',
        ].join('\n'),
      );
      return {};
    });
  });

  it('goes on after a build that was killed', async () => {
    await mkdir(join(root, '.portals/next'), { recursive: true });
    await writeFile(join(root, '.portals/next/half.html'), '');
    await mkdir(scratch);
    await writeFile(join(scratch, 'build.lock'), '999999999');
    await buildAside(target, scratch, writePage('one'));
    expect((await readdir(target)).sort()).toEqual([BUILD_MARKER, 'index.html']);
  });
});

describe('a build that keeps files of the one before', () => {
  const ID = 'first';
  const KEPT = {
    formerId: ID,
    kept: ['a/index.html'],
    gone: ['b/index.html'],
    apart: [],
  };
  const page = async (folder: string, name: string, text: string) => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'index.html'), text);
  };
  const first = async (folder: string) => {
    for (const name of ['a', 'b', 'c']) await page(folder, name, `${name} of the first`);
    await markPortal(folder, { id: ID, pages: 3 });
    return { build: 'first' };
  };
  const second = async (folder: string) => {
    await page(folder, 'c', 'c of the second');
    await page(folder, 'd', 'd of the second');
    await markPortal(folder, { id: 'second', pages: 3 });
    await writeKeptFiles(folder, KEPT);
    return { build: 'second' };
  };
  const texts = async () => {
    const names = (await readdir(target)).filter((name) => !name.startsWith('.')).sort();
    return Promise.all(names.map((name) => readFile(join(target, name, 'index.html'), 'utf8')));
  };
  const SECOND = ['a of the first', 'c of the second', 'd of the second'];

  it('has them beside its own, and none that it does without', async () => {
    await buildAside(target, scratch, first);
    await buildAside(target, scratch, second);
    expect(await texts()).toEqual(SECOND);
    expect(await readFile(join(target, BUILD_MARKER), 'utf8')).toBe('{"build":"second"}\n');
    expect(await readdir(scratch)).toEqual([]);
  });

  it('changes nothing when its work fails', async () => {
    await buildAside(target, scratch, first);
    const failing = buildAside(target, scratch, async (folder) => {
      await second(folder);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await texts()).toEqual(['a of the first', 'b of the first', 'c of the first']);
    await requireFinishedBuild(target, 'dist');
  });

  it('keeps the portal before, and makes the next but one of it', async () => {
    const portals = join(root, '.portals');
    await buildAside(target, scratch, first);
    const before = await realpath(target);
    await buildAside(target, scratch, second);
    expect(await readFile(join(before, 'b/index.html'), 'utf8')).toBe('b of the first');
    const [kept, same] = [before, target].map((folder) => statSync(join(folder, 'a/index.html')));
    expect(kept?.ino).toBe(same?.ino);
    await buildAside(target, scratch, async (folder) => {
      await page(folder, 'c', 'c of the third');
      await markPortal(folder, { id: 'third', pages: 2 });
      await writeKeptFiles(folder, { ...KEPT, formerId: 'second', gone: ['d/index.html'] });
      return {};
    });
    expect(await texts()).toEqual(['a of the first', 'c of the third']);
    expect(existsSync(before)).toBe(false);
    expect((await readdir(portals)).filter((name) => /^\d+$/.test(name))).toHaveLength(2);
  });

  it.each<[what: string, change: () => Promise<unknown>]>([
    ['taken away', () => rm(target, { recursive: true })],
    ['exchanged', () => markPortal(target, { id: 'another', pages: 1 })],
  ])('fails loudly when the one before is %s meanwhile', async (_, change) => {
    await buildAside(target, scratch, first);
    const failing = buildAside(target, scratch, async (folder) => {
      await change();
      return second(folder);
    });
    await expect(failing).rejects.toThrow(
      [
        'dist/: the portal was changed or taken away while a new one was being built from it',
        '  why: The new one keeps most files of the old one.',
        '  fix: Leave dist/ alone, and run npm run build again.',
      ].join('\n'),
    );
  });
});

describe('what stands in the place of the portal', () => {
  it.each<[what: string, put: () => Promise<void>, said: string]>([
    ['a link to elsewhere', () => symlink(tmpdir(), target), 'it is a link that no build has made'],
    ['a file', () => writeFile(target, 'text'), 'it is a file'],
  ])('is left as it is where it is %s', async (_, put, said) => {
    await put();
    await expect(buildAside(target, scratch, writePage('one'))).rejects.toThrow(`dist/: ${said}`);
    expect((await readdir(root)).sort()).toEqual(['.cache', 'dist']);
  });

  it('is replaced where it is a link to a portal that is gone', async () => {
    await buildAside(target, scratch, writePage('one'));
    await rm(join(root, '.portals'), { recursive: true });
    await buildAside(target, scratch, writePage('two'));
    expect(await readFile(join(target, 'index.html'), 'utf8')).toBe('two');
  });

  it('is made anew where somebody has taken it away, and the portals that it led to go', async () => {
    await buildAside(target, scratch, writePage('one'));
    await buildAside(target, scratch, writePage('two'));
    await rm(target);
    await buildAside(target, scratch, writePage('three'));
    expect(await readFile(join(target, 'index.html'), 'utf8')).toBe('three');
    expect(await readdir(join(root, '.portals'))).toHaveLength(1);
  });

  it('becomes a link where an older version has left a folder, which is kept', async () => {
    await mkdir(target);
    await writePage('zero')(target);
    await buildAside(target, scratch, writePage('one'));
    const names = await readdir(join(root, '.portals'));
    const texts = names
      .sort()
      .map((name) => readFile(join(root, '.portals', name, 'index.html'), 'utf8'));
    expect(await Promise.all(texts)).toEqual(['zero', 'one']);
  });
});

describe('requireFinishedBuild', () => {
  it('says what to do where there is none', async () => {
    await mkdir(target);
    await writeFile(join(target, 'index.html'), '');
    await expect(requireFinishedBuild(target, 'dist')).rejects.toThrow(
      [
        'dist: the folder holds no finished build',
        '  why: Nothing has been built yet, or another program wrote there.',
        '  fix: Run npm run build, or npm start without --no-build.',
      ].join('\n'),
    );
  });

  it('is content with a finished one', async () => {
    await buildAside(target, scratch, writePage('one'));
    await requireFinishedBuild(target, 'dist');
  });
});
