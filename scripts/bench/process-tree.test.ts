import { expect, it } from 'vitest';
import { useBetween, useOfTree } from './process-tree.ts';

it('finds the highest memory and the processor time of a span', () => {
  const samples = [1, 9, 4, 7].map((mib, at) => ({ at, bytes: mib * 2 ** 20, cpu: at * 2 }));
  expect(useBetween(samples, 0, 3)).toEqual({ peakMiB: 9, cpuSeconds: 6 });
  expect(useBetween(samples, 2, 3)).toEqual({ peakMiB: 7, cpuSeconds: 4 });
  expect(useBetween(samples, 4, 5)).toBeNull();
});

it.runIf(process.platform === 'linux')('measures this process', async () => {
  const use = await useOfTree(process.pid);
  expect(use?.bytes).toBeGreaterThanOrEqual(process.memoryUsage().rss * 0.5);
  expect(use?.cpu).toBeGreaterThan(0);
});
