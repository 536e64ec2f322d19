import { describe, expect, it } from 'vitest';
import { MEASURES, type Measure } from '#core/tracking/measures.ts';
import type { ReportedMeasure } from '#core/tracking/report.ts';
import { shortCoverage, shortMedian, viewMeasures } from './figures.ts';
import { viewLength } from './interval-view.ts';

const measure = (given: Partial<ReportedMeasure> = {}): ReportedMeasure =>
  ({ median: null, p90: null, ended: 0, open: 0, leftOut: 0, ...given }) as ReportedMeasure;

describe('shortCoverage', () => {
  it.each([
    [{ reached: 0, addressed: 0, listed: 0 }, 'ไม่มีในทะเบียน'],
    [{ reached: 0, addressed: 0, listed: 4 }, 'ไม่มีข้อมูล'],
    [{ reached: 0, addressed: 2, listed: 4 }, 'ส่งถึง 2 จาก 4'],
    [{ reached: 1, addressed: 2, listed: 4 }, '1 จาก 4'],
  ])('says of %j %s', (counts, text) => {
    expect(shortCoverage(counts as Parameters<typeof shortCoverage>[0])).toContain(text);
  });
});

describe('shortMedian', () => {
  it.each([
    ['no record', measure(), 'ไม่มีข้อมูล'],
    ['half not ended yet', measure({ open: 3, ended: 1 }), 'ยังจบไม่ถึงครึ่ง'],
    ['a median, and on how many it rests', measure({ median: 11, ended: 3, open: 1 }), '11 วัน'],
  ])('tells %s', (_, given, text) => expect(shortMedian(given)).toContain(text));

  it('names how many a median rests on, those that have not ended too', () => {
    expect(shortMedian(measure({ median: 11, ended: 3, open: 1 }))).toContain('4');
  });
});

it.each<[ReportedMeasure, boolean]>([
  [measure(), true],
  [measure({ leftOut: 2 }), true],
  [measure({ open: 1 }), false],
])('a row of measures is empty only where nothing is recorded that counts: %j', (given, empty) => {
  const measures = Object.fromEntries(MEASURES.map((name) => [name, given])) as Record<
    Measure,
    ReportedMeasure
  >;
  for (const row of viewMeasures(measures)) expect(row.empty !== null).toBe(empty);
  if (given.leftOut > 0) expect(viewMeasures(measures)[0]?.empty).toContain('2');
});

describe('viewLength', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [8, 3],
    [15, 4],
    [32, 5],
  ])('draws %i days with size %i', (days, size) => {
    expect(viewLength({ days, basis: 'certain', why: null } as never)).toMatchObject({ size });
  });

  it.each(['unclear-date', 'impossible-order', 'not-recorded'])('draws none for %s', (why) => {
    const { length, size, note } = viewLength({ days: null, basis: null, why } as never);
    expect([length, size]).toEqual(['ไม่มีข้อมูล', null]);
    expect(note === undefined).toBe(why === 'not-recorded');
  });

  it('marks a length that rests on a day that a later letter names', () => {
    expect(viewLength({ days: 2, basis: 'cited', why: null } as never).note).toBeTruthy();
  });
});
