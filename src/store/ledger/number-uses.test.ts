import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute, type RouteRules } from '#core/office/route.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { newTable } from '#core/tracking/table.ts';
import { numberUsed } from '#core/tracking/verify.ts';
import { numberMarks } from './number-uses.ts';
import { officeHash } from './office-hash.ts';
import { scanLedger, validMovements } from './scan.ts';

const registry = buildRegistry([office('dla', 'department'), office('p50', 'province')]);
const rules: RouteRules = {
  key: 'test',
  name: 'test',
  issuers: ['dla'],
  outside: [],
  source: 'test',
  steps: [{ from: 'issuer', to: [{ branch: 'provinces', types: ['province'] }] }],
};
const scanner = {
  route: buildRoute(registry, rules, 'dla', [{ group: 'provinces' }], '2025-01-01'),
  hash: officeHash(registry.offices.map(({ id }) => id)),
  recipients: new Map(),
};

/** A ledger of rows without their numbers. */
const ledger = (...rows: string[]) => {
  const text = [MOVEMENT_COLUMNS.join(','), ...rows.map((row, at) => `${at + 1},${row}`), ''];
  const bytes = Buffer.from(text.join('\n'));
  const table = newTable(2);
  expect(scanLedger(scanner, bytes, bytes.length, 'movements.csv', table)).toEqual([]);
  return { bytes, table };
};
const received = (number: string, day = '2025-03-01', desk = '') =>
  `received,p50,${day},,${number},${desk},,,,register:p50,,`;
const sent = (number: string, day = '2025-03-01') =>
  `sent,dla,${day},,${number},,provinces,,,letter,,`;

type Ledger = ReturnType<typeof ledger>;
const WAYS = {
  'by rows': (ledgers: readonly Ledger[]) => {
    const marks = numberMarks();
    for (const { bytes, table } of ledgers) marks.markRows(bytes, table);
    return marks;
  },
  'by movements': (ledgers: readonly Ledger[]) => {
    const marks = numberMarks();
    for (const { bytes, table } of ledgers) marks.markMovements(validMovements(bytes, table));
    return marks;
  },
  'by two threads': ([first, ...rest]: readonly Ledger[]) => {
    const marks = numberMarks();
    if (first) marks.markRows(first.bytes, first.table);
    const other = numberMarks();
    for (const { bytes, table } of rest) other.markRows(bytes, table);
    marks.join(other.marked());
    return marks;
  },
};

describe.each(Object.entries(WAYS))('numberMarks, %s', (_, mark) => {
  it.each<[what: string, ledgers: string[][], rows: number[][]]>([
    ['a number of a register in two ledgers', [[received('7')], [received('7')]], [[0], [0]]],
    [
      'a number of letters in two ledgers',
      [[sent('มท 0899.1/ว 5')], [sent('มท 0899.1/ว 5')]],
      [[0], [0]],
    ],
    ['a number in quotes', [[received('7')], [received('"7"')]], [[0], [0]]],
    ['one with white space around it', [[received('7')], [received(' 7 ')]], [[0], [0]]],
    ['numbers without digits', [[received('ก')], [received('ก')]], [[0], [0]]],
    ['long numbers', [[received('98765432101234')], [received('98765432101234')]], [[0], [0]]],
    [
      'a letter of two days in one ledger',
      [[sent('มท 0899.1/ว 5'), sent('มท 0899.1/ว 5', '2025-03-02')]],
      [[0, 1]],
    ],
  ])('finds %s', (__, ledgers, rows) => {
    const all = ledgers.map((one) => ledger(...one));
    const marks = mark(all);
    expect(marks.hasCandidates()).toBe(true);
    expect(all.map(({ bytes, table }) => marks.candidateRows(bytes, table))).toEqual(rows);
    for (const { bytes, table } of all) {
      expect(validMovements(bytes, table).every(marks.isCandidate)).toBe(true);
    }
  });

  it.each<[what: string, ledgers: string[][]]>([
    ['a letter to several addressees', [[sent('มท 0899.1/ว 5'), sent('มท 0899.1/ว 5')]]],
    ['numbers that follow each other', [[received('511')], [received('512')], [received('513')]]],
    ['a zero in front', [[received('7')], [received('07')]]],
    ['other letters in front', [[sent('มท 0899.1/ว 5')], [sent('มท 0899.2/ว 5')]]],
    [
      'a number of a letter and one of a register',
      [[sent('มท 0899.1/ว 5')], [received('มท 0899.1/ว 5')]],
    ],
    ['another desk', [[received('7', '2025-03-01', 'ก')], [received('7', '2025-03-01', 'ข')]]],
    ['another year', [[received('7', '2025-03-01')], [received('7', '2026-03-01')]]],
    ['numbers apart by a page', [[received('7')], [received(String(7 + 512 * 65_536))]]],
    ['no number', [[received('')], [received('')]]],
  ])('takes %s for no second use', (__, ledgers) => {
    const marks = mark(ledgers.map((one) => ledger(...one)));
    expect(marks.hasCandidates()).toBe(false);
  });

  it('misses none of what a map of all of them finds', () => {
    const row = fc
      .record({
        isSent: fc.boolean(),
        number: fc.oneof(
          fc.nat(30).map(String),
          fc.constantFrom('07', '๗', 'ก7', '"7"', '7 ', 'x'),
        ),
        day: fc.constantFrom('2025-03-01', '2025-03-02', '2026-01-01'),
        desk: fc.constantFrom('', 'ก'),
      })
      .map(({ isSent, number, day, desk }) =>
        isSent
          ? sent(`มท 0899.1/ว ${Number.parseInt(number, 10) || 1}`, day)
          : received(number, day, desk),
      );
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 5 }), (texts) => {
        const ledgers = texts.map((rows) => ledger(...rows));
        const marks = mark(ledgers);
        const uses = new Map<string, string>();
        for (const [at, { bytes, table }] of ledgers.entries()) {
          for (const one of validMovements(bytes, table)) {
            const key = numberUsed(one);
            if (key === null) continue;
            const use = `${at} ${one.date}`;
            const before = uses.get(key);
            if (before !== undefined && before !== use) expect(marks.isCandidate(one)).toBe(true);
            uses.set(key, before ?? use);
          }
        }
      }),
    );
  });
});
