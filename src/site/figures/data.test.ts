import { beforeEach, describe, expect, it } from 'vitest';
import { OFFICES, PAGE, replaced } from '../../../tests/check/good-content.ts';
import {
  FIGURE_FILES,
  MILK,
  PENSION,
  SAMPLE_FIGURE_FILES,
} from '../../../tests/site/figure-files.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getFigureAreas } from './area.ts';
import {
  getAnnouncements,
  getFigureProvinces,
  getFigures,
  getLetterPages,
  getTransfersByOffice,
  getTransfersByProvince,
} from './data.ts';
import { viewDoubts } from './doubts.ts';

beforeEach(() => openPortal(FIGURE_FILES));

const areaOf = async (id: string) => {
  const area = (await getFigureAreas()).find((one) => one.id === id);
  if (!area) throw new Error(id);
  return area;
};

describe('the figures of the project', () => {
  it('have no problem, so that the tests of pages rest on what was read', async () => {
    const { problems, transfers } = await getFigures();
    expect(problems).toEqual([]);
    expect(transfers).toHaveLength(4);
  });

  it('are marked where they are made up', async () => {
    expect((await getFigures()).sample).toEqual({
      grants: false,
      finance: false,
      populations: false,
    });
    openPortal(SAMPLE_FIGURE_FILES);
    const { sample, problems } = await getFigures();
    expect(problems).toEqual([]);
    expect(sample).toEqual({ grants: true, finance: true, populations: true });
  });

  it('are empty in a portal without them', async () => {
    openPortal(SITE_FILES);
    const { transfers, populations, doubts } = await getFigures();
    expect([transfers.length, populations.size, doubts.length]).toEqual([0, 0, 0]);
    expect([...(await getTransfersByOffice())]).toEqual([]);
    expect((await getAnnouncements()).get(null)).toEqual([]);
  });
});

describe('the areas', () => {
  it('are the country and the provinces of the chain, by their Thai names', async () => {
    const provinces = await getFigureProvinces();
    expect(provinces).toHaveLength(76);
    expect(provinces.map(({ id }) => id)).not.toContain('p10');
    const areas = await getFigureAreas();
    expect(areas.map(({ id }) => id)).toEqual(['th', ...provinces.map(({ id }) => id)]);
    expect(areas.slice(0, 1).map(({ path, name }) => [path, name])).toEqual([['', 'ทั้งประเทศ']]);
  });

  it('have the authorities that there are, those of districts too', async () => {
    expect((await areaOf('p50')).authorities.map(({ id }) => id).sort()).toEqual([
      'a500001',
      'a500101',
    ]);
    openPortal(
      new Map([
        ...FIGURE_FILES,
        [
          OFFICES,
          `${FIGURE_FILES.get(OFFICES)}a500102,sao,อบต. เดิม,,p50,d5009,,,2020-01-01,a500101,made-up\n`,
        ],
      ]),
    );
    expect((await areaOf('p50')).authorities.map(({ id }) => id)).not.toContain('a500102');
  });

  it('tell authorities of one name apart by where they are', async () => {
    openPortal(
      new Map([
        ...FIGURE_FILES,
        [
          OFFICES,
          `${FIGURE_FILES.get(OFFICES)}d5010,district,อำเภอพร้าว,,p50,,,,,,made-up\na500201,sao,อบต. สมมุติ,,p50,d5010,,,,,made-up\n`,
        ],
      ]),
    );
    const { names } = await areaOf('p50');
    expect(names.get('a500101')).toContain('ฝาง');
    expect(names.get('a500201')).toContain('พร้าว');
  });
});

describe('transfers', () => {
  it('are of the country, and of the province of each authority', async () => {
    const byProvince = await getTransfersByProvince();
    expect(byProvince.get(null)).toHaveLength(4);
    expect(byProvince.get('p50')).toHaveLength(4);
    expect(byProvince.get('p24')).toBe(undefined);
  });

  it('are announced once to all authorities of a letter, the newest first', async () => {
    const all = (await getAnnouncements()).get('p50') ?? [];
    expect(
      all.map(({ grantType, date, transfers }) => [grantType, date, transfers.length]),
    ).toEqual([
      [MILK, '2026-10-20', 1],
      [PENSION, '2025-12-15', 2],
      [PENSION, '2024-12-10', 1],
    ]);
  });
});

describe('the pages of letters', () => {
  it('are found by the number of a circular', async () => {
    expect((await getLetterPages()).get('มท 0808.4/ว 15')).toBe(
      '/circulars/2568/dla-0808-4-w15-0402/',
    );
    expect((await getLetterPages()).get('มท 0808.4/ว 99')).toBe(undefined);
  });

  it('are found by every reading of a doubtful number', async () => {
    const reading = (read: string, running: number) =>
      `{read: ${read}, value: มท 0808.4/ว ${running}, source: letter}`;
    openPortal(
      replaced(
        FIGURE_FILES,
        PAGE,
        '  number: มท 0808.4/ว 15',
        `  number: {doubt: unclear, readings: [${reading('ว ๑๕', 15)}, ${reading('ว ๑๖', 16)}]}`,
      ),
    );
    const pages = await getLetterPages();
    expect([...pages.keys()]).toEqual(['มท 0808.4/ว 15', 'มท 0808.4/ว 16']);
  });

  it('are none of a number that two circulars may bear', async () => {
    const other = (FIGURE_FILES.get(PAGE) ?? '').replace(
      'id: dla-0808-4-w15-0402',
      'id: dla-0808-4-w15-0403',
    );
    openPortal(
      new Map([...FIGURE_FILES, ['content/circulars/2568/dla-0808-4-w15-0403/index.mdx', other]]),
    );
    expect([...(await getLetterPages())]).toEqual([]);
  });
});

describe('stated totals that are not the sums', () => {
  it('are shown with both numbers, of the country and of their province', async () => {
    for (const id of ['th', 'p50']) {
      const [doubt, ...others] = await viewDoubts(await areaOf(id), 'grants');
      expect(others).toEqual([]);
      expect(doubt?.name).toContain('จังหวัดเชียงใหม่');
      expect(doubt?.cells).toEqual([
        { text: '1,750,000.00', baht: '1750000.00' },
        { text: '1,750,000.50', baht: '1750000.50' },
      ]);
    }
  });

  it('say of finance which authority, month and side in words', async () => {
    const [doubt] = await viewDoubts(await areaOf('p50'), 'finance');
    expect(doubt?.name).toBe('องค์การบริหารส่วนจังหวัดเชียงใหม่ ต.ค. 2569 รายรับ');
  });

  it('are none of another province', async () => {
    expect(await viewDoubts(await areaOf('p24'), 'grants')).toEqual([]);
    expect(await viewDoubts(await areaOf('p24'), 'finance')).toEqual([]);
  });
});
