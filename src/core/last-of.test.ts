import { expect, it } from 'vitest';
import { lastOf } from './last-of.ts';

const counted = () => {
  const asked: unknown[] = [];
  const work = lastOf((key: unknown) => {
    asked.push(key);
    return [key];
  });
  return { asked, work };
};

it('works once on one thing after the other', () => {
  const { asked, work } = counted();
  expect(work('a')).toBe(work('a'));
  expect(work('b')).toEqual(['b']);
  expect(asked).toEqual(['a', 'b']);
});

it('remembers no more than one', () => {
  const { asked, work } = counted();
  for (const key of ['a', 'b', 'a']) expect(work(key)).toEqual([key]);
  expect(asked).toEqual(['a', 'b', 'a']);
});

it('works on nothing as on any other thing', () => {
  const { asked, work } = counted();
  expect(work(undefined)).toBe(work(undefined));
  expect(asked).toEqual([undefined]);
});

it('tries again after a failure', () => {
  let tries = 0;
  const work = lastOf(() => {
    tries++;
    if (tries === 1) throw new Error('once');
    return tries;
  });
  expect(() => work('a')).toThrow('once');
  expect(work('a')).toBe(2);
});
