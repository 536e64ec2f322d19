import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber } from '#core/letter/date.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute, NOBODY } from '#core/office/route.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { type Addressed, type Folded, findAddressed, foldMovements, newFolded } from './fold.ts';
import { movementOfCells } from './movement.ts';
import { OFFICE_STATES } from './office-state.ts';
import { newStates, officeStates } from './states.ts';
import { summarize } from './summary.ts';
import { fillTable, NO_DAY, NOT_RECORDED, newTable } from './table.ts';
import { MADE_UP_RULES } from './testing/made-up-rules.ts';

const AS_OF = '2024-03-31';
const RUNS = Number(process.env.WIAN_RUNS ?? 300);

const registry = buildRegistry([
  office('dla', 'department'),
  office('p81', 'province'),
  office('p82', 'province'),
  office('p83', 'province'),
  office('d8101', 'district', 'p81'),
  office('d8102', 'district', 'p81'),
  office('d8201', 'district', 'p82'),
  office('a8190', 'pao', 'p81'),
  office('a8101', 'sao', 'p81', ['d8101']),
  office('a8102', 'sao', 'p81', ['d8101', 'd8102']),
  office('a8201', 'sao', 'p82', ['d8201']),
  office('a8301', 'sao', 'p83', []),
]);
const RULES = { ...MADE_UP_RULES, outside: ['p83'] };
const route = buildRoute(registry, RULES, 'dla', [{ group: 'provinces' }], '2024-01-01');
const { offices } = registry;
const ids = offices.map(({ id }) => id);

const movement = fc.record({
  kind: fc.constantFrom('sent', 'received', 'acknowledged', 'done'),
  office: fc.constantFrom(...ids),
  date: fc.constantFrom('2024-01-05', '2024-01-09', '2024-02-02', '2024-03-30', '2024-05-01', ''),
  doubt: fc.constantFrom('', '', 'date'),
  to: fc.subarray(['provinces', 'districts', 'paos', 'saos', 'a8102', 'a8201', 'd8201', 'p82']),
});
const ledger = fc.array(movement, { maxLength: 12 });
type Row = Parameters<typeof movementOfCells>[0];
type MadeRow = typeof movement extends fc.Arbitrary<infer Made> ? Made : never;

const foldRows = (rows: readonly Row[]) => {
  const table = newTable(rows.length + 1);
  fillTable(table, rows.map(movementOfCells), route);
  const folded = newFolded(route);
  foldMovements(table, route, dayNumber(AS_OF), folded);
  return folded;
};

const rowsOf = (made: readonly MadeRow[]): Row[] =>
  made.map(({ to, ...row }, at) => ({
    ...row,
    no: String(at + 1),
    to: row.kind === 'sent' ? to.join(';') : '',
  }));

/** The branches to which each office passed the circular on completely, all worked out at once. */
const completeBranches = (folded: Folded): Int32Array => {
  const full = new Int32Array(offices.length).fill(-1);
  for (const [at, from] of route.sender.entries()) {
    if (from === NOBODY || folded.named.trust[at] !== NOT_RECORDED) continue;
    full[from] = (full[from] as number) & ~(1 << (route.branch[at] as number));
  }
  return full.map(
    (left, at) => (left | (folded.covered[at] as number)) & (route.duty[at] as number),
  );
};

/** The states of all offices, each worked out by itself. */
const statesOneByOne = (rows: readonly Row[]) => {
  const folded = foldRows(rows);
  const full = completeBranches(folded);
  return offices.map((_, at) => {
    if (route.sender[at] === NOBODY) return null;
    const found: Addressed = { from: NOBODY, day: NO_DAY, trust: NOT_RECORDED };
    const { trust } = findAddressed(folded, route, at, found);
    if (folded.done.trust[at] !== NOT_RECORDED) return 'done';
    if (folded.acknowledged.trust[at] !== NOT_RECORDED) return 'acknowledged';
    if (folded.sent.trust[at] !== NOT_RECORDED) {
      return full[at] === route.duty[at] ? 'passed-on' : 'passed-on-partly';
    }
    if (folded.received.trust[at] !== NOT_RECORDED) return 'received';
    return trust === NOT_RECORDED ? 'none' : 'addressed';
  });
};

it('counts offices of which nothing is recorded together, as if each were looked at', () => {
  fc.assert(
    fc.property(ledger, fc.constantFrom(null, 'p81', 'p82', 'p83'), (made, province) => {
      const rows = rowsOf(made);
      const states = statesOneByOne(rows);
      const counted = (level: string) =>
        OFFICE_STATES.map(
          (state) =>
            offices.filter(
              (one, at) =>
                states[at] === state &&
                one.level === level &&
                (province === null || one.province === province || one.id === province),
            ).length,
        );
      const summary = summarize(foldRows(rows), route, rows.length, province);
      expect(summary.states).toEqual({
        province: counted('province'),
        district: counted('district'),
        authority: counted('authority'),
      });
    }),
    { numRuns: RUNS },
  );
});

it('knows the state of every office, whatever ledger its room was used for before', () => {
  const room = newStates(route);
  fc.assert(
    fc.property(ledger, (made) => {
      const rows = rowsOf(made);
      const { state } = officeStates(foldRows(rows), route, room);
      expect(room).toEqual(officeStates(foldRows(rows), route));
      expect([...state].map((one) => OFFICE_STATES[one] ?? null)).toEqual(statesOneByOne(rows));
    }),
    { numRuns: RUNS },
  );
});

it.each<[what: string, rows: string[], waiting: number, leftOut: number]>([
  ['since a letter whose date is sure', ['sent dla 2024-01-02'], 4, 0],
  ['of a letter whose date is in doubt, which is left out', ['sent dla 2024-01-02 date'], 0, 4],
  ['of nothing, as no letter is recorded', [], 0, 0],
  ['and some have it', ['sent dla 2024-01-02', 'received a8101 2024-01-09'], 3, 0],
])('tells how long authorities wait %s', (_, lines, waiting, leftOut) => {
  const rows = lines.map((line, at) => {
    const [kind = '', id = '', date = '', doubt = ''] = line.split(' ');
    return { no: String(at + 1), kind, office: id, date, doubt, to: '' };
  });
  const { measures } = summarize(foldRows(rows), route, rows.length);
  const { openSince, leftOut: without } = measures['end-to-end'];
  expect([...openSince.values()].reduce((sum, one) => sum + one, 0)).toBe(waiting);
  expect(without).toBe(leftOut);
});
