import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatBaht } from '#core/figures/amount.ts';
import { ByteText } from './byte-text.ts';

const [encoder, decoder] = [new TextEncoder(), new TextDecoder('utf-8', { fatal: true })];

it('is its pieces one after the other, however long each is', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('ก'.repeat(50_000)));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = new ByteText();
      for (const one of pieces) text.add(encoder.encode(one));
      expect(decoder.decode(text.bytes())).toBe(pieces.join(''));
    }),
    { numRuns: 50 },
  );
});

it('writes every amount as the records do', () => {
  const edges = [0, 1, 99, 100, 99_999_999, 100_000_000, 100_000_001, Number.MAX_SAFE_INTEGER];
  const amount = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(...edges, ...edges.map((n) => -n)));
  fc.assert(
    fc.property(amount, (satang) => {
      const text = new ByteText();
      text.addBaht(satang);
      expect(decoder.decode(text.bytes())).toBe(formatBaht(BigInt(satang)));
    }),
  );
});

it('takes ASCII without an encoder, and nothing else for it', () => {
  const text = new ByteText();
  text.addAscii('a500001');
  text.addAscii('');
  expect(decoder.decode(text.bytes())).toBe('a500001');
  expect(() => text.addAscii('aก')).toThrow(new RangeError('"aก" is not ASCII'));
});
