import { expect, it } from 'vitest';
import { isKnownWorker, knowWorker } from './known-worker.ts';

it('knows the worker that was loaded last, and no other', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(isKnownWorker(storage, '/_astro/worker-a.js')).toBe(false);
  knowWorker(storage, '/_astro/worker-a.js');
  expect(isKnownWorker(storage, '/_astro/worker-a.js')).toBe(true);
  knowWorker(storage, '/_astro/worker-b.js');
  expect(isKnownWorker(storage, '/_astro/worker-a.js')).toBe(false);
});

it('lets a store that is full be', () => {
  const setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(() => knowWorker({ setItem }, '/_astro/worker-a.js')).not.toThrow();
});
