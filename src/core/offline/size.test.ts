import { expect, it } from 'vitest';
import { sizeIn } from './size.ts';

it.each([
  [0, '0', 'kilo'],
  [1, '1', 'kilo'],
  [999_000, '999', 'kilo'],
  [999_001, '1.0', 'mega'],
  [1_260_000, '1.3', 'mega'],
  [999_940_000, '999.9', 'mega'],
  [999_960_000, '1.0', 'giga'],
  [12_300_000_000, '12.3', 'giga'],
])('%i bytes are %s %s', (bytes, amount, unit) => {
  expect(sizeIn(bytes)).toEqual([amount, unit]);
});
