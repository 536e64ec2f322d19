import { describe, expect, it } from 'vitest';
import { dayNumber } from '#core/letter/date.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { emptyCube } from './finance.ts';
import { monthsBetween } from './fiscal-year.ts';
import { laggingOffices, monthsToReport } from './lagging.ts';

const registry = buildRegistry([
  office('p50', 'province'),
  office('d5009', 'district', 'p50'),
  office('a1', 'pao', 'p50'),
  office('a2', 'sao', 'p50', ['d5009']),
  office('a3', 'sao', 'p50', ['d5009']),
  { ...office('a4', 'sao', 'p50', ['d5009']), until: '2025-09-30' },
  office('a5', 'pao', 'p51'),
]);

const cube = emptyCube(['a1', 'a2', 'a3', 'a4'], monthsBetween('2025-10', '2025-12'), ['taxes']);
cube.sources.push('e-LAAS');
const report = (id: string, month: string, asOf: string): void => {
  const at = (cube.officeAt.get(id) as number) * 3 + cube.months.indexOf(month);
  cube.asOf[at] = dayNumber(asOf);
  cube.amounts[at] = 1;
};
report('a1', '2025-10', '2025-11-05');
report('a1', '2025-11', '2025-11-30');
report('a1', '2025-12', '2026-01-20');
report('a2', '2025-10', '2025-11-05');
report('a2', '2025-11', '2025-11-29');

describe('laggingOffices', () => {
  const months = monthsBetween('2025-10', '2025-12');
  const lags = (asOf: string) =>
    laggingOffices(registry, cube, 'p50', asOf, months).map((one) => [
      one.office.id,
      one.lag,
      one.incomplete,
      one.lastComplete,
      one.months.map(({ state }) => state).join(' '),
    ]);

  it('puts first who lags most, and leaves out who is no more', () => {
    expect(lags('2026-01-31')).toEqual([
      ['a3', 3, 3, null, 'no-record no-record no-record'],
      ['a2', 2, 2, '2025-10', 'complete partial no-record'],
      ['a1', 0, 0, '2025-12', 'complete complete complete'],
    ]);
  });

  it('knows on a day only what was taken from the accounts by then', () => {
    expect(lags('2026-01-19').at(-1)).toEqual([
      'a1',
      1,
      1,
      '2025-11',
      'complete complete no-record',
    ]);
  });

  it('has no record of months that no file is of', () => {
    const [first] = laggingOffices(registry, cube, 'p50', '2030-01-01');
    expect(first?.months).toHaveLength(12);
    expect(first?.lastComplete).toBeNull();
  });
});

it.each([
  ['2026-11-28', '2025-11', '2026-10'],
  ['2026-11-30', '2025-11', '2026-10'],
  ['2026-01-01', '2025-01', '2025-12'],
])('on %s the months from %s to %s are to be reported', (day, first, last) => {
  expect(monthsToReport(day)).toEqual(monthsBetween(first, last));
});
