import { expect, it } from 'vitest';
import type { Movement } from '../movement.ts';
import type { UnnumberedMovement } from './match.ts';
import { MOST_OF_ONE_LETTER, planAdditions, stillToRecord } from './plan.ts';

const received: UnnumberedMovement = {
  kind: 'received',
  office: 'p88',
  date: '2025-03-05',
  number: '101',
  to: [],
  doubt: {},
  source: 'register:r.csv',
};
const sent: UnnumberedMovement = {
  ...received,
  kind: 'sent',
  number: 'ตย 0023.9/ว 21',
  to: ['districts', 'a8899'],
};
const row = (one: UnnumberedMovement, changes: Partial<Movement> = {}): Movement => ({
  ...one,
  no: 1,
  source: 'letter',
  ...changes,
});

it.each<[what: string, recorded: Movement[], one: UnnumberedMovement, left: unknown]>([
  ['nothing is recorded', [], received, received],
  ['the same is, from another source', [row(received)], received, null],
  ['it is at a named desk', [row(received, { desk: 'ก' })], received, null],
  [
    'it is at another desk',
    [row(received, { desk: 'ก' })],
    { ...received, desk: 'ข' },
    { ...received, desk: 'ข' },
  ],
  ['it is under another number', [row(received, { number: '7' })], received, received],
  ['it is of another day', [row(received, { date: '2025-03-06' })], received, received],
  ['it is of another office', [row(received, { office: 'p89' })], received, received],
  ['all addressees are', [row(sent)], sent, null],
  [
    'they are in two rows',
    [row(sent, { to: ['districts'] }), row(sent, { to: ['a8899'] })],
    sent,
    null,
  ],
  ['one addressee is', [row(sent, { to: ['districts'] })], sent, { ...sent, to: ['a8899'] }],
])('finds what is still to be recorded where %s', (_, recorded, one, left) => {
  expect(stillToRecord(recorded, one)).toEqual(left);
});

it('takes so many rows of one letter, and says why it takes no more', () => {
  const rows = Array.from({ length: MOST_OF_ONE_LETTER + 2 }, (_, at) => ({
    line: at + 2,
    movement: received,
  }));
  const route = {} as Parameters<typeof planAdditions>[2];
  const ledger = {} as Parameters<typeof planAdditions>[3];
  const { already, refused } = planAdditions([row(received)], rows, route, ledger, '2025-04-01');
  expect(already).toHaveLength(MOST_OF_ONE_LETTER);
  expect(refused.map(({ planned, reason }) => [planned.line, reason])).toEqual([
    [1002, 'the register has more than 1,000 rows of this letter'],
    [1003, 'the register has more than 1,000 rows of this letter'],
  ]);
});
