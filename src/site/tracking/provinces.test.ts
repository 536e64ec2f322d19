import { beforeEach, describe, expect, it } from 'vitest';
import { MOVEMENTS, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getTrackingFilePaths } from '../circular/paths.ts';
import { getCirculars } from '../content.ts';
import { drawSharedMap } from './province-map.ts';
import { officesByProvince, packOffices } from './province-offices.ts';
import { getProvinces } from './provinces.ts';
import { getRegistry, track } from './tracked.ts';

beforeEach(() => openPortal(SITE_FILES));

const entryOf = async () => {
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  return entry;
};
const provinces = async () => {
  const tracked = await track(await entryOf());
  if (!tracked) throw new Error('no route');
  return getProvinces(tracked);
};

describe('the provinces of a circular', () => {
  it('are a row where more than a letter to them is on record, else a name in a list', async () => {
    const { rows, lists } = await provinces();
    expect(rows.map(({ id, state, status }) => [id, state, status])).toEqual([
      ['p50', 'passed-on', 'ส่งต่อแล้ว 22 เม.ย. 2568'],
    ]);
    expect(rows[0]?.needsCheck).toBe(false);
    expect(lists.map(({ state }) => state)).toEqual(['addressed']);
    expect(lists[0]?.means).toContain('ไม่ได้แปลว่าไม่ได้รับ');
    expect(lists[0]?.items.match(/<li/g)).toHaveLength(75);
    expect(lists[0]?.ids.split(' ')).toHaveLength(75);
  });

  it('mark a day that is known from another letter only', async () => {
    const sent = 'ชม 0023.5/ว 100,,districts;a500001,,';
    openPortal(replaced(SITE_FILES, MOVEMENTS, sent, `${sent}date:cited`));
    const { rows } = await provinces();
    expect(rows.map(({ status, needsCheck }) => [status, needsCheck])).toEqual([
      ['ส่งต่อแล้ว 22 เม.ย. 2568', true],
    ]);
  });

  it('are all listed as without record where no letter is on record', async () => {
    openPortal(
      replaced(
        SITE_FILES,
        MOVEMENTS,
        '1,sent,dla,2025-04-02,,มท 0808.4/ว 15,,provinces,,,letter,,\n',
        '',
      ),
    );
    const { lists } = await provinces();
    expect(lists.map(({ state }) => state)).toEqual(['none']);
  });

  it('are on the map each once, with Bangkok outside of the chain', async () => {
    const { map } = await provinces();
    const counts = Object.fromEntries(map.legend.map(({ kind, count }) => [kind, count]));
    expect(counts).toEqual({ 'passed-on': 1, addressed: 75, outside: 1 });
    expect(map.groups[0]?.kind).toBe('addressed');
    expect(map.marked.map(({ kind }) => kind).sort()).toEqual(['outside', 'passed-on']);
  });

  it('have what is on record of offices within the page, or in a file where that is much', async () => {
    const few = await provinces();
    expect(few.data).toBe(null);
    expect(JSON.parse(few.standings ?? '')).toEqual(await packOffices(await entryOf()));
    const seen = Array.from(
      { length: 30 },
      (_, n) => `${n + 9},received,d5009,,,${n},,,,,letter,,\n`,
    );
    openPortal(
      replaced(SITE_FILES, MOVEMENTS, ',register:p50,,\n', `,register:p50,,\n${seen.join('')}`),
    );
    const many = await provinces();
    expect(many.standings).toBe(null);
    const [{ params } = { params: {} }] = await getTrackingFilePaths();
    expect(many.data).toBe(`/circulars/${Object.values(params).join('/')}/offices.json`);
  });

  it('escapes names', async () => {
    const offices = 'content/registry/offices.csv';
    openPortal(replaced(SITE_FILES, offices, 'จังหวัดTrat,', 'จังหวัด<Trat>,'));
    const { lists } = await provinces();
    expect(lists[0]?.items).toContain('&lt;Trat&gt;');
    expect(lists[0]?.items).not.toContain('<Trat>');
  });
});

it('draws one map for all pages, each province under its id', async () => {
  const map = await drawSharedMap();
  expect(map.match(/id="p\d\d"/g)).toHaveLength(77);
  expect(map).toContain('CC BY 4.0');
});

it('refuses a registry that lacks a province of the map', async () => {
  const offices = 'content/registry/offices.csv';
  openPortal(replaced(SITE_FILES, offices, ',Trat,', ',Trad,'));
  await expect(drawSharedMap()).rejects.toThrow(/"Trat".*offices\.csv/);
});

it('lists the offices of a province: those under it, and districts with theirs', async () => {
  const found = officesByProvince(await getRegistry());
  expect(found.some(({ province }) => province === 'p10')).toBe(false);
  const { direct, districts } = found.find(({ province }) => province === 'p50') ?? {};
  expect(direct).toEqual([['a500001', 'องค์การบริหารส่วนจังหวัดเชียงใหม่']]);
  expect(districts?.find(({ id }) => id === 'd5009')?.authorities).toEqual([
    ['a500101', 'อบต. สมมุติ'],
  ]);
});

it('packs what is on record of offices below the provinces', async () => {
  const packed = await packOffices(await entryOf());
  expect(packed).toMatchObject({ sample: false, base: '2025-04-02' });
  expect(Object.keys(packed.provinces)).toEqual(['p50']);
});
