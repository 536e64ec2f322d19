import { describe, expect, it } from 'vitest';
import { MADE_UP_RULES } from '../tracking/testing/made-up-rules.ts';
import { directSenders, isBelow } from './chain.ts';
import { buildRegistry } from './registry.ts';
import type { RouteRules } from './route.ts';
import { office } from './testing/made-up-office.ts';

const RULES: RouteRules = { ...MADE_UP_RULES, issuers: ['moi', 'dla'], outside: ['p10'] };
const registry = buildRegistry([
  office('moi', 'ministry'),
  office('dla', 'department'),
  office('p10', 'province'),
  office('p50', 'province'),
  office('p57', 'province'),
  office('d1001', 'district', 'p10'),
  office('d5001', 'district', 'p50'),
  office('d5002', 'district', 'p50'),
  office('a50', 'pao', 'p50'),
  office('a51', 'sao', 'p50', ['d5001', 'd5002']),
]);
const senders = directSenders(registry, [RULES]);

it.each([
  ['p50', ['moi', 'dla']],
  ['d5001', ['p50']],
  ['a50', ['p50']],
  ['a51', ['d5001', 'd5002']],
  ['dla', []],
  ['p10', []],
  ['d1001', []],
  ['nobody', []],
])('%s gets circulars from %j', (id, expected) => {
  expect(senders(id)).toEqual(expected);
});

describe('isBelow', () => {
  it.each<[above: string, office: string, is: boolean]>([
    ['dla', 'p50', true],
    ['dla', 'a51', true],
    ['p50', 'd5001', true],
    ['p50', 'a51', true],
    ['d5002', 'a51', true],
    ['p50', 'p50', false],
    ['p57', 'a51', false],
    ['a51', 'd5001', false],
    ['d5001', 'a50', false],
    ['p10', 'd1001', false],
    ['p50', 'nobody', false],
  ])('%s above %s: %s', (above, one, is) => expect(isBelow(senders, above, one)).toBe(is));

  it('ends where rules run in a circle', () => {
    const circle = (id: string): string[] => (id === 'a' ? ['b'] : ['a']);
    expect(isBelow(circle, 'c', 'a')).toBe(false);
    expect(isBelow(circle, 'a', 'a')).toBe(false);
  });
});
