import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isShortCode,
  mintShortCode,
  readShortCode,
  SHORT_CODE_ALPHABET,
  SHORT_CODE_LENGTH,
} from './short-code.ts';

const anyCode = fc
  .string({ minLength: 1, maxLength: 40 })
  .map((id) => mintShortCode(id, new Set<string>()));
const place = fc.nat(SHORT_CODE_LENGTH - 1);

const replaced = (code: string, at: number, character: string) =>
  code.slice(0, at) + character + code.slice(at + 1);

describe('the alphabet', () => {
  it('is a prime number of different characters of the alphanumeric mode of QR codes', () => {
    expect(SHORT_CODE_ALPHABET).toMatch(/^[0-9A-Z]+$/);
    expect(new Set(SHORT_CODE_ALPHABET).size).toBe(23);
    expect(SHORT_CODE_ALPHABET).toHaveLength(23);
  });

  it.each(['0OQ', '1IL', '2Z', '5S', '6G', '8B', 'UV'])('has at most one of %s', (group) => {
    expect([...group].filter((c) => SHORT_CODE_ALPHABET.includes(c)).length).toBeLessThan(2);
  });
});

describe('readShortCode', () => {
  const code = mintShortCode('2567/dla-0808-4-w2007-0917', new Set());

  it('takes what was minted, however it is typed', () => {
    fc.assert(
      fc.property(anyCode, (minted) => {
        expect(readShortCode(minted)).toEqual({ code: minted });
        const typed = ` ${minted.slice(0, 3).toLowerCase()}-${minted.slice(3)}\n`;
        expect(readShortCode(typed)).toEqual({ code: minted });
      }),
    );
  });

  it('takes a look-alike of which only one can be meant', () => {
    fc.assert(
      fc.property(anyCode, (minted) => {
        const swap: Record<string, string> = { 8: 'B', 5: 's', 2: 'Z', 6: 'G', V: 'u', 3: '๓' };
        const typed = [...minted].map((c) => swap[c] ?? c).join('');
        expect(readShortCode(typed)).toEqual({ code: minted });
      }),
    );
  });

  it('refuses every single wrong character', () => {
    for (let at = 0; at < SHORT_CODE_LENGTH; at++) {
      for (const character of SHORT_CODE_ALPHABET) {
        const typed = replaced(code, at, character);
        if (typed !== code) expect(readShortCode(typed)).toEqual({ fault: { kind: 'check' } });
      }
    }
    fc.assert(
      fc.property(anyCode, place, fc.constantFrom(...SHORT_CODE_ALPHABET), (minted, at, wrong) => {
        fc.pre(minted[at] !== wrong);
        expect(readShortCode(replaced(minted, at, wrong))).toEqual({ fault: { kind: 'check' } });
      }),
    );
  });

  it('refuses every exchange of two characters', () => {
    fc.assert(
      fc.property(anyCode, place, place, (minted, a, b) => {
        fc.pre(minted[a] !== minted[b]);
        const typed = replaced(replaced(minted, a, minted[b] as string), b, minted[a] as string);
        expect(readShortCode(typed)).toEqual({ fault: { kind: 'check' } });
      }),
    );
  });

  it.each([
    ['', { kind: 'length', length: 0 }],
    [code.slice(1), { kind: 'length', length: 5 }],
    [`${code}2`, { kind: 'length', length: 7 }],
    ['2345O7', { kind: 'character', character: 'O', at: 5 }],
    ['กขค', { kind: 'character', character: 'ก', at: 1 }],
  ])('says why "%s" is none', (typed, fault) => {
    expect(readShortCode(typed)).toEqual({ fault });
  });

  it('tells the stored form from other spellings of it', () => {
    expect(isShortCode(code)).toBe(true);
    expect(isShortCode(code.toLowerCase())).toBe(false);
  });
});

describe('mintShortCode', () => {
  it('gives codes that stay the same for ever: they are on paper', () => {
    expect(
      ['2567/dla-0808-4-w2007-0917', '2568/dla-x-wx-0325', '2558/moi-x-wx-0819'].map((id) =>
        mintShortCode(id, new Set()),
      ),
    ).toMatchInlineSnapshot(`
      [
        "6NJ8FY",
        "KC9Y5D",
        "NHJ4P2",
      ]
    `);
  });

  it('never mints a taken code', () => {
    const taken = new Set<string>();
    for (let n = 0; n < 50; n++) taken.add(mintShortCode('the same', taken));
    expect(taken.size).toBe(50);
  });

  it('spreads the circulars of ten years so that a wrong guess seldom hits one', () => {
    const taken = new Set<string>();
    for (let n = 0; n < 40_000; n++) {
      taken.add(mintShortCode(`2570/dla-0808-4-w${n}-0917`, taken));
    }
    for (const at of [0, 1, 2, 3, 4]) {
      const counts = Map.groupBy(taken, (code) => code.charAt(at));
      for (const character of SHORT_CODE_ALPHABET) {
        expect(counts.get(character)?.length ?? 0).toBeGreaterThan(1_400);
      }
    }
  });
});
