import { describe, expect, it } from 'vitest';
import { report } from './report.ts';
import { FULL, ledgerOf, useWorld } from './testing/made-up-world.ts';

const world = useWorld();
const run = (...args: string[]) => world().run(report, ...args);

describe('track report', () => {
  it.each([
    ['all circulars', []],
    ['one year', ['--year', '2567']],
    ['one province', ['--province', 'p88']],
    ['an earlier day', ['--as-of', '2025-03-08']],
  ])('tells %s', async (_, args) => {
    const { code, out } = await run(...args);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it('gives the same as data', async () => {
    const { out } = await run('--json');
    expect(JSON.parse(out)).toMatchSnapshot();
  });

  it('has nothing to say of a year without circulars', async () => {
    const { code, out } = await run('--year', '2569');
    expect([code, out]).toEqual([0, 'as of 2025-05-01: no circulars, so nothing to report']);
  });

  it('tells the same from its cache, and sees a ledger that has changed since', async () => {
    const first = await run('--json');
    expect(world().has('.cache/track')).toBe(true);
    expect(await run('--json')).toEqual(first);
    const file = ledgerOf(FULL);
    world().write(file, `${world().read(file)}9,received,d8802,2025-03-11,,5,,,,,letter,,\n`);
    const third = JSON.parse((await run('--json')).out);
    expect(third.coverage.district).toEqual({ listed: 9, addressed: 3, reached: 2 });
  });

  it('counts what is open as longer than so far, and tells what it leaves out', async () => {
    const { measures } = JSON.parse((await run('--json')).out);
    expect(measures['transit-province']).toEqual({
      median: 2,
      p90: null,
      ended: 1,
      open: 1,
      leftOut: 2,
    });
  });

  it('tells faulty rows, sums up the others, and ends with code 1', async () => {
    const file = ledgerOf(FULL);
    world().write(file, world().read(file).replace('received,d8801', 'received,d8807'));
    const { code, out, err } = await run();
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
    expect(out).toContain('3 circulars, 10 movements');
  });

  it.each([
    ['a word', ['everything']],
    ['a Gregorian year', ['--year', '2025']],
    ['a district', ['--province', 'd8801']],
    ['a province by a name near it', ['--province', 'ทดลอง']],
  ])('refuses %s', async (_, args) => {
    const { code, err } = await run(...args);
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
  });
});
