import { beforeEach, describe, expect, it } from 'vitest';
import {
  FIGURE_FILES,
  MILK,
  PENSION,
  SAMPLE_FIGURE_FILES,
} from '../../../tests/site/figure-files.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getGrantItems, getGrantProvinces, grantsPath } from './grants.ts';

beforeEach(() => openPortal(FIGURE_FILES));

it('has feeds of the country and of provinces to which something was transferred', async () => {
  expect((await getGrantProvinces()).map((one) => one?.id ?? null)).toEqual([null, 'p50']);
  openPortal(SITE_FILES);
  expect(await getGrantProvinces()).toEqual([]);
});

it.each([
  [null, '/grants/'],
  ['p50', '/grants/p50/'],
])('leads from the feed of %s to %s', (province, path) => {
  expect(grantsPath(province)).toBe(path);
});

describe('the entries of a feed', () => {
  it('are the newest transfers, as many as are asked for', async () => {
    const titles = async (limit: number) =>
      (await getGrantItems('p50', limit)).map(({ title, date }) => [title, date]);
    expect(await titles(2)).toEqual([
      [`${MILK} ครั้งที่ 1 ปีงบประมาณ 2570`, '2026-10-20'],
      [`${PENSION} ครั้งที่ 1 ปีงบประมาณ 2569`, '2025-12-15'],
    ]);
    expect(await titles(10)).toHaveLength(3);
    expect(await getGrantItems('p24', 10)).toEqual([]);
  });

  it('say the sum, the letter and each authority with its own amount', async () => {
    const [, item] = await getGrantItems('p50', 2);
    expect(item?.page.summary).toBe('โอน 1,750,000.50 บาท ให้ 2 แห่ง');
    expect(item?.page.facts().map(({ label, text }) => [label, text])).toEqual([
      ['หนังสือแจ้ง', 'มท 0808.4/ว 15'],
      ['วันที่โอน', '15 ธันวาคม 2568'],
      ['งวด', 'ไตรมาสที่ 1'],
      ['รวม (บาท)', '1,750,000.50'],
    ]);
    expect(item?.page.html()).toMatch(
      /<li>องค์การบริหารส่วนจังหวัดเชียงใหม่.*: 1,500,000\.00<\/li><li>.*สมมุติ.*: 250,000\.50<\/li>/,
    );
  });

  it('leave out a letter and a part of the year that no file states', async () => {
    const [, , item] = await getGrantItems('p50', 3);
    expect(item?.page.facts().map(({ label }) => label)).toEqual(['วันที่โอน', 'รวม (บาท)']);
  });

  it('are others for a province than for the country, as readers know them by their keys', async () => {
    const keys = async (province: string | null) =>
      (await getGrantItems(province, 10)).map(({ key }) => key);
    const [country, province] = [await keys(null), await keys('p50')];
    expect(new Set([...country, ...province]).size).toBe(6);
  });

  it('keep their keys where an amount is corrected, and are made anew', async () => {
    const entry = async () => (await getGrantItems('p50', 1))[0];
    const before = await entry();
    const file = 'content/grants/2570/transfers.csv';
    openPortal(
      new Map([
        ...FIGURE_FILES,
        [file, (FIGURE_FILES.get(file) ?? '').replace('90000.00', '91000.00')],
      ]),
    );
    const after = await entry();
    expect(after?.key).toBe(before?.key);
    expect(after?.page.digest).not.toBe(before?.page.digest);
  });

  it('name no authority where there are more than thirty', async () => {
    const file = 'content/grants/2570/transfers.csv';
    const offices = Array.from({ length: 31 }, (_, at) => `a5003${String(at + 10)}`);
    const registry = 'content/registry/offices.csv';
    openPortal(
      new Map([
        ...FIGURE_FILES,
        [
          registry,
          `${FIGURE_FILES.get(registry)}${offices.map((id) => `${id},sao,อบต. ${id},,p50,d5009,,,,,made-up\n`).join('')}`,
        ],
        [
          file,
          `transfer,grant_type,period,office,amount,date,letter_number,source\n${offices.map((id) => `ครั้งที่ 1,${MILK},,${id},1.00,2026-10-20,,บัญชีโอน\n`).join('')}`,
        ],
      ]),
    );
    const [item] = await getGrantItems('p50', 1);
    expect(item?.page.summary).toBe('โอน 31.00 บาท ให้ 31 แห่ง');
    expect(item?.page.html()).toBe('');
  });

  it('are marked where they are made up, and only there', async () => {
    const marks = async () => (await getGrantItems(null, 10)).map(({ page }) => page.sample);
    expect(await marks()).toEqual([false, false, false]);
    openPortal(SAMPLE_FIGURE_FILES);
    expect(await marks()).toEqual([true, true, true]);
  });
});
