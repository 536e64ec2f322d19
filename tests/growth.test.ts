import { expect, it } from 'vitest';
import { growthOf, LINEAR } from './growth.ts';

// The time that work would take, counted in steps: a clock would say something of the machine too.
let time = 0;
const clock = (): number => time;
const MS_A_STEP = 0.001;
const itself = (size: number): number => size;
const take = (steps: number): void => {
  time += steps * MS_A_STEP;
};

it.each([
  ['linear', (size: number) => 50 * size, 1],
  ['quadratic', (size: number) => size ** 2, 2],
  ['quick', () => 1, 1],
])('tells how %s work grows', (_, stepsOf, growth) => {
  expect(growthOf(itself, (size) => take(stepsOf(size)), 1000, clock)).toBeCloseTo(growth, 6);
});

it('lets whatever disturbs a round make nothing of linear work', () => {
  let round = 0;
  const disturbed = (size: number): void => {
    round += 1;
    take(50 * size * (round % 3 === 0 ? 1 : 40));
  };
  expect(growthOf(itself, disturbed, 1000, clock)).toBeLessThan(LINEAR);
});
