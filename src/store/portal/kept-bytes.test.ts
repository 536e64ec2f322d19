import { expect, it } from 'vitest';
import { keepBytes } from './kept-bytes.ts';

/** Keeps up to `most` bytes, and counts how often something was made. */
const counting = (most: number) => {
  const made: string[] = [];
  const keep = keepBytes(most);
  const ask = (key: string, size = 10) =>
    keep(key, async () => {
      made.push(key);
      return Buffer.alloc(size, key);
    });
  return { made, keep, ask };
};

it('makes once what is asked for again, at the same time and later', async () => {
  const { made, ask } = counting(100);
  const [one, same] = await Promise.all([ask('a'), ask('a')]);
  expect(await ask('a')).toBe(one);
  expect(same).toBe(one);
  expect(made).toEqual(['a']);
});

it('forgets first what was not asked for longest', async () => {
  const { made, ask } = counting(30);
  for (const key of ['a', 'b', 'c', 'a', 'd']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'd']);
  for (const key of ['a', 'c', 'd']) await ask(key);
  expect(made).toHaveLength(4);
  await ask('b');
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b']);
});

it('gives what is larger than all that it may keep, and keeps nothing of it', async () => {
  const { made, ask } = counting(30);
  expect(await ask('large', 31)).toHaveLength(31);
  await ask('large', 31);
  expect(made).toEqual(['large', 'large']);
  for (const key of ['a', 'b', 'c', 'a', 'b', 'c']) await ask(key);
  expect(made).toEqual(['large', 'large', 'a', 'b', 'c']);
});

it('makes anew what failed', async () => {
  const { made, keep, ask } = counting(30);
  const failing = () => keep('a', () => Promise.reject(new Error('no such file')));
  await expect(failing()).rejects.toThrow('no such file');
  expect(await ask('a')).toHaveLength(10);
  expect(made).toEqual(['a']);
});
