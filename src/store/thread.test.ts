import { expect, it } from 'vitest';
import { inThread } from './thread.ts';

const moduleOf = (code: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads';${code}`)}`,
  );

it('gives what the module posts', async () => {
  const double = moduleOf('parentPort.postMessage(workerData.number * 2)');
  expect(await inThread<number>(double, { number: 21 })).toBe(42);
});

it.each([
  ['throws', "throw new Error('torn')", 'torn'],
  ['ends with a code', 'process.exit(3)', 'ended early with code 3'],
  ['ends without a word', '', 'ended early with code 0'],
])('fails when the module %s', async (_, code, message) => {
  await expect(inThread(moduleOf(code), null)).rejects.toThrow(message);
});
