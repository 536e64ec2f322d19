import { beforeEach, describe, expect, it } from 'vitest';
import { FIGURE_FILES, SAMPLE_FIGURE_FILES } from '../../../tests/site/figure-files.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getFigureAreas } from './area.ts';
import { type FinancePage, getFinanceFilePaths, getFinancePaths } from './finance.ts';
import { mapFile, viewShares } from './finance-map.ts';
import { codesOf, getPlots, PLOT_NAMES, scopeOf } from './finance-plots.ts';

beforeEach(() => openPortal(FIGURE_FILES));

const areaOf = async (id: string) => {
  const area = (await getFigureAreas()).find((one) => one.id === id);
  if (!area) throw new Error(id);
  return area;
};

const page = async (at: string | undefined): Promise<FinancePage> => {
  const path = (await getFinancePaths()).find(({ params }) => params.at === at);
  if (!path) throw new Error(at);
  return path.props.make();
};

const textOf = (cell: unknown): unknown =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : cell;

describe('the plots of a province', () => {
  const plot = async (name: string, area = 'p50') => {
    const found = (await getPlots(await areaOf(area))).get(name);
    if (!found) throw new Error(name);
    return found;
  };

  it('compare with last year only the offices and months that reported in both', async () => {
    const { title, amount } = await plot('revenue-months');
    // Of this year 2,000,000.00 + 3,000,000.00 + 100.00; October of both years is 3,000,000 after 2,000,000.
    expect(amount?.baht).toBe('5000100.00');
    expect(title).toMatch(/^รายรับ 12 เดือนรวมที่มีข้อมูล 5,000 พันบาท เพิ่มขึ้น 50\.0% /);
  });

  it('say no change where no office and month can be compared', async () => {
    expect((await plot('expenditure-months')).title).toBe('รายจ่าย 12 เดือนรวมที่มีข้อมูล 500 พันบาท');
  });

  it('leave a month without a report empty, and say how many reported', async () => {
    const { rows, exact } = await plot('revenue-months');
    expect(rows.map((row) => row.map(textOf)).slice(-2)).toEqual([
      ['ก.ย. 2569', '2,000', null, '1 จาก 2'],
      ['ต.ค. 2569', '3,000', '2,000', '2 จาก 2'],
    ]);
    expect(rows[0]?.map(textOf)).toEqual(['พ.ย. 2568', null, null, '0 จาก 2']);
    expect(exact[0]).toMatchObject({ month: '2025-11', amount: null, reported: 0, expected: 2 });
  });

  it('never sum a total that a report states', async () => {
    const { exact } = await plot('revenue-months');
    expect(exact.at(-1)).toMatchObject({ month: '2026-10', amount: '3000100.00' });
  });

  it('name the largest category, and say of those that nobody reported that there is no record', async () => {
    const { title, rows, svg } = await plot('revenue-categories');
    expect(title).toBe('รายรับหมวดที่มากที่สุดคือ หมวดภาษีอากร 5,000 พันบาท');
    expect(rows.map((row) => row.map(textOf)).slice(0, 3)).toEqual([
      ['หมวดภาษีอากร', '5,000'],
      ['หมวดค่าธรรมเนียม ค่าปรับ และใบอนุญาต', '0'],
      ['หมวดรายได้จากทรัพย์สิน', null],
    ]);
    expect(svg).toContain('ไม่มีข้อมูล');
  });

  it.each(PLOT_NAMES)(
    'say of %s of a province without reports that there is no record',
    async (name) => {
      const { title, amount } = await plot(name, 'p24');
      expect(title).toMatch(/^ไม่มีข้อมูลราย(?:รับ|จ่าย)$/);
      expect(amount).toBe(null);
    },
  );
});

it('has the categories of a side alone', () => {
  expect(codesOf('revenue')).toContain('taxes');
  expect(codesOf('expenditure')).not.toContain('taxes');
});

describe('the page of a province', () => {
  it('shares out only where every population is known, and says where reports are missing', async () => {
    const { parts } = await page('p50');
    expect(new Map(parts.rows.map(({ key, cells }) => [key, cells.map(textOf)]))).toEqual(
      new Map([
        ['a500001', ['5,000', '500', '5,000.00 (ข้อมูลยังไม่ครบ)', '500.00 (ข้อมูลยังไม่ครบ)', '2 จาก 12']],
        ['a500101', ['0', null, null, null, '1 จาก 12']],
      ]),
    );
  });

  it('names who has not reported the last month', async () => {
    expect((await page('p50')).missing).toEqual({
      title: 'ข้อมูลเดือน ต.ค. 2569 มีแล้ว 2 จาก 2 แห่งในทะเบียน',
      names: [],
    });
    openPortal(
      new Map([...FIGURE_FILES].filter(([path]) => path !== 'content/finance/2570/p50.csv')),
    );
    const { missing } = await page('p50');
    expect(missing.names.sort()).toEqual(['องค์การบริหารส่วนจังหวัดเชียงใหม่', 'อบต. สมมุติ'].sort());
  });

  it('says that a total which the file states is not the sum, and leads to who has reported', async () => {
    const { doubts, followUp, map } = await page('p50');
    expect(doubts).toHaveLength(1);
    expect(followUp).toBe('/follow-up/p50/');
    expect(map).toBe(null);
  });
});

describe('the page of the country', () => {
  it('shows the share of each province on a map and in a table that say the same', async () => {
    const { map, parts, isCountry } = await page(undefined);
    expect(isCountry).toBe(true);
    expect(map?.title).toBe('มีข้อมูลครบทั้ง 12 เดือน 0 จาก 76 จังหวัด ไม่มีข้อมูลเลย 75 จังหวัด');
    expect(map?.groups.map(({ name, count, shapes }) => [name, count, shapes.length])).toEqual([
      ['none', '75', 75],
      ['some', '1', 1],
      ['most', '0', 0],
      ['all', '0', 0],
    ]);
    expect(map?.rows).toHaveLength(76);
    expect(parts.rows).toHaveLength(76);
  });

  it('says of a portal without finance that there is no record', async () => {
    openPortal(SITE_FILES);
    const { plots, map, sample } = await page(undefined);
    expect(plots.every(({ amount }) => amount === null)).toBe(true);
    expect(map?.title).toContain('ไม่มีข้อมูลเลย 76 จังหวัด');
    expect(sample).toBe(false);
  });
});

describe('the shades of the map', () => {
  const months = [
    '2025-11',
    '2025-12',
    ...Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`),
  ];
  const withReports = (count: number) => {
    const rows = (office: string, chosen: string[]) =>
      chosen.map((month) => `${office},${month},revenue,taxes,1.00,x,2026-11-20`);
    const chosen = months.slice(12 - count);
    const of = (year: string) =>
      ['a500001', 'a500101'].flatMap((office) =>
        rows(
          office,
          chosen.filter((month) => (month === '2026-10' ? '2570' : '2569') === year),
        ),
      );
    const head = 'office,month,side,category,amount,source,as_of';
    return new Map([
      ...SITE_FILES,
      ['content/finance/2569/a.csv', `${[head, ...of('2569')].join('\n')}\n`],
      ['content/finance/2570/a.csv', `${[head, ...of('2570')].join('\n')}\n`],
    ]);
  };

  it.each([
    [0, 'none'],
    [5, 'some'],
    [6, 'most'],
    [11, 'most'],
    [12, 'all'],
  ])('%i of 12 months are "%s"', async (count, shade) => {
    openPortal(withReports(count));
    const [share] = await viewShares([await areaOf('p50')]);
    expect(share).toMatchObject({ id: 'p50', reported: 2 * count, expected: 24, shade });
  });
});

describe('the files', () => {
  it('are of each plot of each area, and the map of the country', async () => {
    const names = (await getFinanceFilePaths('svg')).map(({ params }) => params.plot);
    expect(names).toHaveLength(1 + 77 * 4);
    expect(names).toEqual(
      expect.arrayContaining(['th-map', 'th-revenue-months', 'p24-expenditure-categories']),
    );
  });

  it('of the map have a row for each province, marked where the figures are made up', async () => {
    const shares = async () => viewShares([await areaOf('p50'), await areaOf('p24')]);
    const scope = async () => scopeOf(await areaOf('th'));
    const csv = (await mapFile(await shares(), await scope(), 'csv')).trim().split('\r\n');
    expect(csv.slice(1)).toEqual(
      expect.arrayContaining(['p50,จังหวัดเชียงใหม่,3,24,', expect.stringMatching(/^p24,.*,0,0,$/)]),
    );
    openPortal(SAMPLE_FIGURE_FILES);
    const sample = (await mapFile(await shares(), await scope(), 'csv')).trim().split('\r\n');
    for (const row of sample.slice(1)) expect(row).toMatch(/ข้อมูลตัวอย่าง$/);
    expect(await mapFile(await shares(), await scope(), 'svg')).toContain('ข้อมูลตัวอย่าง');
  });
});

it('marks made-up figures on the page and in each plot', async () => {
  openPortal(SAMPLE_FIGURE_FILES);
  const { sample, plots } = await page('p50');
  expect(sample).toBe(true);
  for (const { caption } of plots) expect(caption[0]).toBe('ข้อมูลตัวอย่าง');
});
