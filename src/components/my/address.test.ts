import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHOSEN_TYPES } from '#core/my-office/packed-names.ts';
import { isSame, readMine, writeMine } from './address.ts';

it.each([
  ['?office=d5009', { office: 'd5009', kind: null, area: 'd5009' }],
  ['?office=d5009&kind=sao', { office: 'd5009', kind: 'sao', area: 'd5009' }],
  ['?office=d5009&kind=kingdom', { office: 'd5009', kind: null, area: 'd5009' }],
  ['?office=a500003', { office: 'a500003', kind: null, area: null }],
  ['?office=a500003&in=d5009', { office: 'a500003', kind: null, area: 'd5009' }],
  ['?office=a500003&in=../secret', { office: 'a500003', kind: null, area: null }],
  ['?office=a500003&kind=sao', { office: 'a500003', kind: null, area: null }],
  ['?office=<script>', null],
  ['?office=', null],
  ['', null],
])('reads %j', (query, mine) => {
  expect(readMine(query)).toEqual(mine);
});

it('reads back what it writes', () => {
  const area = fc.stringMatching(/^[pd]\d{2,4}$/);
  const mine = fc.oneof(
    fc.record({ office: area, kind: fc.constantFrom(null, ...CHOSEN_TYPES) }),
    fc.record({ office: fc.stringMatching(/^a\d{3,8}$/), kind: fc.constant(null) }),
  );
  fc.assert(
    fc.property(mine, area, (one, within) => {
      const written = { ...one, area: one.office.startsWith('a') ? within : one.office };
      expect(readMine(writeMine(written))).toEqual(written);
      expect(isSame(readMine(writeMine(written)), written)).toBe(true);
    }),
  );
});
