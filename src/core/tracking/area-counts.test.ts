import { describe, expect, it } from 'vitest';
import { buildRegistry } from '#core/office/registry.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { bareState, countAreas, NO_AREA_COUNTS } from './area-counts.ts';
import type { OfficeState } from './office-state.ts';

const registry = buildRegistry([
  office('dla', 'department'),
  office('p81', 'province'),
  office('p82', 'province'),
  office('d8101', 'district', 'p81'),
  office('d8102', 'district', 'p81'),
  office('a8101', 'sao', 'p81', ['d8101']),
]);

const statuses = (states: Readonly<Record<string, OfficeState>>, onRoute = true) =>
  new Map(
    Object.entries(states).map(([one, state]) => [one, { office: one, state, onRoute }] as const),
  );

describe('countAreas', () => {
  it('counts those that were reached among those addressed, by level', () => {
    const found = countAreas(
      statuses({ p81: 'passed-on', d8101: 'received', d8102: 'addressed', a8101: 'addressed' }),
      registry,
    );
    expect([...found]).toEqual([
      ['p81', { district: { reached: 1, addressed: 2 }, authority: { reached: 0, addressed: 1 } }],
    ]);
  });

  it('leaves a province out of which no office below is on record', () => {
    expect([...countAreas(statuses({ p81: 'received', dla: 'passed-on' }), registry)]).toEqual([]);
  });

  it('keeps a province with a record of an office that is not on the route, and counts it not', () => {
    expect([...countAreas(statuses({ d8101: 'none' }, false), registry)]).toEqual([
      ['p81', NO_AREA_COUNTS],
    ]);
  });

  it('gives each province counts of its own', () => {
    countAreas(statuses({ d8101: 'received' }), registry);
    expect(NO_AREA_COUNTS.district).toEqual({ reached: 0, addressed: 0 });
  });
});

describe('bareState', () => {
  it.each<[what: string, OfficeState | null, isBelow: boolean, ReturnType<typeof bareState>]>([
    ['nothing on record', null, false, 'none'],
    ['a letter to it', 'addressed', false, 'addressed'],
    ['a letter to it, and one to an office below', 'addressed', true, null],
    ['a record of an office below alone', null, true, null],
    ['a receipt', 'received', false, null],
    ['all done', 'done', false, null],
    // Only where it is not on the route and has movements all the same.
    ['movements that count for no state', 'none', false, null],
  ])('of a province with %s', (_, state, isBelow, expected) => {
    const status = state === null ? undefined : { state };
    expect(bareState(status, isBelow ? NO_AREA_COUNTS : undefined)).toBe(expected);
  });
});
