import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateOfDayNumber, dayNumber } from '#core/letter/date.ts';
import type { Movement } from './movement.ts';
import { OFFICE_STATES } from './office-state.ts';
import type { OfficeStatus } from './office-status.ts';
import { packStatuses, shortStatus, unpackProvince } from './packed-statuses.ts';

const BASE = '2024-02-01';
const date = fc.oneof(
  fc.integer({ min: -400, max: 4000 }).map((days) => dateOfDayNumber(dayNumber(BASE) + days)),
  fc.constantFrom('2024-02', '2024', undefined),
);
const movement = (kind: Movement['kind']): fc.Arbitrary<Movement> =>
  fc
    .record({
      date,
      number: fc.option(fc.constantFrom('99901', 'กก 0099.9/ว 99901', '0099'), { nil: undefined }),
      dateDoubt: fc.constantFrom(undefined, 'unclear' as const, 'cited' as const),
      numberDoubt: fc.constantFrom(undefined, 'unclear' as const),
    })
    // A movement without any day is recorded with its doubt.
    .filter((one) => one.date?.length === 10 || one.dateDoubt !== undefined)
    .map((one) => ({
      no: 1,
      kind,
      office: '',
      date: one.date,
      number: one.number,
      to: [],
      doubt: {
        ...(one.dateDoubt && { date: one.dateDoubt }),
        ...(one.numberDoubt && one.number && { number: one.numberDoubt }),
      },
      source: 'letter',
    }));

const status: fc.Arbitrary<OfficeStatus> = fc.record({
  office: fc.constantFrom(
    'p81',
    'd8101',
    'd8102',
    'a8101',
    'a81012',
    'a0081',
    'a8199',
    'p82',
    'd8201',
  ),
  state: fc.constantFrom(...OFFICE_STATES),
  onRoute: fc.constant(true),
  addressed: fc.constant([]),
  received: fc.array(movement('received'), { maxLength: 2 }),
  sent: fc.array(movement('sent'), { maxLength: 2 }),
  acknowledged: fc.constant([]),
  done: fc.constant([]),
});

it('gives back what was packed, province by province', () => {
  const statuses = fc.uniqueArray(status, { selector: ({ office }) => office });
  const provinceOf = (office: string): string =>
    office.startsWith('a00') ? 'p81' : `p${office.slice(1, 3)}`;
  fc.assert(
    fc.property(statuses, (given) => {
      // Through JSON, as it travels.
      const packed = JSON.parse(JSON.stringify(packStatuses(given, provinceOf, BASE)));
      for (const province of ['p81', 'p82', 'p83']) {
        const own = given.filter(({ office }) => provinceOf(office) === province);
        const found = unpackProvince(packed, province);
        expect(new Map(found)).toEqual(new Map(own.map((one) => [one.office, shortStatus(one)])));
      }
    }),
  );
});

it('leaves out offices that lie in no province', () => {
  const one = { office: 'moi', state: 'received', received: [], sent: [] } as never;
  expect(packStatuses([one], () => undefined, BASE).provinces).toEqual({});
});
