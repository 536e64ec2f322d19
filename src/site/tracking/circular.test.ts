import { describe, expect, it } from 'vitest';
import { MOVEMENTS, PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { getTracking } from './circular.ts';

type Files = typeof SITE_FILES;

const tracking = async (files: Files = SITE_FILES) => {
  openPortal(files);
  const [entry] = await getCirculars();
  const view = entry && (await getTracking(entry));
  if (!view) throw new Error('the circular has no route');
  return view;
};

/** The project with these rows behind those of the circular. */
const withRows = (...rows: string[]): Files =>
  new Map([...SITE_FILES, [MOVEMENTS, `${SITE_FILES.get(MOVEMENTS)}${rows.join('\n')}\n`]]);

const cellsOf = async (level: string, files?: Files) =>
  (await tracking(files)).coverage.find(({ key }) => key === level)?.cells;

describe('coverage', () => {
  it('counts offices listed, received, addressed, and without any record', async () => {
    expect(await cellsOf('province')).toEqual(['76', '1', '75', '0']);
    expect(await cellsOf('district')).toEqual(['1', '0', '1', '0']);
    expect(await cellsOf('authority')).toEqual(['2', '0', '1', '1']);
  });

  it('counts a receipt', async () => {
    const files = withRows('4,received,d5009,2025-04-25,,12,,,,,register:d5009,,');
    expect(await cellsOf('district', files)).toEqual(['1', '1', '0', '0']);
  });

  it('stands beside how many offices the country has, where the registry lists fewer', async () => {
    const coverage = 'content/registry/coverage.csv';
    const files = new Map([
      ...SITE_FILES,
      [coverage, `${SITE_FILES.get(coverage)}th,district,878,2022-06,made-up\n`],
    ]);
    expect((await cellsOf('district', files))?.[0]).toMatch(/1.*878/);
  });
});

it('never says of an office without a record that it received nothing', async () => {
  const text = JSON.stringify(await tracking());
  expect(text).toContain('ไม่มีข้อมูลการรับ');
  expect(text).not.toMatch(/(?<!ไม่ได้แปลว่า)ไม่ได้รับ(?!มอบ)/);
});

it('names the copies and registers from which the movements were read', async () => {
  expect((await tracking()).sources).toBe(
    'ที่มา: ตัวหนังสือ, หนังสือนำส่งของจังหวัดเชียงใหม่, ทะเบียน จังหวัดเชียงใหม่',
  );
});

describe('where a circular stands still', () => {
  it('is given for what nobody reported, without counting days', async () => {
    const { known, unreported } = (await tracking()).bottlenecks;
    expect(known.places).toEqual([]);
    expect(unreported.places[0]?.what).toBe('กรมส่งเสริมการปกครองท้องถิ่นส่งถึงจังหวัด 75 แห่ง ไม่มีข้อมูลการรับ');
    for (const { since } of unreported.places) expect(since).not.toContain('วันแล้ว');
  });

  it('is given for an office that has it and sent nothing on, with the days since', async () => {
    const files = withRows('4,received,d5009,2025-04-25,,12,,,,,register:d5009,,');
    const { known } = (await tracking(files)).bottlenecks;
    expect(known.places[0]?.since).toMatch(/25 เมษายน 2568/);
  });

  it('counts from the day of a correction', async () => {
    const files = withRows(
      '4,received,d5009,2025-04-25,,12,,,,,register:d5009,,',
      '5,corrected,d5009,2025-04-28,,12,,,,,register:d5009,4,ลงวันผิด',
    );
    const { known } = (await tracking(files)).bottlenecks;
    expect(known.places[0]?.since).toMatch(/28 เมษายน 2568/);
  });
});

it('tells how long an office kept it, and how it passed it on to each branch', async () => {
  const view = await tracking();
  expect(view.figures.map(({ name, cells }) => [name, ...cells])).toEqual([
    ['จังหวัดเชียงใหม่', 'ระหว่างทาง ตั้งแต่ส่งจนรับ', '9 วัน'],
    ['จังหวัดเชียงใหม่', 'อยู่ที่หน่วยงาน ตั้งแต่รับจนส่งต่อ', '11 วัน'],
  ]);
  const province = view.branches.find(({ office }) => office === 'จังหวัดเชียงใหม่');
  expect(province?.branches.map(({ name }) => name)).toEqual(['อำเภอ', 'อบจ.']);
});

it('has no length of time for a date that cannot be read', async () => {
  const files = replaced(
    SITE_FILES,
    MOVEMENTS,
    '2,received,p50,2025-04-11,,11775,,,,,chiang-mai,,',
    '2,received,p50,2025-04,,11775,,,,date,chiang-mai,,',
  );
  const cells = (await tracking(files)).figures.flatMap(({ cells }) => cells);
  expect(cells.join(' ')).not.toMatch(/\d วัน/);
});

it('is null where no chain begins at the issuer', async () => {
  openPortal(replaced(SITE_FILES, PAGE, 'issuer: dla', 'issuer: p50'));
  const [entry] = await getCirculars();
  expect(entry && (await getTracking(entry))).toBe(null);
});
