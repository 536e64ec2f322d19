import { expect, it } from 'vitest';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute, type RouteRules } from '#core/office/route.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { comingTo, countRoutes } from './route-counts.ts';

const registry = buildRegistry([
  office('dla', 'department'),
  office('p91', 'province'),
  office('p92', 'province'),
  office('d9101', 'district', 'p91'),
]);
const rules: RouteRules = {
  key: 'made-up',
  name: 'made up',
  issuers: ['dla'],
  outside: ['p92'],
  steps: [
    { from: 'issuer', to: [{ branch: 'provinces', types: ['province'] }] },
    { from: 'province', to: [{ branch: 'districts', types: ['district'] }] },
  ],
  source: 'test',
};
const toAll = buildRoute(registry, rules, 'dla', [{ group: 'provinces' }], '2024-01-01');
const toNone = buildRoute(registry, rules, 'dla', [{ group: 'paos' }], '2024-01-01');

it('counts the circulars of each year that should come to an office', () => {
  const counts = countRoutes([
    { route: toAll, year: '2567' },
    { route: toAll, year: '2567' },
    { route: toAll, year: '2566' },
    { route: toNone, year: '2567' },
  ]);
  const expected = [
    ['2567', 2],
    ['2566', 1],
  ];
  expect([...comingTo(counts, 'p91')]).toEqual(expected);
  expect([...comingTo(counts, 'd9101')]).toEqual(expected);
  expect([...comingTo(counts, 'p92')]).toEqual([]);
  expect([...comingTo(counts, 'unknown')]).toEqual([]);
});
