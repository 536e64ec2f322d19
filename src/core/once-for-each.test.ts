import { expect, it } from 'vitest';
import { onceForEach } from './once-for-each.ts';

it('works once on each thing, whatever comes between', () => {
  const asked: object[] = [];
  const work = onceForEach((thing: object) => {
    asked.push(thing);
    return asked.length;
  });
  const [a, b] = [{}, {}];
  expect([a, b, a, b].map(work)).toEqual([1, 2, 1, 2]);
  expect(asked).toEqual([a, b]);
});

it('remembers that there is nothing', () => {
  let tries = 0;
  const work = onceForEach((_: object) => {
    tries++;
  });
  const thing = {};
  work(thing);
  work(thing);
  expect(tries).toBe(1);
});

it('tries again after a failure', () => {
  let tries = 0;
  const work = onceForEach((_: object) => {
    tries++;
    if (tries === 1) throw new Error('once');
    return tries;
  });
  const thing = {};
  expect(() => work(thing)).toThrow('once');
  expect(work(thing)).toBe(2);
});
