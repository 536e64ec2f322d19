import { beforeEach, describe, expect, it } from 'vitest';
import type { Office } from '#core/office/office.ts';
import { LETTERS, MOVEMENTS } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getOffices } from '../offices.ts';
import { getOfficeIndex } from './index-page.ts';
import { isLong, viewKnown } from './known.ts';
import { getOfficePage } from './page.ts';
import { getOfficePaths, getOfficeYearPaths } from './paths.ts';

beforeEach(() => openPortal(SITE_FILES));

const page = async (id: string) => {
  const office = (await getOffices()).get(id);
  if (!office) throw new Error(id);
  return getOfficePage(office, `/offices/${id}/`);
};

describe('the page of a province', () => {
  it('has what is on record of it: received, sent, and to which branches', async () => {
    const { records, title } = await page('p50');
    expect(title).toBe('จังหวัดเชียงใหม่');
    expect(records).toHaveLength(1);
    const [record] = records;
    expect(record?.received.map(({ number, date }) => [number?.text, date?.text])).toEqual([
      ['11775', '11 เมษายน 2568'],
    ]);
    expect(record?.from.map(({ from }) => from?.name)).toEqual(['กรมส่งเสริมการปกครองท้องถิ่น']);
    expect(record?.sent.map(({ number }) => number?.text)).toEqual(['ชม ๐๐๒๓.๕/ว ๑๐๐']);
    expect(record?.branches.join(' ')).toMatch(/อำเภอ .*อบจ\./);
  });

  it('lists a letter to it apart, where nothing else is on record', async () => {
    const { records, addressed } = await page('p24');
    expect(records).toEqual([]);
    expect(addressed.items.map(({ link }) => link.path)).toEqual([
      'circulars/2568/dla-0808-4-w15-0402',
    ]);
    expect(addressed.more).toBe(null);
  });

  it('lists the districts that there are, and not one that was merged', async () => {
    const { districts } = await page('p50');
    expect(districts.map(({ name }) => name)).toEqual(['อำเภอฝาง']);
  });

  it('shows the codes and the feed of the office', async () => {
    const { codes, feed } = await page('p50');
    expect(JSON.stringify(codes)).toContain('ชม ๐๐๒๓.๕');
    expect(feed?.slug).toBe('offices/p50');
  });
});

describe('the page of a district', () => {
  it('says what the office was called before', async () => {
    const office = (await getOffices()).get('d5009') as Office;
    const former = [{ ...office, name: 'กิ่งอำเภอฝาง', until: '2019-12-31' }];
    const { formerNames } = await getOfficePage({ ...office, former }, '/offices/p50/d5009/');
    expect(formerNames).toEqual(['เดิมคือ กิ่งอำเภอฝาง ถึง 31 ธันวาคม 2562']);
    expect((await page('d5009')).formerNames).toEqual([]);
  });

  it('says until when it was one, and what took its place', async () => {
    const { former, successor, crumbs } = await page('d5008');
    expect(former).toContain('1 มกราคม 2563');
    expect(successor).toEqual({ name: 'อำเภอฝาง จังหวัดเชียงใหม่', href: '/offices/p50/d5009/' });
    expect(crumbs.at(-1)).toEqual({ href: '/offices/p50/', label: 'จังหวัดเชียงใหม่' });
  });

  it('has the authorities that the registry lists', async () => {
    const { authorities, former } = await page('d5009');
    expect(former).toBe(null);
    expect(authorities.offices.map(({ name }) => name)).toEqual(['อบต. สมมุติ']);
    expect(authorities.known).toBe(null);
  });
});

it('lists provinces by how much is recorded, and Bangkok as outside of the chain', async () => {
  const { provinces, outside } = await getOfficeIndex();
  expect(provinces).toHaveLength(76);
  expect(provinces[0]).toMatchObject({ href: '/offices/p50/' });
  expect(outside.join()).toContain('Bangkok');
});

it('has a page for each province and district, and pages of years only where there are many records', async () => {
  const paths = (await getOfficePaths()).map(({ params }) => params.office);
  expect(paths).toEqual(expect.arrayContaining(['p50', 'p50/d5009', 'p50/d5008']));
  expect(paths).not.toContain('a500101');
  expect(await getOfficeYearPaths()).toEqual([]);
  expect(isLong({ own: Array.from({ length: 51 }) as never, addressed: {} as never })).toBe(true);
});

it('tells year by year what should come, what was sent and what is on record, and the sum of several years', () => {
  const rows = viewKnown({
    own: [],
    addressed: { newest: [], byYear: new Map([['2568', 2]]) },
    coming: new Map([
      ['2567', 3],
      ['2568', 4],
    ]),
  });
  expect(rows.map(({ href, coming, addressed, own }) => [href, coming, addressed, own])).toEqual([
    ['/circulars/2568/', '4', '2', '0'],
    ['/circulars/2567/', '3', '0', '0'],
    [undefined, '7', '2', '0'],
  ]);
});

it('counts no movement of which the office is unsure as a length of time', async () => {
  const rows = SITE_FILES.get(MOVEMENTS) ?? '';
  openPortal(
    new Map([
      ...SITE_FILES,
      [
        MOVEMENTS,
        rows.replace(
          '2,received,p50,2025-04-11,,11775,,,,,',
          '2,received,p50,2025-04,,11775,,,,date,',
        ),
      ],
    ]),
  );
  const { measures } = await page('p50');
  const dwell = measures?.rows.find(({ key }) => key === 'dwell-province');
  expect(dwell?.empty ?? '').toContain('1');
});

it('names the contact of the newest covering letter that has one, with its day', async () => {
  expect((await page('p50')).contact).toBe(null);
  const letters = SITE_FILES.get(LETTERS) ?? '';
  const contact = '  contact: {unit: กลุ่มงานการเงิน, phones: [0-5311-2717]}\n- key: fang';
  openPortal(new Map([...SITE_FILES, [LETTERS, letters.replace('- key: fang', contact)]]));
  const found = await page('p50');
  expect(found.contact?.contact).toMatchObject({ unit: 'กลุ่มงานการเงิน' });
  expect(found.contact?.from).toContain('22 เมษายน 2568');
  expect(JSON.stringify(found.description)).toContain('0-5311-2717');
});
