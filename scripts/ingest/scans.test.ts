import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { greyPicture } from '#core/scan/testing/drawn.ts';
import { madeScan } from '#store/document/testing/made-scan.ts';
import type { PageReaders } from '#store/scan/read-page.ts';
import {
  CIRCULAR,
  DRAWN_PAGE,
  drawnFile,
  drawnPage,
  drawnReaders,
} from '#store/scan/testing/drawn-letter.ts';
import { EXIT, runCommand } from '../lib/command.ts';
import { ingestWith } from './command.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-scans-'));
  await mkdir(join(root, 'content'), { recursive: true });
  await cp('content/registry', join(root, 'content/registry'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const run = async (args: string[], readers: PageReaders = drawnReaders(CIRCULAR)) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(
    ingestWith(async () => readers),
    args,
    {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      cwd: root,
      env: {},
      stdin: (async function* () {})(),
      today: '2026-11-21',
    },
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
};

const put = (name: string, bytes: Uint8Array) => writeFile(join(root, name), bytes);
const page = drawnPage(CIRCULAR);
const blank = greyPicture(DRAWN_PAGE.width, DRAWN_PAGE.height, []);
const pdf = (...pages: (typeof page)[]) =>
  madeScan(
    pages.map(({ width, height, pixels }) => ({
      width: (width * 72) / DRAWN_PAGE.density,
      height: (height * 72) / DRAWN_PAGE.density,
      picture: { width, height, grey: pixels },
    })),
  );

const written = async () => {
  const all = await readdir(join(root, 'content/circulars'), { recursive: true });
  const name = all.find((one) => one.endsWith('index.mdx')) as string;
  const text = await readFile(join(root, 'content/circulars', name), 'utf8');
  return { files: all.map((one) => one.replace(/.*\//, '')), text };
};

describe('npm run ingest with scans', () => {
  it.each(['tiff'] as const)('reads a %s', async (format) => {
    await put(`scan.${format}`, await drawnFile(page, format));
    const { code, out } = await run([`scan.${format}`, '--dry-run']);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('มท 0808.3/ว 17382');
    expect(out).toContain('2026-08-05');
    expect(out).toContain('Personal data taken out: 1.');
    expect(out).toContain('new draft: content/circulars/2569/');
  });

  it('keeps the pages, blacked out, as the file of the letter, and where its fields stand', async () => {
    await put('scan.pdf', pdf(page, blank));
    const { code, out } = await run(['scan.pdf', '--keep-file']);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('note: scan.pdf: page 2 has no ink');
    expect(out).toContain('personal data was blacked out in 1 place');
    const { files, text } = await written();
    expect(files).toContain('letter.pdf');
    expect(text).toMatch(/sheets: 1\n {2}seen:\n/);
    expect(text).toMatch(/field: letter\.number\n {6}sheet: 1\n {6}box:/);
  });

  it('offers both readings of a number that they do not agree on', async () => {
    await put('scan.png', await drawnFile(page, 'png'));
    const second = { 'ที่ มท ๐๘๐๘.๓/ว ๑๗๓๘๒': 'ที่ มท ๐๘๐๘.๓/ว ๑๗๓๘๗' };
    const { out } = await run(['scan.png'], drawnReaders(CIRCULAR, second));
    expect(out).toMatch(/\? number .*\n +two readings of the scan differ: .*๑๗๓๘๒; .*๑๗๓๘๗/);
    const { text } = await written();
    expect(text).toMatch(/number:\n {4}value: มท 0808.3\/ว 17382\n {4}doubt: unclear/);
    expect(text).toContain('๑๗๓๘๗');
  });

  it('takes pictures of a folder for pages, whichever way each lies', async () => {
    await mkdir(join(root, 'in'));
    await put('in/1.png', await drawnFile(drawnPage(CIRCULAR.slice(0, 7), CIRCULAR), 'png'));
    await put('in/2.png', await drawnFile(drawnPage(CIRCULAR.slice(7), CIRCULAR), 'png'));
    const { code, out } = await run(['in', '--dry-run']);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('2/2 in/1.png and 1 more: read, 1 letter');
    expect(out).toContain('อธิบดีกรมส่งเสริมการปกครองท้องถิ่น');
  });

  it('goes on where a run was ended, and reads no page twice', async () => {
    await put('scan.pdf', pdf(page, page));
    const broken = drawnReaders(CIRCULAR);
    let lines = 0;
    const first = {
      ...broken.first,
      read: (line: Parameters<typeof broken.first.read>[0]) => {
        lines++;
        if (lines > CIRCULAR.length + 6) throw new Error('the power went');
        return broken.first.read(line);
      },
    };
    await expect(run(['scan.pdf'], { ...broken, first })).rejects.toThrow('the power went');
    const again = drawnReaders(CIRCULAR);
    const { code } = await run(['scan.pdf', '--dry-run'], again);
    expect(code).toBe(EXIT.ok);
    const onePage = again.count();
    expect(onePage).toBeGreaterThan(0);
    expect(onePage).toBeLessThan(3 * CIRCULAR.length);
  });

  it('reads the pages that are asked for', async () => {
    await put('scan.pdf', pdf(blank, page));
    const { out } = await run(['scan.pdf', '--pages', '2', '--dry-run']);
    expect(out).toContain('scan.pdf page 2 (1/1)');
    expect(out).toContain('scan.pdf: read, 1 letter');
    expect((await run(['scan.pdf', '--pages', '2-1'])).code).toBe(EXIT.usage);
  });

  it('says of a page that is cut off what is missing, and doubts what was read there', async () => {
    // All is moved to the left until the first letter of each line lacks a part.
    const pixels = new Uint8Array(page.pixels.length).fill(240);
    for (let y = 0; y < page.height; y++) {
      const row = page.pixels.subarray(y * page.width + 96, (y + 1) * page.width);
      pixels.set(row, y * page.width);
    }
    const cut = { ...page, pixels };
    await put('cut.png', await drawnFile(cut, 'png'));
    const { out } = await run(['cut.png', '--dry-run']);
    expect(out).toMatch(/note: cut\.png: page 1 is cut off at its left side: \d+ of its lines/);
    expect(out).toMatch(/\? subject .*\n +the page is cut off there/);
  });

  it('says of pictures that are no letter why nothing comes of them, and reads the rest', async () => {
    await put('note.pdf', pdf(drawnPage(CIRCULAR.slice(6, 9), CIRCULAR)));
    await put(
      'photo.pdf',
      pdf(greyPicture(1510, 1510, [{ left: 200, top: 300, right: 900, bottom: 1100 }])),
    );
    await put('good.pdf', pdf(page));
    const { code, out, err } = await run(['note.pdf', 'photo.pdf', 'good.pdf', '--dry-run']);
    expect(code).toBe(EXIT.failed);
    expect(err).toContain('no letter was found in it');
    expect(err).toMatch(/photo\.pdf/);
    expect(out).toContain('note: photo.pdf: page 1 shows no writing');
    expect(out).toContain('good.pdf: read, 1 letter');
  });

  it('goes on beyond pages that cannot be drawn, and names each', async () => {
    const { width, height } = DRAWN_PAGE;
    const packed = Buffer.from('\xff\xd8\xff\xe0', 'latin1');
    const dictionary = '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode';
    const good = { width: 362.4, height: 362.4, picture: { width, height, grey: page.pixels } };
    const bad = { ...good, picture: { width, height, packed, dictionary } };
    await put('some.pdf', madeScan([bad, good, bad]));
    const { code, out, err } = await run(['some.pdf', '--dry-run']);
    expect(code).toBe(EXIT.failed);
    expect(err).toMatch(/some\.pdf.*page 1/);
    expect(err).toMatch(/some\.pdf.*page 3/);
    expect(out).toContain('some.pdf: read, 1 letter');
  });

  it('reads 300 pages with as many looks at the file', async () => {
    const small = greyPicture(60, 60, []);
    const many = Array.from({ length: 300 }, () => ({
      width: 60,
      height: 60,
      picture: { width: small.width, height: small.height, grey: small.pixels },
    }));
    await put('many.pdf', madeScan(many));
    const { out } = await run(['many.pdf', '--dry-run']);
    expect(out).toContain('many.pdf page 300 (300/300): no ink');
    expect(out).toContain('page 150 has no ink');
  });

  it('refuses a PDF that is locked with a password, and reads the rest', async () => {
    const locked = await PDFDocument.load(pdf(page));
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    await put('locked.pdf', await locked.save());
    await put('good.pdf', pdf(page));
    const { code, out, err } = await run(['locked.pdf', 'good.pdf', '--dry-run']);
    expect(code).toBe(EXIT.failed);
    expect(err).toMatch(/locked\.pdf: the PDF is locked with a password/);
    expect(err).toContain('Save a copy without the password');
    expect(out).toContain('good.pdf: read, 1 letter');
  });

  it.each([
    ['a photo in HEIC', 'a.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 'HEIC'],
    [
      'a picture that was cut short',
      'a.png',
      Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
      'cannot be opened',
    ],
  ])('refuses %s with a reason, and reads the rest', async (_, name, bytes, reason) => {
    await put(name, bytes);
    await put('good.pdf', pdf(page));
    const { code, out, err } = await run([name, 'good.pdf', '--dry-run']);
    expect(code).toBe(EXIT.failed);
    expect(err).toContain(reason);
    expect(out).toContain('good.pdf: read, 1 letter');
  });
});
