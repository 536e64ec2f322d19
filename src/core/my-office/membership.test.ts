import { expect, it } from 'vitest';
import type { OfficeType } from '#core/office/office.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute, type RouteRules } from '#core/office/route.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { membershipIn } from './membership.ts';

const RULES: RouteRules = {
  key: 'made-up',
  name: 'made up',
  issuers: ['dla'],
  outside: ['p10'],
  steps: [
    {
      from: 'issuer',
      to: [
        { branch: 'provinces', types: ['province'] },
        { branch: 'cities', types: ['city'] },
      ],
    },
    {
      from: 'province',
      to: [
        { branch: 'districts', types: ['district'] },
        { branch: 'paos', types: ['pao'] },
      ],
    },
    { from: 'district', to: [{ branch: 'saos', types: ['sao'] }] },
  ],
  source: 'made-up',
};
const p10 = office('p10', 'province');
const p50 = office('p50', 'province');
const p57 = office('p57', 'province');
const d5001 = office('d5001', 'district', 'p50');
const pao = office('a1', 'pao', 'p50');
const city = office('a2', 'city', 'p50');
const sao = office('a3', 'sao', 'p50', ['d5001']);
const later = { ...office('a4', 'sao', 'p50', ['d5001']), from: '2026-01-01' };
const registry = buildRegistry([
  office('dla', 'department'),
  ...[p10, p50, p57, d5001, pao, city, sao, later],
]);
const routeTo = (...to: { group?: 'provinces' | 'cities'; office?: string }[]) =>
  buildRoute(registry, RULES, 'dla', to, '2025-06-01');
const DIRECT: OfficeType[] = ['pao', 'city'];

it('has everyone to whom a circular to all provinces comes', () => {
  expect(membershipIn(d5001, [sao, later], ['sao'], routeTo({ group: 'provinces' }))).toEqual({
    any: true,
    not: ['a4'],
  });
  expect(membershipIn(p50, [pao, city], DIRECT, routeTo({ group: 'provinces' }))).toEqual({
    any: true,
    not: ['a2', 'city'],
  });
});

it('has no one where only other provinces are addressed', () => {
  const route = routeTo({ office: 'p57' });
  expect(membershipIn(d5001, [sao], ['sao'], route).any).toBe(false);
  expect(membershipIn(p50, [pao, city], DIRECT, route).any).toBe(false);
  expect(membershipIn(p10, [], DIRECT, routeTo({ group: 'provinces' })).any).toBe(false);
});

it('has an authority that the issuer itself addresses', () => {
  expect(membershipIn(p50, [pao, city], DIRECT, routeTo({ group: 'cities' }))).toEqual({
    any: true,
    not: ['p50', 'a1', 'pao'],
  });
});
