import { beforeEach, describe, expect, it } from 'vitest';
import { addMonths, fiscalYearOfMonth, monthsBetween } from '#core/figures/fiscal-year.ts';
import { figures } from '#i18n/th/figures.ts';
import type { Files } from '../../../tests/check/good-content.ts';
import { FIGURE_FILES, SAMPLE_FIGURE_FILES } from '../../../tests/site/figure-files.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import {
  type FollowUpPage,
  getFollowUpCsvPaths,
  getFollowUpIndex,
  getFollowUpPaths,
  respondMonths,
} from './follow-up.ts';

beforeEach(() => openPortal(FIGURE_FILES));

const page = async (province: string): Promise<FollowUpPage> => {
  const path = (await getFollowUpPaths()).find(({ params }) => params.province === province);
  if (!path) throw new Error(province);
  return path.props.make();
};

const MONTHS = monthsBetween('2025-11', '2026-10');

/** Reports of one authority for the twelve months, each taken after its end, but for those that are missing. */
const withMonths = (missing: readonly string[]): Files => {
  const rows = (fiscalYear: number) =>
    MONTHS.filter(
      (month) => !missing.includes(month) && fiscalYearOfMonth(month) === fiscalYear,
    ).map((month) => `a500001,${month},revenue,taxes,1.00,งบทดลอง,${addMonths(month, 1)}-05`);
  const file = (fiscalYear: number): [string, string] => [
    `content/finance/${fiscalYear}/p50.csv`,
    ['office,month,side,category,amount,source,as_of', ...rows(fiscalYear), ''].join('\n'),
  ];
  return new Map([...FIGURE_FILES, file(2569), file(2570)]);
};

const csv = async (province: string): Promise<string[]> => {
  const path = (await getFollowUpCsvPaths()).find(({ params }) => params.province === province);
  if (!path) throw new Error(province);
  return (await path.props.make()).trim().split('\r\n');
};

it.each([
  ['has not ended by the day of the newest figures', ['2026-10'], true],
  ['had ended by then', [], false],
])('says that nobody can have the last month where it %s', async (_, missing, said) => {
  openPortal(withMonths(missing));
  const note = 'ซึ่งยังไม่สิ้นเดือน ต.ค. 2569';
  for (const { asOf } of [await page('p50'), await getFollowUpIndex()]) {
    expect(asOf).toMatch(/^ข้อมูล ณ /);
    expect(asOf.includes(note)).toBe(said);
  }
});

describe('the grid of a province', () => {
  it('has the twelve months that ended, oldest first', async () => {
    const { months } = await page('p50');
    expect(months).toHaveLength(12);
    expect([months[0], months.at(-1)]).toEqual([
      { iso: '2025-11', text: 'พ.ย. 2568' },
      { iso: '2026-10', text: 'ต.ค. 2569' },
    ]);
  });

  it('tells what was reported after the month had ended from what was before, and from no record', async () => {
    const { rows } = await page('p50');
    const cells = new Map(rows.map(({ id, cells }) => [id, cells]));
    expect(cells.get('a500001')?.at(-1)).toEqual({ state: 'complete', text: 'มีครบ ณ 3 พ.ย. 2569' });
    expect(cells.get('a500101')?.at(-1)).toEqual({
      state: 'partial',
      text: 'มีก่อนสิ้นเดือน ณ 20 ต.ค. 2569',
    });
    expect(cells.get('a500001')?.[0]).toEqual({ state: 'no-record', text: 'ไม่มีข้อมูล' });
  });

  it('has first whose last complete month is oldest, with district and how many months are not complete', async () => {
    const { rows, summary } = await page('p50');
    expect(
      rows.map(({ id, around, lastComplete, incomplete }) => [
        id,
        around,
        lastComplete,
        incomplete,
      ]),
    ).toEqual([
      ['a500101', 'อำเภอฝาง', null, { text: '12', order: 12 }],
      ['a500001', '', { text: 'ต.ค. 2569', iso: '2026-10' }, { text: '10', order: 10 }],
    ]);
    expect(summary).toBe('มีข้อมูลครบทั้ง 12 เดือนถึง ต.ค. 2569 แล้ว 0 จาก 2 แห่งที่มีในทะเบียน');
  });

  it.each([
    ['none', [], '0', '1 จาก 2'],
    ['the newest', ['2026-10'], '1', '0 จาก 2'],
    ['one in between', ['2026-03'], '1', '0 จาก 2'],
    ['two, the oldest too', ['2025-11', '2026-08'], '2', '0 จาก 2'],
  ])('counts as complete who has every month: %s missing', async (_, missing, count, share) => {
    openPortal(withMonths(missing));
    const { rows, summary } = await page('p50');
    expect(rows.find(({ id }) => id === 'a500001')?.incomplete).toMatchObject({ text: count });
    expect(summary).toContain(share);
    const [first] = (await getFollowUpIndex()).rows;
    expect(first?.cells.map(({ text }) => text)).toEqual(
      missing.length === 0 ? ['2', '1', '1'] : ['2', '0', '2'],
    );
  });

  it('calls what is not on record neither arrears nor behind', async () => {
    const { head } = await page('p50');
    const { lead } = (await getFollowUpIndex()).head;
    for (const text of [head.lead, lead, JSON.stringify(figures.followUp)])
      expect(text).not.toMatch(/ค้าง|ล่าช้า/);
  });

  it('is empty for a province of which the registry lists no authority', async () => {
    const { rows, summary } = await page('p24');
    expect(rows).toEqual([]);
    expect(summary).toContain('0 จาก 0');
  });

  it('takes no report that is dated after the day of the data', async () => {
    const file = 'content/finance/2570/p50.csv';
    const later = (FIGURE_FILES.get(file) ?? '').replaceAll('2026-11-03', '2026-11-22');
    openPortal(new Map([...FIGURE_FILES, [file, later]]));
    const row = (await page('p50')).rows.find(({ id }) => id === 'a500001');
    expect(row?.cells.at(-1)).toEqual({ state: 'no-record', text: 'ไม่มีข้อมูล' });
    expect(row?.incomplete).toMatchObject({ text: '11' });
  });
});

describe('the grid as CSV', () => {
  it('has a row for each authority and month, with the day of the accounts', async () => {
    const [head, ...rows] = await csv('p50');
    expect(head).toMatch(/office,name,month,state,as_of,lag,incomplete,sample$/);
    expect(rows).toHaveLength(24);
    expect(rows).toContain('a500001,องค์การบริหารส่วนจังหวัดเชียงใหม่,2026-10,complete,2026-11-03,0,10,');
    expect(rows).toContain('a500101,อบต. สมมุติ,2026-09,no-record,,12,12,');
  });

  it('is of its province, as CSV in UTF-8', async () => {
    const response = respondMonths((await csv('p24')).join('\r\n'));
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await response.text()).split('\r\n')).toHaveLength(1);
  });

  it('marks made-up figures in each row, and the page', async () => {
    openPortal(SAMPLE_FIGURE_FILES);
    const [, ...rows] = await csv('p50');
    for (const row of rows) expect(row).toMatch(/,ข้อมูลตัวอย่าง$/);
    expect((await page('p50')).sample).toBe(true);
  });
});

describe('the list of provinces', () => {
  it('has those of which most are missing first', async () => {
    const { rows, columns } = await getFollowUpIndex();
    expect(columns).toEqual(['จังหวัด', 'อปท. ในทะเบียน', 'มีครบทั้ง 12 เดือนถึง ต.ค. 2569', 'ยังไม่มีครบ']);
    expect(rows).toHaveLength(76);
    expect(rows[0]).toMatchObject({ key: 'p50', href: '/follow-up/p50/' });
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['2', '0', '2']);
    expect(rows.map(({ key }) => key)).not.toContain('p10');
  });

  it('counts nothing as complete where no finance is on record', async () => {
    openPortal(SITE_FILES);
    const { rows, sample } = await getFollowUpIndex();
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['2', '0', '2']);
    expect(sample).toBe(false);
  });
});
