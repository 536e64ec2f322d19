import { describe, expect, it } from 'vitest';
import { overdue } from './overdue.ts';
import { FULL, ledgerOf, useWorld } from './testing/made-up-world.ts';

const world = useWorld();
const run = (...args: string[]) => world().run(overdue, ...args);

describe('track overdue', () => {
  it('tells only what a letter states', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
    expect(JSON.parse((await run('--json')).out)).toMatchSnapshot();
  });

  it('counts the last day as in time', async () => {
    const on = async (day: string) => JSON.parse((await run('--as-of', day, '--json')).out);
    expect((await on('2025-03-31')).stated).toEqual([]);
    expect((await on('2025-04-01')).stated).toMatchObject([{ daysPast: 1, done: 1 }]);
  });

  it("labels an office's own rule as such, and leaves doubtful dates out", async () => {
    world().write(
      'content/registry/office-rules.csv',
      [
        'office,days,unit,from,source',
        'p88,1,working-days,2025-01-01,made-up-rule',
        'd8801,5,days,2025-01-01,made-up-rule',
        '',
      ].join('\n'),
    );
    expect((await run()).out).toMatchSnapshot();
    const file = ledgerOf(FULL);
    const unclear = world().read(file).replace('301,,,,,one', '301,,,๗๐ มีนาคม,date,one');
    world().write(file, unclear);
    expect(JSON.parse((await run('--json')).out).ownRulesLeftOut).toEqual([
      { circular: FULL, office: 'd8801' },
    ]);
  });

  it.each([
    ['a rule that cannot be read', 'p88,many,days,2025-01-01,x'],
    ['a rule from an impossible day', 'p88,2,days,2568-01-01,x'],
  ])('refuses %s', async (_, row) => {
    world().write('content/registry/office-rules.csv', `office,days,unit,from,source\n${row}\n`);
    const { code, err } = await run();
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
  });

  it('takes no words', async () => {
    expect(await run('all')).toMatchObject({ code: 2 });
  });
});
