import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../lib/random.ts';
import { alikeDigits, alikeText } from './alike.ts';
import { spell } from './charset.ts';
import { damaged, QUALITIES } from './damage.ts';
import { doubled } from './doubled.ts';
import { KEPT_FONTS, TRAINING_FONTS } from './fonts.ts';
import { LINE_KINDS, lineWriter } from './texts.ts';

describe('made-up lines', () => {
  it('hold characters that the readers know, on one line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.constantFrom(...LINE_KINDS),
        (seed, kind) => {
          const { text } = lineWriter(seededRandom(seed), ['ขอให้รายงานผล ภายในวันที่ 30 กันยายน 2568'])(
            kind,
          );
          expect(text).toMatch(/^\S(?:.*\S)?$/);
          expect(spell(text)).not.toBeNull();
        },
      ),
    );
  });

  it('are in fonts that measuring does not use', () => {
    const seen = new Set(TRAINING_FONTS.map(({ name }) => name));
    expect(KEPT_FONTS.filter(({ name }) => seen.has(name))).toEqual([]);
  });
});

describe('doubling a digit', () => {
  it.each([
    ['ว ๑๒', ['ว ๑๑']],
    ['ว 123', ['ว 113', 'ว 122']],
    ['๑ ม.ค. ๒', ['๑ ม.ค. ๒']],
  ])('makes of %s one of %j', (text, all) => {
    const made = Array.from({ length: 20 }, (_, seed) => doubled(text, seededRandom(seed)));
    expect([...new Set(made)].sort()).toEqual(all);
  });
});

describe('making a text like others', () => {
  const made = (change: typeof alikeText, text: string): string[] =>
    Array.from({ length: 40 }, (_, seed) => change(text, seededRandom(seed)));

  it('changes Thai digits alone, each for one that looks alike', () => {
    const texts = made(alikeDigits, 'ว ๒1');
    expect(new Set(texts)).toContain('ว ๒1');
    expect(new Set(texts).size).toBeGreaterThan(4);
    expect(texts.every((text) => /^ว [๐-๙]1$/.test(text))).toBe(true);
  });

  it('changes consonants for others that look alike, and marks for others of their group', () => {
    const texts = made(alikeText, 'ดี้๑');
    expect(new Set(texts).size).toBeGreaterThan(4);
    expect(texts.every((text) => /^[ดตสลถค][ัิีึื็][่้๊๋์]๑$/.test(text))).toBe(true);
  });

  it('is the same for the same seed', () => {
    expect(made(alikeText, 'ตำบล')).toEqual(made(alikeText, 'ตำบล'));
  });
});

describe('damage', () => {
  // A bar of ink with paper around it.
  const line = {
    width: 120,
    height: 60,
    pixels: Uint8Array.from({ length: 7200 }, (_, at) => {
      const [x, y] = [at % 120, Math.floor(at / 120)];
      return x >= 30 && x < 90 && y >= 24 && y < 36 ? 0 : 255;
    }),
  };

  it.each(QUALITIES)(
    '%s is the same for the same seed, cut to the ink, and still has ink',
    async (quality) => {
      const [one, other] = [
        await damaged(line, quality, seededRandom(3)),
        await damaged(line, quality, seededRandom(3)),
      ];
      expect(one).toEqual(other);
      expect(one?.width).toBeGreaterThanOrEqual(60);
      expect(one?.width).toBeLessThan(100);
      expect(Math.min(...(one?.pixels ?? [255]))).toBeLessThan(140);
    },
  );

  it('is none where no ink is', async () =>
    expect(
      await damaged({ ...line, pixels: new Uint8Array(7200).fill(255) }, 'scan', seededRandom(1)),
    ).toBeNull());
});
