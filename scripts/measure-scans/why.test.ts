import { expect, it } from 'vitest';
import type { ReadingDoubt } from '#core/scan/agreement.ts';
import { causesOf } from './why.ts';

const doubt = (
  reason: ReadingDoubt['reason'],
  seen: readonly string[],
  readings = 4,
  hasNet = true,
) => ({
  hasNet,
  readings,
  doubt: { reason, readings: seen, from: 0, to: 1, isDigit: true },
});

it('counts causes of doubts, the commonest first', () =>
  expect(
    causesOf([
      doubt('unclear', ['๘', '๘', '๘', '๘']),
      doubt('differs', ['๘', '๔', '8', '๘', '๘']),
      doubt('differs', ['๘', '๔', '๘', '๘', '๘']),
      doubt('differs', ['๘', '๘', '๔', '๔'], 3),
      doubt('differs', ['๘', '๘', '๔'], 3, false),
      doubt('left-out', ['ว ๑๘', 'ว ๑', 'ว ๑']),
    ]),
  ).toEqual([
    ['differs: "๘", second "๔"', 2],
    ['differs: "๘", first "๔", net "๔"', 1],
    ['differs: "๘", third "๔"', 1],
    ['left-out', 1],
    ['unclear: "๘", not sure', 1],
  ]));
