import { beforeEach, describe, expect, it } from 'vitest';
import { MOVEMENTS, PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getTrackPage, getTrackYearPages } from './report.ts';

beforeEach(() => openPortal(SITE_FILES));

describe('the page of all circulars', () => {
  it('says on how many circulars and movements it rests, and of which day', async () => {
    const { basis } = await getTrackPage();
    expect(basis.asOf).toMatch(/21 พฤศจิกายน 2569.*1 เรื่อง.*3 รายการ/);
    expect(basis.samples).toBe(null);
  });

  it('says how many of them are made up', async () => {
    openPortal(replaced(SITE_FILES, PAGE, 'title: วิธี', 'sample: true\ntitle: วิธี'));
    const { basis, oldest } = await getTrackPage();
    expect(basis.samples).toContain('1');
    expect(oldest[0]?.sample).toBe(true);
  });

  it('parts received, addressed and without record for each level', async () => {
    const { report } = await getTrackPage();
    expect(report.coverage.map(({ key, cells }) => [key, ...cells])).toEqual([
      ['province', '76', '1', '75', '0'],
      ['district', '1', '0', '1', '0'],
      ['authority', '2', '0', '1', '1'],
    ]);
  });

  it('names where a circular is open the longest, and leads to its way', async () => {
    const { oldest } = await getTrackPage();
    expect(oldest).toHaveLength(1);
    expect(oldest[0]?.href).toBe('/circulars/2568/dla-0808-4-w15-0402/#chain');
    expect(oldest[0]?.what).toMatch(/อีก 74 แห่ง ไม่มีข้อมูลการรับ/);
  });

  it('names those of which no certain day is known too, and says how many are listed of how many', async () => {
    const certain = await getTrackPage();
    expect(certain.oldestOf).toContain('1 จากหนังสือเวียนทั้งหมด 1 เรื่อง');
    expect([certain.unsorted, certain.unsortedOf]).toEqual([[], null]);
    const doubtfulOf = (dla: string, p50: string) =>
      replaced(
        replaced(SITE_FILES, MOVEMENTS, dla, `${dla}date:cited`),
        MOVEMENTS,
        p50,
        `${p50}date:cited`,
      );
    openPortal(doubtfulOf('ว 15,,provinces,,', 'ว 100,,districts;a500001,,'));
    const { oldest, oldestOf, unsorted, unsortedOf } = await getTrackPage();
    expect([oldest, oldestOf]).toEqual([[], null]);
    expect(unsorted.map(({ href }) => href)).toEqual([
      '/circulars/2568/dla-0808-4-w15-0402/#chain',
    ]);
    expect(unsorted[0]?.what).toMatch(/^ส่งถึง 7\d แห่ง ไม่มีข้อมูลการรับ วันที่ที่ส่งยังไม่แน่นอน$/);
    expect(unsortedOf).toMatch(/อีก 1 จาก 1 เรื่อง.*ไม่ได้แปลว่าไปต่อแล้ว/);
    const year = await (await getTrackYearPages())[0]?.props.make();
    expect(year?.rows[0]?.cells.at(-1)).toBe(unsorted[0]?.what);
  });

  it('tells of a province without records that there are none, and not zero days', async () => {
    const { provinces } = await getTrackPage();
    const trat = provinces.find(({ name }) => name.includes('Trat'));
    expect(trat?.cells[0]).toBe('ไม่มีข้อมูล');
    expect(trat?.cells).not.toContain('0 วัน');
    expect(provinces.find(({ key }) => key === 'p50')?.cells.at(-1)).toContain('11 วัน');
    expect(provinces.map(({ key }) => key)).not.toContain('p10');
  });
});

describe('the pages of a year', () => {
  it('have a row for each circular and the report on the first', async () => {
    const pages = await getTrackYearPages();
    expect(pages.map(({ params }) => params)).toEqual([{ at: '2568' }]);
    const page = await pages[0]?.props.make();
    expect(page?.rows.map(({ name }) => name)).toEqual(['วิธีเข้าใช้งาน']);
    expect(page?.report).not.toBe(null);
    expect(page?.pages).toEqual([{ href: '/track/2568/', label: '1', current: true }]);
  });

  it('are none where there is no circular', async () => {
    openPortal(new Map([...SITE_FILES].filter(([path]) => !path.includes('/circulars/'))));
    expect(await getTrackYearPages()).toEqual([]);
    expect((await getTrackPage()).oldest).toEqual([]);
  });
});
