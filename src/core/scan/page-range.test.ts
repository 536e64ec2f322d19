import { describe, expect, it } from 'vitest';
import { readPageRange } from './page-range.ts';

describe('readPageRange', () => {
  it.each([
    ['3', [3]],
    ['1-3,7', [1, 2, 3, 7]],
    ['7, 2-3,3', [2, 3, 7]],
    ['', null],
    ['0', null],
    ['3-1', null],
    ['1-', null],
    ['one', null],
    ['1-999999', null],
  ])('%j', (text, pages) => expect(readPageRange(text)).toEqual(pages));
});
