import { describe, expect, it } from 'vitest';
import { cleanText } from './source-text.ts';
import { refusalOf } from './text-quality.ts';

const letter = 'เรื่อง การทดสอบการอ่านหนังสือราชการ\nเรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\n'.repeat(5);

describe('refusalOf', () => {
  it.each([
    ['a letter', letter, null],
    ['noise lines in a letter', `${letter}ମେଞ୍ଚାଳିନୀ ଟ୍ରେନ୍\n四百一`, null],
    ['nothing', ' \n ', 'there is no text in it'],
    ['lost glyphs', letter.replace(/[ก-ฉ]/g, '\uF8F0'), '55 of 340 characters are lost'],
    [
      'Thai as Latin letters',
      'àÃ×èÍ§ ¡ÒÃ·´ÊÍº '.repeat(20),
      'it is Thai text shown as Latin letters',
    ],
    ['another script', 'ມາດຕະການ ແລະ ການທົດສອບ '.repeat(20), 'only 0 of 380 letters in it are Thai'],
    ['English', 'A letter in English. '.repeat(20), 'only 0 of 320 letters in it are Thai'],
    [
      'vowels apart',
      'เร ื ่ อง ก า ร ท ด ส อ บ ท ี ่ ด ี '.repeat(20),
      '120 vowels and tone marks stand apart from their consonants',
    ],
    [
      'letters named by signs',
      letter.replace(/[ก-๎]/g, (one) => '#$%&*+<=>?@'[one.charCodeAt(0) % 11] as string),
      '340 of 340 characters are signs such as "#" or "=" where letters should stand',
    ],
    [
      'letters named by other letters',
      letter
        .repeat(2)
        .replace(/[ก-ฮ]/g, (one) => String.fromCharCode(0xe01 + ((one.charCodeAt(0) + 9) % 44))),
      'none of the commonest Thai words stands in it',
    ],
    [
      'vowels above lost',
      letter.repeat(2).replace(/[ัิ-ื]/g, ''),
      'no vowel above a letter is left in it',
    ],
    ['sara aa lost', letter.repeat(2).replace(/า/g, ''), 'no sara aa is left in it'],
    [
      'clusters repeated, as viewers of browsers copy them',
      'กรมส่งส่ เสริมริ การปกครอง เพื่อพื่ แจ้งจ้ง จังหวัดวั ทุกทุ แห่งห่ '.repeat(5),
      '35 syllables stand in it twice',
    ],
    [
      'one vowel for two, in words that could have either',
      'เข้ำไปทำ\n'.repeat(5),
      'sara aa and sara am are one letter in it',
    ],
    ['a page on its side', letter.replace(/(.{4})/g, '$1\n'), 'the page lies on its side'],
  ])('%s', (_, text, what) => {
    expect(refusalOf(cleanText(text))?.what ?? null).toBe(what);
  });

  it('tells what to do', () => {
    expect(refusalOf('')).toMatchInlineSnapshot(`
      {
        "fix": "Read the pages with a Thai text recogniser (OCR) first, and give the text or the PDF that it makes.",
        "what": "there is no text in it",
        "why": "The file is empty, or its pages are pictures without a text layer.",
      }
    `);
  });
});
