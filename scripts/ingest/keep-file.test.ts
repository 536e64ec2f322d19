import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { circular } from '#schema/circular.ts';
import { readPage } from '#store/content/page-file.ts';
import { SECRETS } from '#store/document/testing/files-with-metadata.ts';
import { madeScan } from '#store/document/testing/made-scan.ts';
import { letterText, makeLetter } from '../letters/generate.ts';
import { EXIT } from '../lib/command.ts';
import { seededRandom } from '../lib/random.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { ingest } from './command.ts';

const LETTER = fileURLToPath(
  new URL('../../src/store/document/fixtures/pdf/chromium-156-sarabun.pdf', import.meta.url),
);
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-keep-'));
  await mkdir(join(root, 'content'), { recursive: true });
  await cp('content/registry', join(root, 'content/registry'), { recursive: true });
  await copyFile(LETTER, join(root, 'letter-of-april.pdf'));
  await writeFile(join(root, 'letter.txt'), letterText(makeLetter(seededRandom(7)).lines));
  await writeFile(join(root, 'scan.pdf'), madeScan([{}, {}]));
});
afterEach(() => rm(root, { recursive: true }));

const run = async (...args: string[]) => {
  const { code, out, err } = await recordedRun(ingest, args, { cwd: root, today: '2026-11-28' });
  return { code, out: out.join('\n'), err: err.join('\n') };
};
const folder = async (): Promise<string> => {
  const all = await readdir(join(root, 'content'), { recursive: true });
  const page = all.find((name) => name.endsWith('index.mdx')) ?? '';
  return join(root, 'content', page, '..');
};
const fieldsOf = async () => {
  const text = await readFile(join(await folder(), 'index.mdx'), 'utf8');
  return readPage(text, 'index.mdx').frontMatter.data as Record<string, unknown>;
};
const written = async (): Promise<boolean> =>
  (await readdir(join(root, 'content'))).includes('circulars');

describe('--keep-file', () => {
  it('says on a dry run what it would keep, and writes nothing', async () => {
    const { code, out } = await run('letter-of-april.pdf', '--keep-file', '--dry-run');
    expect(code).toBe(EXIT.ok);
    expect(out).toMatch(
      /file of the letter: letter-of-april\.pdf -> letter\.pdf \(\d+ pages?, \d+ kB\)/,
    );
    expect(await written()).toBe(false);
  });

  const withAuthor = async (): Promise<void> => {
    const document = await PDFDocument.load(await readFile(LETTER));
    document.setAuthor('Somchai Made-Up');
    await writeFile(join(root, 'letter-of-april.pdf'), await document.save());
  };

  it('takes out of it who made it', async () => {
    await withAuthor();
    const { code, out } = await run('letter-of-april.pdf', '--keep-file');
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('metadata taken out: Info /Author');
    const kept = await PDFDocument.load(await readFile(join(await folder(), 'letter.pdf')));
    expect(kept.getAuthor()).toBeUndefined();
    expect((await fieldsOf()).letterFile).not.toHaveProperty('keepMetadata');
  });

  it('leaves that in where it is asked to', async () => {
    await withAuthor();
    const { code } = await run('letter-of-april.pdf', '--keep-file', '--keep-metadata');
    expect(code).toBe(EXIT.ok);
    const kept = await PDFDocument.load(await readFile(join(await folder(), 'letter.pdf')));
    expect(kept.getAuthor()).toBe('Somchai Made-Up');
    expect((await fieldsOf()).letterFile).toHaveProperty('keepMetadata', true);
  });

  it('puts the PDF beside the draft, with size, digest and pages', async () => {
    const { code } = await run('letter-of-april.pdf', '--keep-file');
    expect(code).toBe(EXIT.ok);
    const bytes = await readFile(join(await folder(), 'letter.pdf'));
    expect(Buffer.compare(bytes, await readFile(LETTER))).toBe(0);
    const fields = await fieldsOf();
    expect(fields.letterFile).toEqual({
      file: 'letter.pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sheets: 1,
    });
    expect(circular.safeParse(fields).error?.issues ?? []).toEqual([]);
    const names = Object.keys(fields);
    expect(names.indexOf('letterFile')).toBe(names.indexOf('letter') + 1);
  });

  it('adds nothing twice, and refuses another file where there is one', async () => {
    await run('letter-of-april.pdf', '--keep-file');
    const before = await fieldsOf();
    expect((await run('letter-of-april.pdf', '--keep-file')).code).toBe(EXIT.ok);
    expect(await fieldsOf()).toEqual(before);
    const { code, err } = await run('letter-of-april.pdf', '--letter-file', 'scan.pdf');
    expect(code).toBe(EXIT.failed);
    expect(err).toContain('has another file of the letter already (letter.pdf)');
  });

  it('leaves the file out where the letter is no PDF, and says so', async () => {
    const { code, err } = await run('letter.txt', '--keep-file');
    expect(code).toBe(EXIT.failed);
    expect(err).toContain('letter.txt: it is no PDF');
    expect(await fieldsOf()).not.toHaveProperty('letterFile');
  });
});

describe('--letter-file', () => {
  it('keeps the scan of a letter that was given as text, and says that nothing was looked for in it', async () => {
    const { code, out } = await run('letter.txt', '--letter-file', 'scan.pdf');
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('note: 2 of 2 pages without a text layer');
    expect((await fieldsOf()).letterFile).toMatchObject({ file: 'letter.pdf', sheets: 2 });
  });

  it('adds it to a circular that the portal has, and leaves all else as the editor wrote it', async () => {
    await run('letter.txt');
    const page = join(await folder(), 'index.mdx');
    const edited = (await readFile(page, 'utf8')).replace(
      /^title: .*$/m,
      'title: ชื่อใหม่ # ของผู้แก้ไข',
    );
    await writeFile(page, edited);
    const { out } = await run('letter.txt', '--letter-file', 'scan.pdf');
    expect(out).toMatch(/file of the letter added to content\/circulars\/.*: letter\.pdf/);
    const after = await readFile(page, 'utf8');
    expect(after).toContain('title: ชื่อใหม่ # ของผู้แก้ไข');
    const lines = edited.split('\n').filter((line) => !after.split('\n').includes(line));
    expect(lines).toEqual([]);
  });

  it.each([
    [
      'personal data',
      'Call 080-000-0000 for more, or ask at the front desk',
      'personal data stands within it (mobile)',
    ],
    ['a class of secrecy', 'TOP SECRET', 'a line of this document is a mark of secrecy'],
  ])('refuses a file with %s', async (_, text, message) => {
    await writeFile(join(root, 'bad.pdf'), madeScan([{ text }]));
    const { code, err } = await run('letter.txt', '--letter-file', 'bad.pdf');
    expect(code).toBe(EXIT.failed);
    expect(err).toContain(`bad.pdf`);
    expect(err).toContain(message);
    expect(err).not.toContain('080');
    expect(await readdir(await folder())).not.toContain('letter.pdf');
  });

  it.each(Object.entries(SECRETS).filter(([name]) => name.endsWith('PDF')))(
    'refuses a file with %s that is marked as secret',
    async (_, make) => {
      await writeFile(join(root, 'bad.pdf'), await make());
      const { code, err } = await run('letter.txt', '--letter-file', 'bad.pdf');
      expect(code).toBe(EXIT.failed);
      expect(err).toMatch(/bad\.pdf letter\.secrecy: .*is a mark of secrecy.*\(annex\./);
      expect(await readdir(await folder())).not.toContain('letter.pdf');
    },
  );

  it.each([
    [['letter.txt', '--letter-file', 'none.pdf'], EXIT.failed, 'none.pdf'],
    [['letter.txt', '--keep-file', '--letter-file', 'scan.pdf'], EXIT.usage, 'Give either'],
    [
      ['letter.txt', 'letter-of-april.pdf', '--letter-file', 'scan.pdf'],
      EXIT.usage,
      'for one circular',
    ],
  ])('refuses %j', async (args, code, message) => {
    const result = await run(...args);
    expect(result.code).toBe(code);
    expect(result.err).toContain(message);
    expect(await written()).toBe(false);
  });
});
