import qrcode from 'qrcode';
import { describe, expect, it } from 'vitest';
import type { Grey } from '#core/scan/picture.ts';
import { drawnFile, drawnPage, drawnReaders } from '#store/scan/testing/drawn-letter.ts';
import { EXIT } from '../lib/command.ts';
import { scanWith } from './scan.ts';
import { FULL, ledgerOf, useWorld } from './testing/made-up-world.ts';

const world = useWorld();

const STAMP = [
  'ที่ว่าการอำเภอสอง จังหวัดตัวอย่าง',
  'เลขรับ ๕๕',
  'วันที่ ๑๑ มี.ค. ๒๕๖๘',
  'เวลา ๐๙.๓๐ น.',
  'หนังสือฉบับนี้เป็นสำเนาตัวอย่างสำหรับการทดสอบ',
] as const;

const MODULE = 8;

/** A page with a QR code near its foot. */
const withCode = (page: Grey, text: string): Grey => {
  const { data, size } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const pixels = page.pixels.slice();
  for (let at = 0; at < size * size; at++) {
    const [x, y] = [1000 + (at % size) * MODULE, 1000 + Math.floor(at / size) * MODULE];
    for (let row = y; row < y + MODULE; row++) {
      pixels.fill(data[at] ? 20 : 240, row * page.width + x, row * page.width + x + MODULE);
    }
  }
  return { ...page, pixels };
};

const run = (...args: string[]) =>
  world().run(
    scanWith(async () => drawnReaders(STAMP, { 'เลขรับ ๕๕': 'เลขรับ ๕๘' })),
    ...args,
  );

const ROW = `9,received,d8802,2025-03-11,09:30,55,${STAMP[0]},,,,scan:copy.png,,`;

describe('track scan', () => {
  it('proposes what a stamped copy says, and records it only when it is taken', async () => {
    const { write, read, has } = world();
    write('content/circulars/short-codes.csv', `circular,code,minted\n${FULL},NHJ4P2,2025-03-04\n`);
    const page = withCode(drawnPage(STAMP), 'HTTPS://WIAN.EXAMPLE/q/NHJ4P2/#p88');
    write('in/copy.png', await drawnFile(page, 'png'));
    write('in/note.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'));
    const before = read(ledgerOf(FULL));

    const first = await run('in');
    expect(first.code).toBe(EXIT.failed);
    expect(first.err).toContain('HEIC');
    expect(first.out).toContain(
      `proposed  copy.png -> ${FULL}: d8802 received 2025-03-11 09:30 under 55`,
    );
    expect(first.out).toMatch(/two readings of the scan differ: .*๕๕.* \| .*๕๘/);
    expect(first.out).toMatch(/\n +picture: in\.rest\/copy\.png\.png\n/);
    expect(read(ledgerOf(FULL))).toBe(before);
    const rest = read('in.rest/rest.csv');
    expect(rest).toContain('copy.png,proposed,');
    expect(rest).toContain(',p88,copy.png.png');
    expect(has('in.rest/copy.png.png')).toBe(true);

    const dry = await run('in', '--take', 'copy.png', '--dry-run');
    expect(dry.out).toContain('would record 1');
    expect(dry.out).not.toContain('picture:');
    expect(read(ledgerOf(FULL))).toBe(before);

    const [proposal] = JSON.parse((await run('in', '--json')).out).proposals;
    expect(proposal).toMatchObject({ page: 1, cutOut: 'in.rest/copy.png.png' });
    expect(Object.keys(proposal.box)).toEqual(['left', 'top', 'right', 'bottom']);

    await run('in', '--take', 'copy.png');
    expect(read(ledgerOf(FULL))).toBe(`${before}${ROW}\n`);
    expect(has('in.rest/rest.csv')).toBe(false);

    const again = await run('in', '--take', 'copy.png');
    expect(again.out).toContain('recorded 0; 1 stood in the ledgers already');
    expect(read(ledgerOf(FULL))).toBe(`${before}${ROW}\n`);

    const wrong = await run('in', '--take', 'other.png');
    expect(wrong.err).toContain('no proposal has that place');
  });

  it('tells copies of one name in two folders apart, and takes the one that is named', async () => {
    const { write, read, has } = world();
    write('content/circulars/short-codes.csv', `circular,code,minted\n${FULL},NHJ4P2,2025-03-04\n`);
    const page = withCode(drawnPage(STAMP), 'HTTPS://WIAN.EXAMPLE/q/NHJ4P2/#p88');
    write('in/monday/1.png', await drawnFile(page, 'png'));
    write('in/friday/1.png', await drawnFile(drawnPage(STAMP), 'png'));
    const first = await run('in');
    expect(first.out).toContain(`proposed  monday/1.png -> ${FULL}`);
    expect(first.out).toContain('proposed  friday/1.png -> ?');
    expect(has('in.rest/monday/1.png.png') && has('in.rest/friday/1.png.png')).toBe(true);
    const before = read(ledgerOf(FULL));
    const taken = await run('in', '--take', 'monday/1.png');
    expect(taken.out).toContain('recorded 1');
    expect(read(ledgerOf(FULL))).toBe(
      `${before}${ROW.replace('scan:copy.png', 'scan:monday/1.png')}\n`,
    );
    expect((await run('in', '--take', '1.png')).err).toContain('no proposal has that place');
  });

  it('says of a file that is no scan that it was not read, and names no table where none is', async () => {
    const { write, has } = world();
    write('in/nan/letter.txt', 'เรื่อง ทดสอบ');
    const { code, out, err } = await run('in');
    expect([code, err.includes('nan/letter.txt: it is no scan')]).toEqual([EXIT.failed, true]);
    expect([out.includes('to look at'), has('in.rest')]).toEqual([false, false]);
    const told = JSON.parse((await run('in', '--json')).out);
    expect([told.proposals, told.rest]).toEqual([[], null]);
    expect(told.refused).toMatchObject([{ file: 'nan/letter.txt', what: 'it is no scan' }]);
  });

  it('is told what it is called with', async () => {
    expect((await run()).code).toBe(EXIT.usage);
    expect((await run('in', '--watching')).code).toBe(EXIT.usage);
    expect((await run('in', '--watch', '--take', 'copy.png')).code).toBe(EXIT.usage);
    expect((await run('in', '--watch', '--json')).code).toBe(EXIT.usage);
    expect((await run('nowhere', '--watch')).code).toBe(EXIT.usage);
  });
});
