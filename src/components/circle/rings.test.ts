import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadDots } from './rings.ts';

it('places every dot, more of them on longer rings', () => {
  const radii = [170, 185, 200];
  expect(spreadDots(7849, radii)).toEqual([
    { radius: 170, dots: 2404 },
    { radius: 185, dots: 2617 },
    { radius: 200, dots: 2828 },
  ]);
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }),
      (total, any) => {
        const rings = spreadDots(total, any);
        expect(rings.reduce((sum, { dots }) => sum + dots, 0)).toBe(total);
      },
    ),
  );
});
