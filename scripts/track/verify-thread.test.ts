import { expect, it } from 'vitest';
import { jobOf } from '#store/ledger/tracked.ts';
import { verifyLedgers } from '#store/ledger/verify-ledgers.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { openContext } from './context.ts';
import { DOUBTFUL, FULL, ledgerOf, SILENT, useWorld } from './testing/made-up-world.ts';

const world = useWorld();
const add = (id: string, rest: string): void => {
  const head = world().read(ledgerOf(FULL)).split('\n', 1)[0];
  const before = world().has(ledgerOf(id)) ? world().read(ledgerOf(id)) : `${head}\n`;
  world().write(ledgerOf(id), `${before}${before.split('\n').length - 1},${rest}\n`);
};

it('finds with a second thread what it finds without: faulty rows, days, numbers used in both halves', async () => {
  add(FULL, 'received,d8801,2025-03-05,,77,,,,,register:d8801,,');
  add(SILENT, 'received,d8801,2025-04-08,,77,,,,,register:d8801,,');
  add(SILENT, 'received,p88,2024-03-01,,8,,,,,register:p88,,');
  add(DOUBTFUL, 'posted,p88,2025-04-08,,9,,,,,register:p88,,');
  let context: Awaited<ReturnType<typeof openContext>> | undefined;
  const command = {
    help: '',
    run: async (_: readonly string[], io: Parameters<typeof openContext>[0]) => {
      context = await openContext(io, {});
      return 0;
    },
  };
  await recordedRun(command, [], { cwd: world().root, today: '2025-05-01' });
  if (!context) throw new Error('no context');
  const { root, registry, rules, records, asOf } = context;
  const ledgers = records.map((one) => ({ ...one, job: jobOf(one) }));
  const verify = (worthAThread: number) =>
    verifyLedgers({ root, registry, rules }, ledgers, asOf, worthAThread);
  const [alone, together] = [await verify(Number.POSITIVE_INFINITY), await verify(0)];
  expect(together).toEqual(alone);
  expect(alone.found).toBeGreaterThanOrEqual(3);
  expect(alone.problems.map(({ what }) => what).join('\n')).toContain(
    'd8801 used the number 77 already',
  );
});
