import { expect, it } from 'vitest';
import { peakMiB, residentBytesOfTree } from './process-tree.ts';

it('finds the highest sample of a span', () => {
  const samples = [1, 9, 4, 7].map((mib, at) => ({ at, bytes: mib * 2 ** 20 }));
  expect(peakMiB(samples, 0, 3)).toBe(9);
  expect(peakMiB(samples, 2, 3)).toBe(7);
  expect(peakMiB(samples, 4, 5)).toBeNull();
});

it.runIf(process.platform === 'linux')('measures this process', async () => {
  const bytes = await residentBytesOfTree(process.pid);
  expect(bytes).toBeGreaterThanOrEqual(process.memoryUsage().rss * 0.5);
});
