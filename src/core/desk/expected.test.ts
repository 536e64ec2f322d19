import { expect, it } from 'vitest';
import { dayNumber } from '#core/letter/date.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute } from '#core/office/route.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { foldMovements, newFolded } from '#core/tracking/fold.ts';
import { movementOfCells } from '#core/tracking/movement.ts';
import { fillTable, newTable } from '#core/tracking/table.ts';
import { MADE_UP_RULES } from '#core/tracking/testing/made-up-rules.ts';
import { expectedOf } from './expected.ts';

const registry = buildRegistry([
  office('dla', 'department'),
  office('p81', 'province'),
  office('d8101', 'district', 'p81'),
  office('a8101', 'sao', 'p81', ['d8101']),
]);
const route = buildRoute(registry, MADE_UP_RULES, 'dla', [{ group: 'provinces' }], '2024-01-01');

const foldedOf = (rows: readonly string[]) => {
  const movements = rows.map((row, at) => {
    const [kind = '', id = '', date = '', to = ''] = row.split(' ');
    return movementOfCells({ no: String(at + 1), kind, office: id, date, to });
  });
  const table = newTable(rows.length + 1);
  fillTable(table, movements, route);
  const folded = newFolded(route);
  foldMovements(table, route, dayNumber('2024-03-31'), folded);
  return folded;
};

it.each([
  ['nothing recorded', [], 'd8101', 'none', ['received', 'sent']],
  ['a receipt', ['received d8101 2024-01-10'], 'd8101', 'received', ['sent']],
  [
    'a receipt, of one that passes nothing on',
    ['received a8101 2024-01-10'],
    'a8101',
    'received',
    [],
  ],
  // Whoever acknowledges a letter, or has done what it asks, has it, whether or not a receipt was recorded.
  ['an acknowledgement alone', ['acknowledged a8101 2024-01-12'], 'a8101', 'acknowledged', []],
  [
    'an acknowledgement of one that passes on',
    ['acknowledged d8101 2024-01-12'],
    'd8101',
    'acknowledged',
    ['sent'],
  ],
  ['that it is done', ['done a8101 2024-01-12'], 'a8101', 'done', []],
  [
    'that it was passed on, without its receipt',
    ['sent d8101 2024-01-12 saos'],
    'd8101',
    'passed-on',
    ['received'],
  ],
] as const)('of %s, what is missing is told', (_, rows, id, state, missing) => {
  expect(expectedOf(foldedOf(rows), route, id)).toEqual({ state, missing });
});

it.each(['dla', 'p99'])('expects nothing of %s, to which the circular does not come', (id) => {
  expect(expectedOf(foldedOf([]), route, id)).toBeNull();
});
