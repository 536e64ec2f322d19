import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  filesOfAttachments,
  filesToPublish,
  type PublishedFile,
  publishFiles,
} from './published-files.ts';

const HREF = '/circulars/2567/a/';
const FOLDER = 'content/circulars/2567/a';
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-files-'));
  await mkdir(join(root, FOLDER), { recursive: true });
  await writeFile(join(root, FOLDER, 'guide.pdf'), 'guide');
  await writeFile(join(root, FOLDER, 'unlisted.pdf'), 'unlisted');
});
afterEach(() => rm(root, { recursive: true }));

const files = (names: (string | undefined)[], draft = false) =>
  filesOfAttachments(
    HREF,
    FOLDER,
    names.map((file) => ({
      title: 'ก',
      file,
      sha256: createHash('sha256').update('guide').digest('hex'),
    })),
    draft,
  );

const publish = (announced: readonly PublishedFile[], pages: readonly string[] = []) =>
  publishFiles(filesToPublish(announced, new Set(pages)), root, join(root, 'dist'));

it('copies what the attachments name, once each, and nothing else', async () => {
  publish(files(['guide.pdf', undefined, 'guide.pdf']));
  expect(await readdir(join(root, 'dist', HREF))).toEqual(['guide.pdf']);
  expect(await readFile(join(root, 'dist', HREF, 'guide.pdf'), 'utf8')).toBe('guide');
});

it('copies nothing of a draft', async () => {
  publish(files(['guide.pdf'], true));
  expect(await readdir(root)).toEqual(['content']);
});

it('tells every attachment that cannot be published', async () => {
  await mkdir(join(root, 'dist', HREF), { recursive: true });
  await writeFile(join(root, 'dist', HREF, 'index.html'), 'page');
  await writeFile(join(root, FOLDER, 'index.html'), 'attachment');
  expect(() => publish(files(['index.html', 'gone.pdf']))).toThrow(
    [
      'content/circulars/2567/a/index.html: an attachment bears the name of a page of the portal',
      '  fix: Give the file another name.',
      'content/circulars/2567/a/gone.pdf: an attachment is missing',
      '  fix: Put the file there, or say under "missing" why the portal does not have it.',
    ].join('\n'),
  );
  expect(await readFile(join(root, 'dist', HREF, 'index.html'), 'utf8')).toBe('page');
});

it('tells every attachment with the name of a page that is yet to be written', () => {
  const pages = ['circulars/2567/a/index.html', 'circulars/2567/a/qr/index.html'];
  expect(() => publish(files(['guide.pdf', 'index.html', 'qr/index.html']), pages)).toThrow(
    [
      'content/circulars/2567/a/index.html: an attachment bears the name of a page of the portal',
      '  fix: Give the file another name.',
      'content/circulars/2567/a/qr/index.html: an attachment bears the name of a page of the portal',
    ].join('\n'),
  );
});

it('publishes no file that was put in the place of the one of the page', async () => {
  await writeFile(join(root, FOLDER, 'guide.pdf'), 'another');
  expect(() => publish(files(['guide.pdf']))).toThrow('not the one whose SHA-256');
  expect(await readdir(join(root, 'dist', HREF))).toEqual([]);
});

it('follows no link, though what it leads to has the digest of the page', async () => {
  await writeFile(join(root, 'secret'), 'guide');
  await rm(join(root, FOLDER, 'guide.pdf'));
  await symlink(join(root, 'secret'), join(root, FOLDER, 'guide.pdf'));
  expect(() => publish(files(['guide.pdf']))).toThrow('this is a symbolic link to');
  await rm(join(root, FOLDER), { recursive: true });
  await mkdir(join(root, 'elsewhere'));
  await writeFile(join(root, 'elsewhere/guide.pdf'), 'guide');
  await symlink(join(root, 'elsewhere'), join(root, FOLDER));
  expect(() => publish(files(['guide.pdf']))).toThrow('this is a symbolic link to');
  expect(await readdir(join(root, 'dist', HREF))).toEqual([]);
});
