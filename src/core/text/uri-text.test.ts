import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText, withThaiLetters } from './uri-text.ts';

const LINK = 'https://made-up.test/?text=';

describe('withThaiLetters', () => {
  it.each([
    ['เรื่อง ที่ ๑๒', 'เรื่อง%20ที่%20๑๒'],
    ['a&b=c+d#e', 'a%26b%3Dc%2Bd%23e'],
    [`<"'>`, '%3C%22%27%3E'],
    ['100%\né ก', '100%25%0D%0A%C3%A9%20ก'],
  ])('writes %j as %s', (text, written) => {
    expect(withThaiLetters(encodeText(text))).toBe(written);
  });

  it('is the same address to a browser, and nothing that a page would end an attribute at', () => {
    const letters = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('ก', 'น้ำ', '๑๒', '฿', 'ำ'),
    );
    fc.assert(
      fc.property(fc.array(letters), (parts) => {
        const address = LINK + encodeText(parts.join(''));
        const written = withThaiLetters(address);
        expect(new URL(written).href).toBe(new URL(address).href);
        expect(written).not.toMatch(/["'<>\s]/);
      }),
    );
  });
});
