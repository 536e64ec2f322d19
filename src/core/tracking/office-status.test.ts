import { describe, expect, it } from 'vitest';
import { dayNumber } from '#core/letter/date.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute } from '#core/office/route.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { foldMovements, newFolded } from './fold.ts';
import { type Movement, movementOfCells } from './movement.ts';
import { officeStatusesOf } from './office-status.ts';
import { officeStates } from './states.ts';
import { fillTable, newTable } from './table.ts';
import { MADE_UP_RULES } from './testing/made-up-rules.ts';

const registry = buildRegistry([
  office('dla', 'department'),
  office('p81', 'province'),
  office('p82', 'province'),
  office('d8101', 'district', 'p81'),
  office('d8102', 'district', 'p81'),
  office('a8190', 'pao', 'p81'),
  office('a8101', 'sao', 'p81', ['d8101']),
  office('a8102', 'sao', 'p81', ['d8101', 'd8102']),
]);
const route = buildRoute(registry, MADE_UP_RULES, 'dla', [{ group: 'provinces' }], '2024-01-01');

/** Rows as `kind office date to`, a date that ends in "?" being unclear. */
const movements = (...rows: string[]): Movement[] =>
  rows.map((row, at) => {
    const [kind = '', id = '', date = '', to = ''] = row.split(' ');
    const doubt = date.endsWith('?') ? 'date' : '';
    return movementOfCells({
      no: String(at + 1),
      kind,
      office: id,
      date: date.replace('?', ''),
      to,
      doubt,
    });
  });

const statuses = (asOf: string, ...rows: string[]) => {
  const all = movements(...rows);
  const table = newTable(all.length + 1);
  fillTable(table, all, route);
  const folded = newFolded(route);
  foldMovements(table, route, dayNumber(asOf), folded);
  return officeStatusesOf(route, all, asOf, officeStates(folded, route));
};
const states = (...rows: string[]) =>
  Object.fromEntries(
    [...statuses('2024-12-31', ...rows)].map(([id, { state, addressed }]) => [
      id,
      [state, addressed.map(({ no }) => no)],
    ]),
  );

const ISSUED = 'sent dla 2024-01-02 provinces';

describe('officeStatusesOf', () => {
  it('leaves out the issuer and every office without a record', () => {
    expect(states(ISSUED)).toEqual({ p81: ['addressed', [1]], p82: ['addressed', [1]] });
  });

  it.each<[what: string, rows: string[], of: string, state: unknown]>([
    ['a stamp', ['received p81 2024-01-05'], 'p81', ['received', [1]]],
    [
      'a letter to one branch of two',
      ['sent p81 2024-01-06 districts'],
      'p81',
      ['passed-on-partly', [1]],
    ],
    ['a letter to its group', ['sent p81 2024-01-06 districts'], 'd8102', ['addressed', [2]]],
    [
      'letters to all branches, one by name',
      ['sent p81 2024-01-06 districts', 'sent p81 2024-01-07 a8190'],
      'p81',
      ['passed-on', [1]],
    ],
    ['a letter that names it', ['sent p81 2024-01-07 a8190'], 'a8190', ['addressed', [2]]],
    [
      'letters of both districts in which it lies, in the order of time',
      ['sent d8101 2024-01-09 saos', 'sent d8102 2024-01-08 saos'],
      'a8102',
      ['addressed', [3, 2]],
    ],
    ['an acknowledgement', ['acknowledged a8101 2024-02-01'], 'a8101', ['acknowledged', []]],
    ['the end', ['acknowledged a8101 2024-02-01', 'done a8101 2024-03-01'], 'a8101', ['done', []]],
    ['a stamp whose day nobody can read', ['received p82 2024-01?'], 'p82', ['received', [1]]],
  ])('knows %s', (_, rows, of, state) => {
    expect(states(ISSUED, ...rows)[of]).toEqual(state);
  });

  it('leaves out what is dated after the day asked for', () => {
    const rows = [ISSUED, 'received p81 2024-01-05', 'sent p81 2024-02-06 districts'];
    const found = statuses('2024-01-31', ...rows);
    expect([...found.keys()]).toEqual(['p81', 'p82']);
    expect(found.get('p81')).toMatchObject({ state: 'received', sent: [] });
  });

  it('keeps a record of an office to which the circular should not come, and says so', () => {
    const named = buildRoute(registry, MADE_UP_RULES, 'dla', [{ office: 'p82' }], '2024-01-01');
    const all = movements('sent dla 2024-01-02 p82', 'received p81 2024-01-05');
    const table = newTable(2);
    fillTable(table, all, named);
    const folded = newFolded(named);
    foldMovements(table, named, dayNumber('2024-12-31'), folded);
    const found = officeStatusesOf(named, all, '2024-12-31', officeStates(folded, named));
    expect(
      [...found.values()].map(({ office: id, state, onRoute }) => [id, state, onRoute]),
    ).toEqual([
      ['p81', 'none', false],
      ['p82', 'addressed', true],
    ]);
  });
});
