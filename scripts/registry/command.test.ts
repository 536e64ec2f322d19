import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { record } from '../track/record.ts';
import { status as trackStatus } from '../track/status.ts';
import { useWorld } from '../track/testing/made-up-world.ts';
import { verify } from '../track/verify.ts';
import { registryCommand } from './command.ts';

const world = useWorld();
const run = (...args: string[]) => world().run(registryCommand, ...args);
const LOCAL = 'content/registry/local/authorities.csv';
const HEAD = 'id,type,full_name_th,name_en,province,districts,letter_from';
const LISTED = [
  '880050,pao,องค์การบริหารส่วนจังหวัดตัวอย่าง,,88,,province',
  '8899,town,เทศบาลเมืองตัวอย่าง,,88,8801,province',
  '880151,sao,องค์การบริหารส่วนตำบลหนึ่ง,,88,8801,district',
  '880152,subdistrict-municipality,เทศบาลตำบลหนึ่ง,,88,8801,district',
  '880251,sao,องค์การบริหารส่วนตำบลสอง,,88,8802,district',
  '890151,sao,องค์การบริหารส่วนตำบลสาม,,89,8901,district',
];
const give = (...rows: string[]): void =>
  world().write('list.csv', `${[HEAD, ...rows].join('\n')}\n`);
const replaced = (from: string, to: string): string[] =>
  LISTED.map((row) => row.replace(from, to)).filter(Boolean);

describe('registry import', () => {
  it('writes a list, and the second time changes nothing', async () => {
    give(...LISTED, '890152,sao,องค์การบริหารส่วนตำบลสี่,Four,89,8901,district');
    const dry = await run('import', 'list.csv', '--dry-run');
    expect([dry.code, dry.out]).toMatchSnapshot();
    expect(world().has(LOCAL)).toBe(false);
    const first = await run('import', 'list.csv');
    expect(first.out).toContain(`written: ${LOCAL}`);
    const written = world().read(LOCAL);
    const second = await run('import', 'list.csv', '--as-of', '2025-09-01');
    expect(second.out).toMatchSnapshot();
    expect(world().read(LOCAL)).toBe(written);
    expect((await run('show', 'a890152')).out).toContain('องค์การบริหารส่วนตำบลสี่');
  });

  it('shows what is new, renamed, upgraded, moved and gone, and dates it', async () => {
    give(...LISTED);
    await run('import', 'list.csv');
    give(
      ...replaced('องค์การบริหารส่วนตำบลสอง', 'องค์การบริหารส่วนตำบลสองใหม่')
        .map((row) =>
          row.replace(
            '880151,sao,องค์การบริหารส่วนตำบลหนึ่ง',
            '8898,subdistrict-municipality,เทศบาลตำบลหนึ่งเดิม',
          ),
        )
        .map((row) =>
          row.replace(
            '890151,sao,องค์การบริหารส่วนตำบลสาม',
            '8999,subdistrict-municipality,เทศบาลตำบลสาม',
          ),
        )
        .map((row) => row.replace('เทศบาลเมืองตัวอย่าง,,88,8801', 'เทศบาลเมืองตัวอย่าง,,88,8802')),
    );
    const args = ['import', 'list.csv', '--as-of', '2025-06-01', '--allow-gone'];
    const { out } = await run(...args);
    expect(out).toMatchSnapshot();
    const after = world().read(LOCAL);
    expect(after).toMatchSnapshot();
    // What has ended stays on record, however often the list is imported after.
    expect((await run(...args)).out).toContain('nothing has changed');
    expect(world().read(LOCAL)).toBe(after);
  });

  it('keeps what an authority was called, its type and its place, with their days', async () => {
    give(...LISTED);
    await run('import', 'list.csv', '--as-of', '2025-01-01');
    expect(world().read(LOCAL)).not.toContain('2024-12-31');
    const id = '2568/dla-0899-9-w11-0303';
    const status = () => world().run(trackStatus, id, '--as-of', '2026-11-30');
    const before = (await status()).out;
    const full = 'องค์การบริหารส่วนตำบลหนึ่ง อำเภอหนึ่ง จังหวัดตัวอย่าง';
    give(
      ...replaced(
        '880151,sao,องค์การบริหารส่วนตำบลหนึ่ง',
        '880151,subdistrict-municipality,เทศบาลตำบลหนึ่งใหม่',
      ),
    );
    const args = ['import', 'list.csv', '--as-of', '2026-01-01'];
    await run(...args);
    const written = world().read(LOCAL);
    expect(written.split('\n').filter((row) => row.startsWith('a880151'))).toEqual([
      'a880151,sao,องค์การบริหารส่วนตำบลหนึ่ง,,p88,d8801,,,2025-12-31,,local-list',
      'a880151,subdistrict-municipality,เทศบาลตำบลหนึ่งใหม่,,p88,d8801,,2026-01-01,,,local-list',
    ]);
    expect((await run(...args)).out).toContain('nothing has changed');
    expect((await run('show', full)).out).toContain(`former     ${full} (sao, to 2025-12-31)`);
    expect((await run('find', 'องค์การบริหารส่วนตำบลหนึ่ง')).out).toContain(
      `until 2025-12-31 sao ${full}`,
    );
    const now = 'เทศบาลตำบลหนึ่งใหม่ อำเภอหนึ่ง จังหวัดตัวอย่าง';
    expect((await status()).out).toBe(before.replaceAll(full, `${full} (now ${now})`));
    const given = ['--kind', 'acknowledged', '--date', '2025-03-21', '--source', 'letter'];
    const recorded = await world().run(record, id, '--office', full, ...given);
    expect(recorded.code).toBe(0);
    give(...replaced('880151,sao,องค์การบริหารส่วนตำบลหนึ่ง', '880151,sao,องค์การบริหารส่วนตำบลเก่า'));
    const { code, err } = await run('import', 'list.csv', '--as-of', '2025-06-01');
    expect([code, err]).toEqual([1, expect.stringContaining('which is after 2025-06-01')]);
    await run('import', 'list.csv', '--as-of', '2027-01-01');
    expect(
      world()
        .read(LOCAL)
        .match(/^a880151/gm),
    ).toHaveLength(3);
  });

  it('says what took the place of one that is gone, or that nobody knows; and nothing is recorded there after', async () => {
    give(...LISTED);
    await run('import', 'list.csv', '--as-of', '2024-01-01');
    give(...LISTED.filter((row) => !row.startsWith('880151')));
    const args = ['import', 'list.csv', '--as-of', '2025-03-22', '--allow-gone'];
    expect((await run(...args)).out).toContain('no successor known (--successor a880151=ID)');
    expect((await run('show', 'a880151')).out).toContain('successor  none known');
    const given = ['--kind', 'acknowledged', '--office', 'a880151', '--source', 'letter'];
    const id = '2568/dla-0899-9-w11-0303';
    const late = await world().run(record, id, ...given, '--date', '2025-03-25');
    expect([late.code, late.err]).toEqual([
      1,
      expect.stringContaining('a880151 was an office until 2025-03-21, and this is of 2025-03-25'),
    ]);
    expect((await world().run(record, id, ...given, '--date', '2025-03-21')).code).toBe(0);
    const wrong = await run(...args, '--successor', 'a880151=a999999');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('no authority a999999')]);
    expect((await run(...args, '--successor', 'a880151=a880152')).code).toBe(0);
    expect((await run('show', 'a880151')).out).toContain('successor  a880152');
    const again = await world().run(record, id, ...given, '--date', '2025-03-25');
    expect(again.err).toContain('took its place: a880152');
    const path = `content/circulars/${id}/movements.csv`;
    const rows = world().read(path);
    const no = rows.trim().split('\n').length;
    world().write(path, `${rows}${no},done,a880151,2025-03-30,,,,,,,letter,,\n`);
    expect((await world().run(verify)).err).toContain('was an office until 2025-03-21');
  });

  it('takes a list that lacks many for a part, and ends none', async () => {
    give(...LISTED.slice(0, 3));
    const { code, err } = await run('import', 'list.csv');
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
    expect(world().has(LOCAL)).toBe(false);
  });

  it.each<[what: string, rows: string[]]>([
    ['an unknown province', replaced(',89,8901', ',87,8901')],
    ['an unknown district', replaced(',88,8802', ',88,8803')],
    ['a district of another province', replaced(',89,8901', ',89,8801')],
    ['an id that stands twice', replaced('880251', '880151')],
    [
      'a name that stands twice in a district',
      [...LISTED, '880153,sao,องค์การบริหารส่วนตำบลหนึ่ง,,88,8801,district'],
    ],
    ['an authority in no district', replaced(',88,8802', ',88,')],
    ['a name of another type', replaced('880251,sao', '880251,subdistrict-municipality')],
    ['a type that is none', replaced('880251,sao', '880251,village')],
    ['letters from the wrong office', replaced('8802,district', '8802,province')],
    ['a row of too few cells', replaced(',88,8802,district', '')],
    ['no rows', []],
  ])('refuses %s and writes nothing', async (_, rows) => {
    give(...rows);
    const { code, out, err } = await run('import', 'list.csv');
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
    expect(out).toBe('');
    expect(world().has(LOCAL)).toBe(false);
  });

  it.each([
    ['a file that is not there', ['import', 'other.csv']],
    ['a folder', ['import', 'content']],
    ['another heading', ['import', 'content/registry/offices.csv']],
    ['no command', []],
    ['an unknown command', ['list']],
    ['nothing to find', ['find']],
    ['an office that is not there', ['show', 'd8809']],
  ])('refuses %s', async (_, args) => {
    const { code, err } = await run(...args);
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
  });

  it('refuses a file that is too large for a list, unread', async () => {
    // A hole: it takes no room on the disk.
    world().write('list.csv', '');
    truncateSync(join(world().root, 'list.csv'), 3_000_000_000);
    const { code, err } = await run('import', 'list.csv');
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('the list has 3000 MB, more than 50 MB'),
    ]);
  });

  const { WIAN_SHARED: shared } = process.env;
  it.runIf(shared)('knows the edges of the real list', async () => {
    const real = import.meta.dirname.replace(/scripts\/registry$/, '');
    const list = join(shared as string, 'registry/local-authorities.csv');
    for (const name of ['offices', 'coverage']) {
      world().write(
        `content/registry/${name}.csv`,
        readFileSync(`${real}content/registry/${name}.csv`),
      );
    }
    const { code, out } = await run('import', list, '--json');
    const report = JSON.parse(out);
    expect([code, report.authorities, report.sharedNames]).toEqual([
      0,
      7849,
      { names: 658, authorities: 1801, withinProvince: 80 },
    ]);
    expect(report.types).toEqual({
      pao: 76,
      city: 30,
      town: 195,
      special: 1,
      'subdistrict-municipality': 2247,
      sao: 5300,
    });
    expect(report.notes.map(({ field }: { field: string }) => field)).toEqual([
      ...Array(4).fill('districts'),
      'd8404',
    ]);
    expect(JSON.parse((await run('import', list, '--json')).out)).toMatchObject({
      added: [],
      changes: false,
      written: null,
    });
  });
});

describe('registry find and show', () => {
  it('finds by part of a name, and offers the nearest where there is none', async () => {
    expect(await run('find', 'หนึ่ง')).toMatchSnapshot();
    expect(await run('find', 'trial')).toMatchObject({ code: 0 });
    expect(await run('find', 'อำเภอสาน')).toMatchSnapshot();
    expect(await run('find', 'qqqqqqqq')).toMatchObject({ code: 1 });
    expect(JSON.parse((await run('find', 'd8801', '--json')).out)).toMatchObject({
      exact: true,
      offices: [{ id: 'd8801', fullName: 'อำเภอหนึ่ง จังหวัดตัวอย่าง' }],
    });
  });

  it('shows an office by id or full name', async () => {
    const { out } = await run('show', 'd8801');
    expect(out).toMatchSnapshot();
    expect((await run('show', 'อำเภอหนึ่ง จังหวัดตัวอย่าง')).out).toBe(out);
  });
});
