import { beforeEach, describe, expect, it } from 'vitest';
import { LETTERS, MOVEMENTS, OFFICES, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getOffices } from '../offices.ts';
import { getRegistry } from '../tracking/tracked.ts';
import { getRecordsOf } from './known.ts';
import { authoritiesOf, findContact, findFeed, viewBelow, viewCodes } from './neighbours.ts';

type Files = typeof SITE_FILES;

beforeEach(() => openPortal(SITE_FILES));

const officeOf = async (id: string) => {
  const office = (await getOffices()).get(id);
  if (!office) throw new Error(id);
  return office;
};

const withOffices = (...rows: string[]): Files =>
  new Map([...SITE_FILES, [OFFICES, `${SITE_FILES.get(OFFICES)}${rows.join('\n')}\n`]]);

it('lists offices by name, with how much is on record of each and not that nothing came', async () => {
  const offices = await Promise.all(['p50', 'p24', 'd5009'].map(officeOf));
  const rows = await viewBelow(offices);
  expect(rows.map(({ name }) => name)).toEqual(
    [...rows.map(({ name }) => name)].sort((a, b) => a.localeCompare(b, 'th')),
  );
  expect(rows.find(({ href }) => href === '/offices/p50/')?.records).toBe('มีบันทึก 1 เรื่อง');
  expect(rows.find(({ href }) => href === '/offices/p24/')?.records).toBe('ไม่มีข้อมูล');
  expect(await viewBelow([])).toEqual([]);
});

describe('the authorities that receive from an office', () => {
  const listed = async (id: string) =>
    authoritiesOf(await officeOf(id), await getRegistry()).listed.map((one) => one.id);

  it('are those of a province directly, and those of a district', async () => {
    expect(await listed('p50')).toEqual(['a500001']);
    expect(await listed('d5009')).toEqual(['a500101']);
    expect(await listed('p24')).toEqual([]);
  });

  it('are none that there no longer is', async () => {
    openPortal(withOffices('a500102,sao,อบต. เดิม,,p50,d5009,,,2020-01-01,a500101,made-up'));
    expect(await listed('d5009')).toEqual(['a500101']);
  });

  it('are counted by a source only where it counts every type', async () => {
    const counted = async (rows: string) => {
      const file = 'content/registry/coverage.csv';
      openPortal(new Map([...SITE_FILES, [file, `${SITE_FILES.get(file)}${rows}`]]));
      return authoritiesOf(await officeOf('d5009'), await getRegistry()).counted;
    };
    const [municipalities, saos] = [
      'd5009,subdistrict-municipality,4,2022-06,made-up\n',
      'd5009,sao,5,2022-06,made-up\n',
    ];
    expect(await counted('')).toBe(null);
    expect(await counted(saos)).toBe(null);
    expect(await counted(municipalities + saos)).toBe(9);
  });
});

describe('the codes of an office', () => {
  it('are those seen on its letters, with the day of the newest', async () => {
    const { own } = await getRecordsOf('p50');
    expect(viewCodes(own)).toEqual([{ code: 'ชม ๐๐๒๓.๕', seen: 'เห็นล่าสุด 22 เมษายน 2568' }]);
  });

  it('are none where no letter of it is on record', () => {
    expect(viewCodes([])).toEqual([]);
  });
});

describe('the contact of an office', () => {
  const contact = async (files: Files) => {
    openPortal(files);
    return findContact('d5009', (await getRecordsOf('d5009')).own);
  };
  const letters = `${SITE_FILES.get(LETTERS)}  contact: {unit: ท้องถิ่นอำเภอ, phones: [0-5345-0000]}\n`;
  const passedOn = '4,sent,d5009,2025-04,,,,,ชม ๐๐๒๓.๑๕/๖๖,number,fang,,\n';
  const withContact: Files = new Map([
    ...SITE_FILES,
    [LETTERS, letters],
    [MOVEMENTS, `${SITE_FILES.get(MOVEMENTS)}${passedOn}`],
  ]);

  it('is none where no letter has one', async () => {
    expect(await contact(SITE_FILES)).toBe(null);
  });

  it('says of which day the letter is, a month alone too', async () => {
    expect(await contact(withContact)).toMatchObject({
      contact: { unit: 'ท้องถิ่นอำเภอ' },
      from: 'ตามหนังสือนำส่งลงวันที่ เมษายน 2568',
      href: '/circulars/2568/dla-0808-4-w15-0402/',
    });
  });

  it('says of a letter whose date cannot be read that it cannot', async () => {
    const unreadable = replaced(
      withContact,
      LETTERS,
      '  date: 2025-04\n',
      '  date: {doubt: unreadable, readings: [{read: ๒? เม.ย., source: fang}]}\n',
    );
    expect((await contact(unreadable))?.from).toBe('ตามหนังสือนำส่งที่อ่านวันที่ไม่ชัด');
  });
});

it.each([
  ['p50', 'offices/p50'],
  ['d5009', 'offices/d5009'],
  ['d5008', undefined],
  ['a500101', undefined],
])('finds of %s the feed %s', async (office, slug) => {
  expect((await findFeed(office))?.slug).toBe(slug);
});
