import { expect, it } from 'vitest';
import { growthOf, LINEAR } from './growth.ts';

const list = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

it('tells linear work from quadratic work', () => {
  const linear = (numbers: number[]): number => {
    let sum = 0;
    for (let round = 0; round < 50; round++) for (const one of numbers) sum += one % 7;
    return sum;
  };
  const quadratic = (numbers: number[]): number => {
    let sum = 0;
    for (const one of numbers) for (const other of numbers) sum += one ^ other;
    return sum;
  };
  expect(growthOf(list, linear)).toBeLessThan(LINEAR);
  expect(growthOf(list, quadratic)).toBeGreaterThan(LINEAR);
});
