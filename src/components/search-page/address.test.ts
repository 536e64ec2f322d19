import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FILTERS, readAddress, writeAddress } from './address.ts';

it('reads back what it writes', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .filter((value) => value.trim() !== '');
  const chosen = fc.dictionary(
    fc.constantFrom(...FILTERS),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(text, chosen, (typed, filters) => {
      expect(readAddress(writeAddress({ text: typed, chosen: filters }))).toEqual({
        text: typed,
        chosen: filters,
      });
    }),
  );
});

it('writes nothing where nothing is searched, and passes over what it does not know', () => {
  expect(writeAddress({ text: '  ', chosen: { kind: 'x' } })).toBe('');
  expect(readAddress('?q=%E0&evil=1&kind=')).toMatchObject({ chosen: {} });
});
