import { expect, it } from 'vitest';
import { check } from '../../scripts/check/command.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { GOOD, TODAY, withProject } from './good-content.ts';

const HEADING = 'office,month,side,category,amount,source,as_of\n';

it('tells a stated total that does not add up as a note, and what cannot be as a problem', async () => {
  const file = 'content/finance/2569/p50.csv';
  const rows =
    'a500001,2025-10,revenue,total,3,x,2025-11-10\na500001,2025-10,revenue,taxes,2.99,x,2025-11-10\n';
  await withProject(new Map(GOOD).set(file, HEADING + rows), async (cwd) => {
    const { out, code } = await recordedRun(check, [], { cwd, today: TODAY });
    expect(out.join('\n')).toContain(
      'note: content/finance/2569/p50.csv:2:25: the stated total of "a500001 2025-10 revenue" is 3.00, the sum of its parts 2.99',
    );
    expect(code).toBe(0);
  });
  await withProject(new Map(GOOD).set(file, `${HEADING}${rows}x\n`), async (cwd) => {
    const { err, code } = await recordedRun(check, [], { cwd, today: TODAY });
    expect(err[0]).toContain('content/finance/2569/p50.csv:4:2: the row has 1 cells, not 7');
    expect(code).toBe(1);
  });
});
