import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  copyAsItIs,
  disk,
  endingAfter,
  notOverLinks,
  unmovable,
  withoutLinks,
} from '../../../tests/portal/file-operations.ts';
import { BUILD_MARKER, buildAside } from './build-folder.ts';
import type { FileOperations } from './file-operations.ts';
import { listFiles, writeKeptFiles } from './kept-files.ts';
import { findBase, portalPaths } from './portal-folders.ts';
import { markPortal, readMark } from './portal-mark.ts';
import { lookAtFiles } from './touched-files.ts';

/** Texts of the pages of a portal by their files; what lies beside them is made of all of them. */
type Pages = Readonly<Record<string, string>>;

const ONE: Pages = { 'a/index.html': 'a1', b: 'b1', e: 'e1' };
const TWO: Pages = { 'a/index.html': 'a1', b: 'b2', 'e/f': 'f2' };
const THREE: Pages = { 'a/index.html': 'a1', b: 'b3', e: 'e3' };

let home = '';
/** Folder of the project, in which `dist` is. */
let root = '';
let dist = '';
/** What each build was made of, by its id. */
let built: Map<string, Pages>;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'wian-kill-'));
  root = join(home, 'project');
  await mkdir(root);
  dist = join(root, 'dist');
  built = new Map();
});
afterEach(() => rm(home, { recursive: true, force: true }));

const besideOf = (pages: Pages): Pages => {
  const all = Object.values(pages).join('-');
  return { [`search/${all}`]: all };
};

const write = async (folder: string, files: Pages): Promise<void> => {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
};

const build = (pages: Pages, whole = false, files: FileOperations = disk) =>
  buildAside(
    dist,
    join(root, '.cache'),
    async (next) => {
      const formerId = (await readMark(dist))?.id ?? '';
      const known = whole ? undefined : built.get(formerId);
      const kept = Object.keys(pages).filter((file) => known?.[file] === pages[file]);
      const made = Object.entries(pages).filter(([file]) => !kept.includes(file));
      await write(next, { ...Object.fromEntries(made), ...besideOf(pages) });
      const id = String(built.size);
      built.set(id, pages);
      await markPortal(next, { id, pages: made.length });
      if (!known) return {};
      const paths = portalPaths(dist);
      const found = await findBase(paths);
      const { apart } = lookAtFiles({
        folder: dist,
        files: kept,
        written: Number.POSITIVE_INFINITY,
        base: found && join(paths.all, found.folder),
      });
      const gone = Object.keys(known).filter((file) => !(file in pages));
      await writeKeptFiles(next, { formerId, kept, gone, apart });
      return {};
    },
    files,
  );

/** All that is served, but for the texts of marks; null where nothing is. */
const served = (): Pages | null => {
  if (!existsSync(dist)) return null;
  const texts = listFiles(dist)
    .sort()
    .map((file) => [file, file.startsWith('.') ? '' : readFileSync(join(dist, file), 'utf8')]);
  return Object.fromEntries(texts);
};

const wholeOf = (pages: Pages): Pages => {
  const marks = { [BUILD_MARKER]: '', '.wian-pages.json': '' };
  return Object.fromEntries(
    Object.entries({ ...pages, ...besideOf(pages), ...marks }).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** Makes the link what older versions have: the portal itself. */
const asRealFolder = async (): Promise<void> => {
  const folder = await realpath(dist);
  rmSync(dist);
  renameSync(folder, dist);
  rmSync(join(root, '.portals'), { recursive: true });
};

interface Change {
  readonly before: () => Promise<unknown>;
  readonly old: Pages | null;
  readonly change: (files: FileOperations) => Promise<unknown>;
  readonly real?: FileOperations;
  /** Whether nothing is served between two of the operations. */
  readonly inTwoSteps?: boolean;
}

const CHANGES: Record<string, Change> = {
  'the first portal': {
    before: async () => {},
    old: null,
    change: (files) => build(TWO, true, files),
  },
  'a whole new portal': {
    before: () => build(ONE),
    old: ONE,
    change: (files) => build(TWO, true, files),
  },
  'the first change': {
    before: () => build(ONE),
    old: ONE,
    change: (files) => build(TWO, false, files),
  },
  'a change after others': {
    before: async () => {
      await build(ONE);
      await build(TWO);
      await build(THREE);
    },
    old: THREE,
    change: (files) => build(TWO, false, files),
  },
  'a change without a base': {
    before: async () => {
      await build(ONE);
      rmSync(portalPaths(dist).baseRecord);
    },
    old: ONE,
    change: (files) => build(TWO, false, files),
  },
  'a change whose base can’t be moved': {
    before: async () => {
      await build(ONE);
      await build(THREE);
    },
    old: THREE,
    change: (files) => build(TWO, false, files),
    real: unmovable,
  },
  'a change of a folder that an older version has left': {
    before: async () => {
      await build(ONE);
      await asRealFolder();
    },
    old: ONE,
    change: (files) => build(TWO, false, files),
    inTwoSteps: true,
  },
  'a change where there are no links': {
    before: async () => {
      await build(ONE, true, withoutLinks);
      await build(TWO, false, withoutLinks);
      await build(ONE, false, withoutLinks);
    },
    old: ONE,
    change: (files) => build(TWO, false, files),
    real: withoutLinks,
    inTwoSteps: true,
  },
  'a change where no link takes the place of another': {
    before: async () => {
      await build(ONE, true, notOverLinks);
      await build(THREE, false, notOverLinks);
    },
    old: THREE,
    change: (files) => build(TWO, false, files),
    real: notOverLinks,
    inTwoSteps: true,
  },
};

/** Names beside `dist`, and among the portals: one or two whole ones, what the next is made of, and nothing else. */
const expectTidy = (portals = 2): void => {
  expect(readdirSync(root).sort()).toEqual(['.cache', '.portals', 'dist']);
  expect(readdirSync(join(root, '.cache'))).toEqual([]);
  const names = readdirSync(join(root, '.portals'));
  expect(names.filter((name) => !/^\d+$|^ready$|^base\.json$/.test(name))).toEqual([]);
  expect(names.filter((name) => /^\d+$/.test(name)).length).toBeLessThanOrEqual(portals);
};

describe('a build that ends after any of its operations', () => {
  it.each(Object.entries(CHANGES))(
    'serves the whole old portal or the whole new one: %s',
    async (_, { before, old, change, real = disk, inTwoSteps }) => {
      const allowed = [old && wholeOf(old), wholeOf(TWO), ...(inTwoSteps ? [null] : [])];
      const seen = new Set<number>();
      await before();
      const start = join(home, 'start');
      renameSync(root, start);
      for (let most = 0, hasEnded = true; hasEnded; most++) {
        copyAsItIs(start, root);
        const { files, state } = endingAfter(most, real);
        await change(files).catch((error: Error) => expect(error.message).toBe('ended'));
        hasEnded = state.ended;
        const now = served();
        expect(allowed, `after ${most} operations`).toContainEqual(now);
        seen.add(allowed.findIndex((one) => JSON.stringify(one) === JSON.stringify(now)));
        await build(THREE, false, real);
        expect(served(), `repaired after ${most} operations`).toEqual(wholeOf(THREE));
        // What can't be moved is removed by the build after.
        expectTidy(real === unmovable ? 3 : 2);
      }
      // Some of the ends came before the change of portals, and some after it.
      expect(seen.size).toBe(allowed.length);
    },
    60_000,
  );
});

it('serves one whole portal whenever its process is killed', async () => {
  const module = new URL('./build-folder.ts', import.meta.url).href;
  const source = `
    const { writeFileSync } = await import('node:fs');
    const { buildAside } = await import(${JSON.stringify(module)});
    for (let number = 0; ; number++) {
      await buildAside(${JSON.stringify(dist)}, ${JSON.stringify(join(root, '.cache'))}, async (next) => {
        for (const name of 'abcdefgh') writeFileSync(next + '/' + name, String(number));
        return {};
      });
      console.log(number);
    }`;
  for (const builds of [1, 2, 4]) {
    const child = spawn(process.execPath, ['--eval', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let left = builds;
    for await (const _ of createInterface({ input: child.stdout })) {
      left--;
      if (left === 0) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const texts = new Set([...'abcdefgh'].map((name) => readFileSync(join(dist, name), 'utf8')));
    expect(texts.size).toBe(1);
    expect(existsSync(join(dist, BUILD_MARKER))).toBe(true);
  }
  await build(ONE);
  expect(served()).toEqual(wholeOf(ONE));
  expectTidy();
});
