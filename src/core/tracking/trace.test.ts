import { describe, expect, it } from 'vitest';
import type { CoveringLetter } from '#core/letter/circular.ts';
import { movementOfCells } from './movement.ts';
import { letterSentBy, sentBesides } from './trace.ts';

const letter = (issuer: string, value: string | null, other?: string) =>
  ({
    issuer,
    number: {
      value,
      ...(other && {
        doubt: { kind: 'conflict', readings: [{ read: other, value: other, source: 'letter' }] },
      }),
    },
  }) as Pick<CoveringLetter, 'issuer' | 'number'>;
const sent = (office: string, number = '') =>
  movementOfCells({ no: '1', kind: 'sent', office, number });

const ONE = letter('p99', 'ชช 0099.9/ว 1');
const TWO = letter('p99', null, 'ชช 0099.9/ว 2');
const OTHER = letter('d9901', 'ชช 0099.15/1');

describe('the letter that a movement tells of', () => {
  it.each([
    ['of the same office and number', sent('p99', 'ชช 0099.9/ว 1'), ONE],
    ['by any of its readings', sent('p99', 'ชช 0099.9/ว 2'), TWO],
    ['of that office, where no number is known', sent('d9901'), OTHER],
    ['none of another number', sent('p99', 'ชช 0099.9/ว 3'), undefined],
    ['none of another office', sent('p98', 'ชช 0099.9/ว 1'), undefined],
  ])('is %s', (_, movement, expected) => {
    expect(letterSentBy(movement, [ONE, TWO, OTHER])).toBe(expected);
  });
});

it('letters that only a register tells of are those of no letter in the chain', () => {
  const besides = sent('p99', 'ชช 0099.9/ว 3');
  const received = movementOfCells({ no: '2', kind: 'received', office: 'p97', number: '5' });
  const movements = [sent('p99', 'ชช 0099.9/ว 1'), besides, sent('d9901'), received, sent('p98')];
  expect(sentBesides(movements, [ONE, TWO, OTHER])).toEqual([besides, sent('p98')]);
});
