import { expect, it } from 'vitest';
import { TODAY } from './reader.ts';
import { longTexts, measureThroughput } from './throughput.ts';

const DRAW = { seed: 1, vocabulary: 'tuning', letters: 1 } as const;

it('makes texts of the length that is asked for, the same for the same seed', () => {
  const texts = longTexts(20_000, DRAW);
  expect(longTexts(20_000, DRAW)).toEqual(texts);
  for (const text of Object.values(texts)) {
    expect(Buffer.byteLength(text)).toBeGreaterThanOrEqual(20_000);
    expect('refusal' in TODAY.read(text)).toBe(false);
  }
});

it('times each reader in every round of every process, and compares it with the last', async () => {
  const readers = [TODAY, { ...TODAY, name: 'other' }];
  const text = longTexts(20_000, DRAW)['poor scans'] as string;
  const options = { processes: 2, rounds: 3 };
  const { readers: timed, bytes } = await measureThroughput(readers, ['short', text], options);
  expect(bytes).toBe(Buffer.byteLength(text));
  expect(timed.map(({ reader }) => reader)).toEqual(['today', 'other']);
  for (const { times, median } of timed) {
    expect(times.map(({ length }) => length)).toEqual([3, 3]);
    expect(median).toBeGreaterThan(0);
  }
  expect(timed[1]?.ratio).toBe(1);
});

it('fails where there is no reader to time', async () => {
  const nowhere = { ...TODAY, tree: import.meta.dirname };
  const options = { processes: 1, rounds: 1 };
  await expect(measureThroughput([nowhere], ['short', 'x'], options)).rejects.toThrow(
    'process that times a reader ended',
  );
});
