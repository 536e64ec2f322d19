import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LIMITS } from '#core/check/limits.ts';
import { readContentTree } from './content-tree.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-tree-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const problemsOf = (): string[] =>
  readContentTree(root).problems.map(({ file, what }) => `${file}: ${what}`);

it('has no file where there is no content', () => {
  expect(readContentTree(root)).toEqual({ files: [], problems: [] });
});

it('reads every file with its size and digest, whatever its length', () => {
  const long = Buffer.alloc(3_000_001, 7);
  write('content/forms/a/long.pdf', long);
  write('content/forms/a/empty.pdf', '');
  write('content/forms/a/index.mdx', 'ก');
  const digest = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  expect(readContentTree(root).files).toEqual([
    {
      path: 'content/forms/a/empty.pdf',
      name: 'empty.pdf',
      size: 0,
      sha256: digest(''),
      text: null,
    },
    {
      path: 'content/forms/a/index.mdx',
      name: 'index.mdx',
      size: 3,
      sha256: digest('ก'),
      text: 'ก',
    },
    {
      path: 'content/forms/a/long.pdf',
      name: 'long.pdf',
      size: 3_000_001,
      sha256: digest(long),
      text: null,
    },
  ]);
});

it('follows no link, and goes on with the rest', () => {
  write('content/news/a.mdx', 'ก');
  write('outside/b.mdx', 'ข');
  symlinkSync(join(root, 'outside/b.mdx'), join(root, 'content/news/b.mdx'));
  symlinkSync('../../outside', join(root, 'content/news/c'));
  symlinkSync('d', join(root, 'content/news/d'));
  symlinkSync('.', join(root, 'content/news/e'));
  const { files } = readContentTree(root);
  expect(files.map(({ path, isRefused }) => [path, isRefused])).toEqual([
    ['content/news/a.mdx', undefined],
    ['content/news/b.mdx', true],
    ['content/news/c', true],
    ['content/news/d', true],
    ['content/news/e', true],
  ]);
  const found = problemsOf();
  expect(found).toHaveLength(4);
  expect(found.every((one) => one.includes(': this is a symbolic link to "'))).toBe(true);
});

it('refuses content that is a link itself', () => {
  write('outside/news/a.mdx', 'ก');
  symlinkSync('outside', join(root, 'content'));
  expect(problemsOf()).toEqual([
    'content: this is a symbolic link to "outside", outside of content/',
  ]);
});

it('passes over what systems and Git leave in folders', () => {
  for (const name of ['.DS_Store', '._a.mdx', 'Thumbs.db', 'desktop.ini', '.gitkeep']) {
    write(`content/news/${name}`, 'x');
  }
  expect(readContentTree(root)).toEqual({ files: [], problems: [] });
});

it.each([
  ['a page', 'content/news/a.mdx', LIMITS.page, '1 MB'],
  ['a YAML file', 'content/circulars/2568/a/covering-letters.yaml', LIMITS.yaml, '5 MB'],
  ['a table', 'content/circulars/2568/a/movements.csv', LIMITS.table, '50 MB'],
  ['an attachment that is text', 'content/forms/a/a.html', LIMITS.textAttachment, '20 MB'],
  ['an attachment', 'content/forms/a/a.pdf', LIMITS.attachment, '100 MB'],
])('refuses %s that is too large, unread', (what, path, limit, printed) => {
  write(path, '');
  // A hole: 3 GB that take no room on the disk, and no buffer could hold.
  truncateSync(join(root, path), 3_000_000_000);
  const { files, problems } = readContentTree(root);
  expect(files).toMatchObject([{ path, isRefused: true, text: null }]);
  expect(problems).toMatchObject([
    {
      file: path,
      what: 'the file has 3000 MB',
      why: `${what} has ${printed} at most: see docs/limits.md.`,
    },
  ]);
  truncateSync(join(root, path), limit + 1);
  expect(problemsOf()).toHaveLength(1);
});

it.skipIf(process.platform !== 'linux')('refuses a name that is no UTF-8', () => {
  mkdirSync(join(root, 'content'));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/content/`), Buffer.from([0xe0, 0xff])]), '');
  expect(problemsOf()).toEqual(['content/\uFFFD\uFFFD: the name is not written in UTF-8']);
});

it.skipIf(process.platform === 'win32')('keeps a backslash in a name apart from a folder', () => {
  write('content/news/a\\b.mdx', 'ก');
  expect(readContentTree(root).files.map(({ path }) => path)).toEqual(['content/news/a\\b.mdx']);
});

it.skipIf(process.getuid?.() === 0)('tells what may not be read', () => {
  write('content/news/a.mdx', 'ก');
  chmodSync(join(root, 'content/news/a.mdx'), 0);
  expect(problemsOf()).toEqual(['content/news/a.mdx: it may not be read']);
});
