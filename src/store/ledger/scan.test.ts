import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '#core/letter/date.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute, type RouteRules } from '#core/office/route.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { MOVEMENT_COLUMNS, MOVEMENT_KINDS } from '#core/tracking/movement.ts';
import { NO_DAY, newTable, trustOf } from '#core/tracking/table.ts';
import { dayIn, isLetterNumberIn } from './bytes.ts';
import { officeHash } from './office-hash.ts';
import { parseLedger } from './read-ledger.ts';
import { scanLedger, validMovements } from './scan.ts';

const registry = buildRegistry([
  office('dla', 'department'),
  office('p50', 'province'),
  office('d5009', 'district', 'p50'),
  office('a500951', 'sao', 'p50', ['d5009']),
]);
const rules: RouteRules = {
  key: 'test',
  name: 'test',
  issuers: ['dla'],
  outside: [],
  source: 'test',
  steps: [
    { from: 'issuer', to: [{ branch: 'provinces', types: ['province'] }] },
    { from: 'province', to: [{ branch: 'districts', types: ['district'] }] },
    { from: 'district', to: [{ branch: 'saos', types: ['sao'] }] },
  ],
};
const route = buildRoute(registry, rules, 'dla', [{ group: 'provinces' }], '2025-01-01');
const scanner = {
  route,
  hash: officeHash(registry.offices.map(({ id }) => id)),
  recipients: new Map(),
};
const scan = (text: string) => {
  const table = newTable(2);
  const bytes = Buffer.from(text);
  return {
    bytes,
    table,
    problems: scanLedger(scanner, bytes, bytes.length, 'movements.csv', table),
  };
};
const head = `${MOVEMENT_COLUMNS.join(',')}\n`;
const problemsOf = (read: () => unknown): string[] => {
  try {
    read();
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

const cell = fc.constantFrom('', 'x', 'ตรารับ', '"a, b"', '"', '๑', ' 7', '12', '2025-02-30');
const row = fc.record({
  kind: fc.constantFrom(...MOVEMENT_KINDS, 'posted', ''),
  office: fc.constantFrom('dla', 'p50', 'd5009', 'a500951', 'A1'),
  date: fc.constantFrom(
    '2025-04-11',
    '2024-02-29',
    '2025-02-29',
    '2568-04-11',
    '2025-04',
    '',
    '0000-00-00',
  ),
  time: fc.constantFrom('', '09:30', '24:00', '9:30'),
  number: fc.constantFrom(
    '',
    'ชม 0023.5/ว 13455',
    'ชม 0023.5/13455',
    'ชม0023.5/1',
    '11775',
    'ชม 0023.5/007',
  ),
  desk: cell,
  to: fc.constantFrom('', 'districts', 'd5009;a500951', 'saos;', 'x1'),
  read: cell,
  doubt: fc.constantFrom('', 'date', 'number date:cited', 'date:maybe', 'source'),
  source: fc.constantFrom('letter', ''),
  corrects: fc.constantFrom('', '1', '9'),
  note: cell,
});

describe('scanLedger', () => {
  it('accepts and refuses what the reader in full does, and reads the same', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const lines = rows.map((one, at) => [String(at + 1), ...Object.values(one)].join(','));
        const text = head + lines.map((line) => `${line}\n`).join('');
        const { table, bytes, problems } = scan(text);
        const faults = problemsOf(() => parseLedger(text, 'movements.csv'));
        expect(problems.length > 0).toBe(faults.length > 0);
        if (faults.length > 0) return;
        const movements = parseLedger(text, 'movements.csv');
        expect(table.count).toBe(movements.length);
        expect(validMovements(bytes, table)).toEqual(movements);
        for (const [at, movement] of movements.entries()) {
          const { date } = movement;
          expect(table.day[at]).toBe(
            date === undefined ? NO_DAY : dayNumber(`${date}-01-01`.slice(0, 10)),
          );
          expect(table.trust[at]).toBe(trustOf(movement));
          expect(MOVEMENT_KINDS[table.kind[at] as number]).toBe(movement.kind);
          expect(registry.offices[table.office[at] as number]?.id).toBe(movement.office);
        }
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['an empty file', ''],
    ['a heading of its own', 'no,kind\n'],
    ['a row that is cut off', `${head}1,received,p50,2025-04-11,,1,,,,,letter,,\n2,received,p5`],
    ['a row out of order', `${head}2,received,p50,2025-04-11,,1,,,,,letter,,\n`],
    ['an office that nobody knows', `${head}1,received,p51,2025-04-11,,1,,,,,letter,,\n`],
    ['too few cells', `${head}1,received,p50\n`],
  ])('tells %s', (_, text) => {
    expect(
      scan(text).problems.map(({ line, field, what }) => [line, field, what]),
    ).toMatchSnapshot();
  });

  it('leaves a faulty row out and reads on', () => {
    const { table, problems } = scan(
      `${head}1,received,p50,2025-04-31,,1,,,,,letter,,\n2,received,p50,2025-04-30,,1,,,,,letter,,\n`,
    );
    expect(problems.map(({ line }) => line)).toEqual([2]);
    expect(table.day[1]).toBe(dayNumber('2025-04-30'));
  });
});

it('reads every day of three centuries as the calendar does', () => {
  for (let day = dayNumber('1857-01-01'); day <= dayNumber('2156-12-31'); day++) {
    const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    expect(dayIn(Buffer.from(text), 0, 10)).toBe(day);
  }
});

it.each([
  ['มท 0808.4/ว 2007', true],
  ['ชม 0023.15/6698', true],
  ['ชม0023.15/6698', false],
  ['ชม 0023.15/06698', false],
  ['ชม 0023./1', false],
  ['ชม 0023/ว1', false],
  ['ไม 0023/1', false],
  ['ชม 0023/', false],
])('takes "%s" for a canonical number: %s', (text, is) => {
  const bytes = Buffer.from(`,${text},`);
  expect(isLetterNumberIn(bytes, 1, bytes.length - 1)).toBe(is);
});
