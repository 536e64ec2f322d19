import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedPage, relatedPages } from './related.ts';

const page = (path: string, title: string, text = ''): ComparedPage => ({ path, title, text });
const PAGES = [
  page('faq/a', 'ลืมรหัสผ่านทำอย่างไร', 'ตั้งรหัสผ่านใหม่กับผู้ดูแลระบบ'),
  page('faq/b', 'รหัสผ่านหมดอายุ', 'ตั้งรหัสผ่านใหม่ในระบบ'),
  page('manuals/c', 'บำรุงรักษาถนนลูกรัง', 'ซ่อมถนนลูกรังก่อนฤดูฝน'),
  page('laws/d', 'ถนนลูกรังที่ถ่ายโอน', 'การซ่อมถนนของท้องถิ่น'),
  page('news/e', 'ปิดปรับปรุง New e-LAAS', 'ปิดสองวัน'),
  page('faq/f', 'เปิด e-LAAS หลังปิดปรับปรุง', 'เปิดให้ใช้งาน'),
  page('faq/g', 'แบบสำรวจครุภัณฑ์', 'ส่งแบบสำรวจ'),
  page('faq/h', 'อบรมผู้บริหาร', 'รุ่นที่สาม'),
];
const NONE = () => new Set<string>();
const pathsOf = (pages: readonly ComparedPage[], path: string, leaveOut = NONE) =>
  relatedPages(pages, leaveOut, { most: 4, least: 0.14 })
    .get(path)
    ?.map((one) => one.path);

describe('related pages', () => {
  it.each([
    ['faq/a', ['faq/b']],
    ['manuals/c', ['laws/d']],
    ['laws/d', ['manuals/c']],
    ['news/e', ['faq/f']],
    ['faq/h', []],
  ])('of %s are %j', (path, expected) => {
    expect(pathsOf(PAGES, path)).toEqual(expected);
  });

  it('name words that both pages have', () => {
    const [one] = relatedPages(PAGES, NONE).get('manuals/c') ?? [];
    expect(one?.shared.length).toBeGreaterThan(0);
    for (const word of one?.shared ?? []) {
      expect('บำรุงรักษาถนนลูกรัง ซ่อมถนนลูกรังก่อนฤดูฝน').toContain(word);
      expect('ถนนลูกรังที่ถ่ายโอน การซ่อมถนนของท้องถิ่น').toContain(word);
    }
  });

  it('leave out what the page shows already', () => {
    expect(pathsOf(PAGES, 'faq/a', () => new Set(['faq/b']))).toEqual([]);
  });

  it('are no more than asked for', () => {
    const same = Array.from({ length: 9 }, (_, at) => page(`faq/${at}`, 'ลืมรหัสผ่าน'));
    const found = relatedPages([...same, ...PAGES], NONE, { most: 3, least: 0.1 });
    expect(found.get('faq/4')?.map(({ path }) => path)).toEqual(['faq/0', 'faq/1', 'faq/2']);
  });
});

it('depend on no order, name no page itself, and stay in what was given', () => {
  const words = ['รหัสผ่าน', 'ถนน', 'งบประมาณ', 'New e-LAAS', 'แบบสำรวจ', 'ประชุม', ''];
  const some = fc.uniqueArray(
    fc
      .tuple(fc.nat({ max: 50 }), fc.array(fc.constantFrom(...words), { maxLength: 5 }))
      .map(([id, text]) => page(`faq/${id}`, text.join(' '), text.reverse().join(''))),
    { selector: ({ path }) => path, maxLength: 20 },
  );
  fc.assert(
    fc.property(some, (pages) => {
      const found = relatedPages(pages, NONE);
      expect([...relatedPages([...pages].reverse(), NONE)]).toEqual([...found]);
      expect(found.size).toBe(pages.length);
      const paths = new Set(pages.map(({ path }) => path));
      for (const [path, list] of found) {
        for (const one of list) expect(one.path !== path && paths.has(one.path)).toBe(true);
      }
    }),
    { numRuns: 8 },
  );
});
