import { describe, expect, it } from 'vitest';
import type { ScannedLine, ScannedPage } from '#core/scan/scanned-page.ts';
import { stampedPage } from '#core/scan/stamped-page.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { proposalsOf } from './propose.ts';

const registry = await readRegistry('.');
const circularOf = new Map([['NHJ4P2', '2568/dla-x-wx-0325']]);
const at = { file: 'scan.jpg', page: 1, place: 'scan.jpg' };

const line = (row: number, text: string, more: Partial<ScannedLine> = {}): ScannedLine => ({
  layer: 'stamp',
  row,
  box: { left: 1500, top: 250 + row * 70, right: 1900, bottom: 300 + row * 70 },
  text,
  confidence: 99,
  doubts: [],
  ...more,
});

const STAMP = ['ศาลากลางจังหวัดสกลนคร', 'เลขรับ 17076', 'วันที่ 16 ต.ค. 2566', 'เวลา 16.25 น.'];

const page = (lines: readonly ScannedLine[], codes: readonly string[]): ScannedPage => ({
  width: 2480,
  height: 3508,
  turns: 0,
  skew: 0,
  cut: [],
  lines,
  codes: codes.map((text) => ({ text, box: { left: 0, top: 0, right: 9, bottom: 9 } })),
  personal: [],
  redactions: 0,
});

const CODE = 'HTTPS://WIAN.EXAMPLE/q/NHJ4P2/#p50';
const stamped = STAMP.map((text, row) => line(row, text));
const propose = (
  lines: readonly ScannedLine[],
  codes: readonly string[] = [CODE],
  office: string | null = null,
) => proposalsOf(stampedPage(page(lines, codes)), at, { registry, circularOf, office });

describe('proposalsOf', () => {
  it('takes the circular and who passed it on from the code, the receipt from the stamp', () => {
    const [one, ...more] = propose(stamped);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      place: 'scan.jpg',
      circular: '2568/dla-x-wx-0325',
      passedOnBy: 'p50',
      office: 'p47',
      stamp: { number: '17076', date: '2023-10-16', time: '16:25' },
      obstacle: null,
    });
    expect(one?.reasons).toEqual(['read from a picture: compare it with the paper']);
    expect(one?.box).toEqual({ left: 1500, top: 250, right: 1900, bottom: 510 });
  });

  it('says where two readings of the stamp differ, with both', () => {
    const doubts = [{ from: 7, to: 8, readings: ['1', '7'], isDigit: true }];
    const [one] = propose(stamped.with(1, line(1, 'เลขรับ 17076', { doubts })));
    expect(one?.reasons.join()).toMatch(/two readings of the scan differ: .*17076.* \| .*77076/);
  });

  it.each([
    ['no code of ours', stamped, [], null, 'no circular is known for it'],
    [
      'a code of another portal',
      stamped,
      ['https://wian.example/q/RJ8PYH/'],
      null,
      'no circular is known for it',
    ],
    ['no stamp', [], [CODE], null, 'no receipt stamp was found on it'],
    [
      'a day that cannot be read',
      stamped.with(2, line(2, 'วันที่ ๗๙ ต.ค. ๒๕๖๖')),
      [CODE],
      null,
      'the day in its stamp cannot be read',
    ],
    ['the stamp of another office', stamped, [CODE], 'p50', 'its stamp is of p47, not of p50'],
    [
      'a stamp without an office that is known',
      stamped.with(0, line(0, 'กองช่าง')),
      [CODE],
      null,
      'the office in its stamp is not known: give --office',
    ],
  ])('lets nobody take %s', (_, lines, codes, office, obstacle) => {
    expect(propose(lines, codes, office)[0]?.obstacle).toBe(obstacle);
  });

  it('takes the office that is asked for where the stamp names none', () => {
    const [one] = propose(stamped.with(0, line(0, 'กองช่าง')), [CODE], 'p50');
    expect(one).toMatchObject({ office: 'p50', obstacle: null });
  });

  it('finds secret copies', () => {
    expect(stampedPage(page([line(0, 'ลับมาก', { layer: 'print' })], [])).isSecret).toBe(true);
    expect(stampedPage(page(stamped, [])).isSecret).toBe(false);
  });
});
