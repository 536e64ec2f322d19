import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BYTES_ON_PAGE,
  excerptOf,
  inReadingOrder,
  POSTS_ON_PAGE,
  pagesOfThread,
  postsWithin,
} from './thread-page.ts';

const posts = (...texts: string[]) =>
  texts.map((text, at) => ({ id: at + 1, text, accepted: text === 'ใช่' }));

describe('the pages of a thread', () => {
  it('have the question first, then what was accepted', () => {
    expect(inReadingOrder(posts('ถาม', 'ก', 'ใช่', 'ข')).map(({ id }) => id)).toEqual([1, 3, 2, 4]);
    expect(pagesOfThread([])).toEqual([]);
  });

  it('hold every post once, in order, and no more than there is room for', () => {
    const text = fc.integer({ min: 1, max: 20_000 }).map((length) => 'ก'.repeat(length));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (texts) => {
        const all = posts(...texts);
        const pages = pagesOfThread(all);
        expect(pages.flat()).toEqual(inReadingOrder(all));
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(POSTS_ON_PAGE);
          const bytes = page.reduce((sum, one) => sum + one.text.length * 3, 0);
          expect(page.length === 1 || bytes <= BYTES_ON_PAGE).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are of as many posts as a file has room for, at least the question', () => {
    const all = posts('กกก', 'ขข', 'ค');
    expect(postsWithin(all, 1)).toHaveLength(1);
    expect(postsWithin(all, 15)).toHaveLength(2);
    expect(postsWithin(all, 18)).toHaveLength(3);
  });
});

it.each([
  ['ดู **จดหมายขยะ**\n\n- ก่อน\n1. แล้วรอ', 160, 'ดู จดหมายขยะ ก่อน แล้วรอ'],
  ['[หน้า](/faq/a/) `x` > y', 160, 'หน้า x y'],
  ['ลืมรหัสผ่านทำอย่างไร', 12, 'ลืมรหัสผ่าน…'],
  ['***', 160, ''],
  ['| ก |\n|---|\n| ข |', 160, 'ก ข'],
])('the beginning of %j in %i characters is %j', (text, most, expected) => {
  expect(excerptOf(text, most)).toBe(expected);
});
