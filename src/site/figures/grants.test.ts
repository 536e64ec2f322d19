import { beforeEach, describe, expect, it } from 'vitest';
import {
  FIGURE_FILES,
  MILK,
  PENSION,
  SAMPLE_FIGURE_FILES,
} from '../../../tests/site/figure-files.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { type GrantsPage, getGrantFilePaths, getGrantPaths } from './grants.ts';

beforeEach(() => openPortal(FIGURE_FILES));

const page = async (at: string | undefined): Promise<GrantsPage> => {
  const path = (await getGrantPaths()).find(({ params }) => params.at === at);
  if (!path) throw new Error(at);
  return path.props.make();
};

const file = async (plot: string, format: 'csv' | 'svg'): Promise<string> => {
  const path = (await getGrantFilePaths(format)).find(({ params }) => params.plot === plot);
  if (!path) throw new Error(plot);
  return path.props.make();
};

const textOf = (cell: unknown): unknown =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : cell;

describe('the page of a province', () => {
  it('says what was transferred in the twelve months that ended before the day of the data', async () => {
    const { plots, head } = await page('p50');
    expect(plots[0]?.title).toBe('เงินที่โอนในรอบ 12 เดือนล่าสุดรวมที่มีข้อมูล 1,840 พันบาท');
    expect(plots[0]?.amount?.baht).toBe('1840000.50');
    expect(head.crumbs.map(({ href }) => href)).toEqual(['/', '/grants/']);
  });

  it('says of a month without transfers that the data have none, and never 0', async () => {
    const { plots } = await page('p50');
    const rows = new Map(
      (plots[0]?.rows ?? []).map(([month, now, before]) => [
        textOf(month),
        [textOf(now), textOf(before)],
      ]),
    );
    expect(rows.get('ธ.ค. 2568')).toEqual(['1,750', '1,000']);
    expect(rows.get('ก.ย. 2569')).toEqual(['ไม่มีการโอนในข้อมูล', 'ไม่มีการโอนในข้อมูล']);
    expect(rows.size).toBe(12);
  });

  it('has a plot of each fiscal year, the newest first, which names the largest grant of that year alone', async () => {
    const { plots } = await page('p50');
    expect(plots.slice(1).map(({ title }) => title)).toEqual([
      `ปีงบประมาณ พ.ศ. 2570 โอนมากที่สุดคือ ${MILK} 90 พันบาท`,
      `ปีงบประมาณ พ.ศ. 2569 โอนมากที่สุดคือ ${PENSION} 1,750 พันบาท`,
      `ปีงบประมาณ พ.ศ. 2568 โอนมากที่สุดคือ ${PENSION} 1,000 พันบาท`,
    ]);
  });

  it('leads from a transfer to the circular that announced it, where the portal has that', async () => {
    const { years } = await page('p50');
    const rows = years.flatMap(({ label, rows }) =>
      rows.map(({ grant, letter, offices }) => [
        label.slice(-4),
        grant,
        letter?.href,
        letter?.text,
        offices,
      ]),
    );
    expect(rows).toEqual([
      ['2570', MILK, undefined, 'มท ๐๘๐๘.๔/ว ๙๙', '1'],
      ['2569', PENSION, '/circulars/2568/dla-0808-4-w15-0402/', 'มท ๐๘๐๘.๔/ว ๑๕', '2'],
      ['2568', PENSION, undefined, undefined, '1'],
    ]);
  });

  it('marks the newest transfer of each grant for search', async () => {
    const { years } = await page('p50');
    const marks = years.flatMap(({ rows }) => rows.map(({ isNewest }) => isNewest));
    expect(marks).toEqual([true, true, false]);
  });

  it('has a row for each authority with its last transfer', async () => {
    const { parts } = await page('p50');
    expect(
      new Map(parts.rows.map(({ key, href, cells }) => [key, [href, ...cells.map(textOf)]])),
    ).toEqual(
      new Map([
        ['a500001', ['/my/?office=a500001&in=p50', '2,500', '1 จาก 1', '15 ธ.ค. 2568']],
        ['a500101', ['/my/?office=a500101&in=d5009', '340', '1 จาก 1', '20 ต.ค. 2569']],
      ]),
    );
  });

  it('says that a total which the file states is not the sum', async () => {
    expect((await page('p50')).doubts).toHaveLength(1);
    expect((await page('p24')).doubts).toEqual([]);
  });

  it('has no plot of a province without transfers, and no sum of 0', async () => {
    const { plots, years, parts } = await page('p24');
    expect([plots, years, parts.rows]).toEqual([[], [], []]);
  });
});

describe('the page of the country', () => {
  it('has a row for each province: how many of its authorities have transfers, and none of a sum where none has', async () => {
    const { parts, isCountry } = await page(undefined);
    expect(isCountry).toBe(true);
    expect(parts.rows).toHaveLength(76);
    const rows = new Map(
      parts.rows.map(({ key, href, cells }) => [key, [href, ...cells.map(textOf)]]),
    );
    expect(rows.get('p50')).toEqual(['/grants/p50/', '2,840', '2 จาก 2', '20 ต.ค. 2569']);
    expect(rows.get('p24')).toEqual(['/grants/p24/', null, '0 จาก 0', null]);
  });

  it('is empty without grants', async () => {
    openPortal(SITE_FILES);
    const { plots, years, sample } = await page(undefined);
    expect([plots, years, sample]).toEqual([[], [], false]);
  });
});

describe('made-up transfers', () => {
  it('are marked on the page, in each plot, and in each row of its file', async () => {
    openPortal(SAMPLE_FIGURE_FILES);
    const { sample, plots } = await page('p50');
    expect(sample).toBe(true);
    for (const { caption } of plots) expect(caption[0]).toBe('ข้อมูลตัวอย่าง');
    const [, ...rows] = (await file('p50-months', 'csv')).trim().split('\r\n');
    for (const row of rows) expect(row).toMatch(/ข้อมูลตัวอย่าง$/);
    expect(await file('p50-months', 'svg')).toContain('ข้อมูลตัวอย่าง');
  });

  it('mark nothing where figures are real', async () => {
    expect(JSON.stringify((await page('p50')).plots)).not.toContain('ข้อมูลตัวอย่าง');
  });
});

it('has files of the plots that there are, with exact amounts', async () => {
  const names = (await getGrantFilePaths('csv')).map(({ params }) => params.plot);
  expect(names).toEqual(
    ['th', 'p50'].flatMap((area) =>
      ['months', 'grants-2570', 'grants-2569', 'grants-2568'].map((plot) => `${area}-${plot}`),
    ),
  );
  expect(await file('p50-grants-2569', 'csv')).toContain(`${PENSION},1750000.50,`);
});
