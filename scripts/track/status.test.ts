import { describe, expect, it } from 'vitest';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { importRegister } from './import.ts';
import { status } from './status.ts';
import { DOUBTFUL, FULL, ledgerOf, SILENT, useWorld } from './testing/made-up-world.ts';
import { verify } from './verify.ts';

const world = useWorld();
const run = (...args: string[]) => world().run(status, ...args);

describe('track status', () => {
  it.each([
    ['a chain down to an authority', FULL],
    ['doubtful dates', DOUBTFUL],
    ['a circular without a ledger', SILENT],
  ])('tells %s', async (_, id) => {
    const { code, out } = await run(id);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it('gives the same as data', async () => {
    const { code, out } = await run(FULL, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchSnapshot();
  });

  it.each([
    'มท ๐๘๙๙.๙/ว๑๑',
    'มท0899.9/ว.11',
    'dla-0899-9-w11-0303',
    `content/circulars/${FULL}/`,
    'ตย 0023.91/31',
  ])('finds the circular by "%s"', async (asked) => {
    expect((await run(asked)).out).toContain(FULL);
  });

  it('leaves out what was not known on an earlier day, months and all', async () => {
    const early = JSON.parse((await run(FULL, '--as-of', '2025-03-08', '--json')).out);
    expect([early.movements, early.later]).toEqual([8, 4]);
    expect(early.levels.district.states).toEqual({ none: 1, addressed: 2 });
    const before = JSON.parse((await run(DOUBTFUL, '--as-of', '2025-03-31', '--json')).out);
    expect([before.later, before.undated, before.stuck]).toEqual([2, 0, []]);
    expect(before.levels.province.states).toEqual({ none: 2 });
  });

  it('shows one province', async () => {
    const { out } = await run(FULL, '--province', '88', '--json');
    expect(JSON.parse(out).tree.office).toBe('p88');
  });

  it.each([
    ['no circular', []],
    ['two', [FULL, SILENT]],
    ['a circular that is not there', ['dla-0899-9-w12-0303']],
    ['a number that several circulars might have', ['มท 0899.9/ว 1']],
    ['a day that is not there', [FULL, '--as-of', '2025-02-30']],
    ['a day of the Buddhist era', [FULL, '--as-of', '2568-03-01']],
    ['a province that is not there', [FULL, '--province', 'p87']],
    ['a district for a province', [FULL, '--province', 'd8801']],
    ['an option that is not there', [FULL, '--province-of', 'p88']],
  ])('refuses %s', async (_, args) => {
    const { code, out, err } = await run(...args);
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
    expect(out).toBe('');
  });

  it('tells a faulty row with file, line and column', async () => {
    const file = ledgerOf(FULL);
    world().write(file, world().read(file).replace('2025-03-10', '2025-03-40'));
    const { code, err } = await run(FULL);
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
  });

  it("follows another ministry's chain that is nothing but files", async () => {
    world().write(
      'content/registry/offices.csv',
      `${world().read('content/registry/offices.csv')}health,ministry,กระทรวงสมมติ,,,,สม,,,,test\nclinics,department,กรมสมมติ,,,,สม,,,,test\n`,
    );
    // The ministry writes to its department, that to provinces, these straight to sub-district authorities.
    world().write(
      'content/registry/routes/health.yaml',
      `key: health
name: สายสมมติ
issuers: [health]
outside: [p89]
steps:
  - from: issuer
    to: [{ branch: departments, types: [department] }]
  - from: clinics
    to: [{ branch: provinces, types: [province] }]
  - from: province
    to:
      - { branch: saos, types: [sao] }
      - { branch: towns, types: [town] }
called:
  clinics: [กสม.]
source: test
`,
    );
    const page = world()
      .read(`content/circulars/${SILENT}/index.mdx`)
      .replaceAll('dla-0899-9-w5-0501', 'health-0899-w5-0501')
      .replace('issuer: dla', 'issuer: health')
      .replace('มท 0899.9/ว 5', 'สม 0899/ว 5')
      .replace('group: provinces', 'office: clinics')
      .replace('text: ผู้ว่าราชการจังหวัด ทุกจังหวัด', 'text: อธิบดีกรมสมมติ');
    const folder = 'content/circulars/2567/health-0899-w5-0501';
    world().write(`${folder}/index.mdx`, page);
    const ledger = [
      MOVEMENT_COLUMNS.join(','),
      '1,sent,health,2024-05-01,,สม 0899/ว 5,,clinics,,,letter,,',
      '2,received,clinics,2024-05-02,,11,,,,,letter,,',
      '3,sent,clinics,2024-05-03,,สม 0899.1/ว 6,,provinces,,,letter,,',
      '4,received,p88,2024-05-06,,12,,,,,letter,,',
      '5,sent,p88,2024-05-07,,ตย 0023/ว 7,,saos,,,letter,,',
      '6,received,a880151,2024-05-09,,13,,,,,letter,,',
    ];
    world().write(`${folder}/movements.csv`, `${ledger.join('\n')}\n`);
    const { code, out, err } = await run('health-0899-w5-0501', '--as-of', '2024-05-10');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchSnapshot();
    expect((await world().run(verify)).err).toBe('');
    world().write(
      'r.csv',
      'เลขรับ,วันที่รับ,ที่,ลงวันที่,จาก,เรื่อง\n12,๖/๕/๖๗,สม ๐๘๙๙.๑/ว ๖,๓ พ.ค. ๖๗,กสม.,เรื่องตัวอย่าง\n',
    );
    const imported = await world().run(importRegister, 'r.csv', '--office', 'p88');
    expect(imported.out).toContain('recorded 0; 1 stood in the ledgers already');
  });
});
