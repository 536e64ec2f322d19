import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '#core/problem.ts';
import { readContentText, refuseLinks, replaceContentFile } from './content-file.ts';

const FILE = 'content/news/page.mdx';
let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'wian-links-')));
  mkdirSync(join(root, 'content/news'), { recursive: true });
  mkdirSync(join(root, 'outside'));
  writeFileSync(join(root, 'outside/page.mdx'), 'outside');
  writeFileSync(join(root, 'content/news/other.mdx'), 'other');
});
afterEach(() => rmSync(root, { recursive: true }));

const link = (target: string, path: string): void => {
  rmSync(join(root, path), { recursive: true, force: true });
  symlinkSync(target, join(root, path));
};

/** Links on the way to FILE, each with the path of the link and how its target is named. */
const LINKS: readonly (readonly [string, make: () => void, path: string, named: string])[] = [
  [
    'to a file outside',
    () => link('../../outside/page.mdx', FILE),
    FILE,
    '"../../outside/page.mdx", outside of content/',
  ],
  [
    'to an absolute path',
    () => link(join(root, 'outside/page.mdx'), FILE),
    FILE,
    '/outside/page.mdx", outside of content/',
  ],
  ['to a file of the system', () => link('/dev/null', FILE), FILE, '"/dev/null", outside of'],
  ['to a file within content', () => link('other.mdx', FILE), FILE, '"other.mdx":'],
  ['to nothing', () => link('none.mdx', FILE), FILE, '"none.mdx", where nothing can be read'],
  ['to itself', () => link('page.mdx', FILE), FILE, '"page.mdx", which leads in a circle'],
  ['to a folder', () => link('../../outside', FILE), FILE, '"../../outside", outside of'],
  [
    'in the place of a folder on the way',
    () => link('../outside', 'content/news'),
    'content/news',
    '"../outside", outside of content/',
  ],
  [
    'in the place of content',
    () => link('outside', 'content'),
    'content',
    '"outside", outside of content/',
  ],
];

describe.each(LINKS)('a link %s', (_, make, path, named) => {
  const refusal = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof ProblemError) return error.message;
      throw error;
    }
    return 'nothing refused';
  };

  it('is neither read nor written through', () => {
    make();
    const first = `${path}: this is a symbolic link to `;
    for (const act of [
      () => readContentText(root, FILE),
      () => refuseLinks(root, FILE),
      () => replaceContentFile(root, FILE, 'changed'),
    ]) {
      const message = refusal(act);
      expect(message.startsWith(first)).toBe(true);
      expect(`${message.split('\n')[0]}:`).toContain(named);
      expect(message).toMatch(/\n {2}why: .+\n {2}fix: .+/);
    }
    expect(readFileSync(join(root, 'outside/page.mdx'), 'utf8')).toBe('outside');
  });
});

it('reads a file, and says where there is none', () => {
  expect(readContentText(root, 'content/news/other.mdx')).toBe('other');
  expect(readContentText(root, FILE)).toBe(null);
  expect(readContentText(root, 'content/none/none.mdx')).toBe(null);
});

it('writes a file that is not there yet', () => {
  replaceContentFile(root, FILE, 'new');
  expect(readContentText(root, FILE)).toBe('new');
});

it('refuses a folder in the place of a file', () => {
  mkdirSync(join(root, FILE));
  expect(() => readContentText(root, FILE)).toThrow(`${FILE}: this is a folder`);
});

// Node makes no pipes, and a bare system has no program for it.
const { status: canMakePipes } = spawnSync('mkfifo', ['--version']);

it.skipIf(canMakePipes !== 0)('does not wait for a named pipe', () => {
  execFileSync('mkfifo', [join(root, FILE)]);
  expect(() => readContentText(root, FILE)).toThrow(`${FILE}: this is a named pipe`);
});

it.skipIf(process.platform === 'win32')('takes no socket for a file', async () => {
  const server = createServer().listen(join(root, FILE));
  await once(server, 'listening');
  try {
    expect(() => readContentText(root, FILE)).toThrow(`${FILE}: this is a socket`);
  } finally {
    server.close();
  }
});

it('takes no path that leads out of its folder', () => {
  expect(() => refuseLinks(root, 'content/../outside/page.mdx')).toThrow(RangeError);
});
