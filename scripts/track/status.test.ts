import { describe, expect, it } from 'vitest';
import { status } from './status.ts';
import { DOUBTFUL, FULL, ledgerOf, SILENT, useWorld } from './testing/made-up-world.ts';

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
});
