import { expect, it } from 'vitest';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { parsedLedgers } from './parsed-ledgers.ts';

const ledger = (...numbers: readonly string[]): string =>
  [
    MOVEMENT_COLUMNS.join(','),
    ...numbers.map(
      (number, at) => `${at + 1},received,p50,2025-04-11,,${number},,,,,register:p50,,`,
    ),
    '',
  ].join('\n');

it('reads a text once for each file, and anew where it has changed', () => {
  const parse = parsedLedgers(10);
  const first = parse(ledger('1'), 'a.csv');
  expect(parse(ledger('1'), 'a.csv')).toBe(first);
  expect(parse(ledger('1', '2'), 'a.csv').map(({ number }) => number)).toEqual(['1', '2']);
  expect(parse(ledger('1'), 'a.csv')).not.toBe(first);
});

it('keeps those that were asked for last', () => {
  const parse = parsedLedgers(2);
  const [a, b] = [parse(ledger('1'), 'a.csv'), parse(ledger('1'), 'b.csv')];
  expect(parse(ledger('1'), 'a.csv')).toBe(a);
  parse(ledger('1'), 'c.csv');
  expect(parse(ledger('1'), 'a.csv')).toBe(a);
  expect(parse(ledger('1'), 'b.csv')).not.toBe(b);
});

it('keeps nothing of one that cannot be read, and names its file', () => {
  const parse = parsedLedgers(2);
  const broken = `${MOVEMENT_COLUMNS.join(',')}\n1,received\n`;
  for (const file of ['a.csv', 'b.csv']) expect(() => parse(broken, file)).toThrow(file);
});
