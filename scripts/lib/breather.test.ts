import { expect, it } from 'vitest';
import { breather } from './breather.ts';

/** Counts turns of the event loop until it is stopped. */
const countTurns = () => {
  let [turns, isRunning] = [0, true];
  const count = (): void => {
    turns += 1;
    if (isRunning) setImmediate(count);
  };
  setImmediate(count);
  return {
    turns: () => turns,
    stop: () => {
      isRunning = false;
    },
  };
};

it('lets one piece of work go on in each turn of the loop, each in its order', async () => {
  const counter = countTurns();
  const slices: { readonly who: number; readonly turn: number }[] = [];
  const work = async (who: number): Promise<void> => {
    const breathe = breather({ ms: 0 });
    for (let slice = 0; slice < 5; slice += 1) {
      await breathe();
      slices.push({ who, turn: counter.turns() });
    }
  };
  await Promise.all([0, 1, 2, 3].map(work));
  counter.stop();
  const turns = slices.map(({ turn }) => turn);
  expect(new Set(turns).size).toBe(slices.length);
  expect(slices.map(({ who }) => who)).toEqual([...'01230123012301230123'].map(Number));
});

it('does not wait where little time has passed', async () => {
  const counter = countTurns();
  const breathe = breather({ ms: 60_000 });
  for (let at = 0; at < 100; at += 1) await breathe();
  counter.stop();
  expect(counter.turns()).toBe(0);
});

it('lets what somebody waits for go first, but not for ever', async () => {
  const order: string[] = [];
  const work = async (who: string, isWaitedFor: boolean, slices: number): Promise<void> => {
    const breathe = breather({ ms: 0, isWaitedFor });
    for (let slice = 0; slice < slices; slice += 1) {
      await breathe();
      order.push(who);
    }
  };
  await Promise.all([work('import', false, 3), work('page', true, 20), work('import', false, 3)]);
  const turns = order.join(' ');
  expect(turns.startsWith('page '.repeat(5))).toBe(true);
  expect(order.slice(0, 20).filter((who) => who === 'import').length).toBeGreaterThan(0);
  expect(order.filter((who) => who === 'import')).toHaveLength(6);
});
