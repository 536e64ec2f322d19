import { describe, expect, it } from 'vitest';
import { MADE_UP_LETTER } from '../testing/made-up-letter.ts';
import { englishAnnexFrom } from './english-annex.ts';

const ENGLISH =
  'This guide tells the users of the system how to sign in and what to do in the case of a fault. '.repeat(
    40,
  );
// Thai in a font that names its shapes like the keys of a keyboard.
const WRONG_MAP = 'dkiwxpgxho ck8kl h;o0pkpo gxHo0tI k rYm ;kp '.repeat(60);

describe('englishAnnexFrom', () => {
  it.each([
    ['a letter with an annex', [MADE_UP_LETTER, ENGLISH, ENGLISH], 1],
    [
      'a letter of two pages with an empty page before the annex',
      [MADE_UP_LETTER, MADE_UP_LETTER, '', ENGLISH, ENGLISH],
      2,
    ],
    ['an annex under a header in Thai', [MADE_UP_LETTER, `คู่มือผู้ใช้\n${ENGLISH}`, ENGLISH], 1],
  ])('finds it: %s', (_, pages, from) => expect(englishAnnexFrom(pages)).toBe(from));

  it.each([
    ['no page', []],
    ['a letter alone', [MADE_UP_LETTER]],
    [
      'an annex that is short enough to be read',
      [MADE_UP_LETTER.repeat(12), ENGLISH.slice(0, 400)],
    ],
    ['English alone', [ENGLISH, ENGLISH]],
    ['pages of Thai that a font took for Latin letters', [MADE_UP_LETTER, WRONG_MAP, WRONG_MAP]],
    ['English between pages of Thai', [MADE_UP_LETTER, ENGLISH, ENGLISH, MADE_UP_LETTER]],
  ])('finds none: %s', (_, pages) => expect(englishAnnexFrom(pages)).toBe(pages.length));
});
