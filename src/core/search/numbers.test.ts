import { describe, expect, it } from 'vitest';
import { fold, tidy } from './normalise.ts';
import { findLetterNumberKeys } from './numbers.ts';

const keys = (text: string) => findLetterNumberKeys(fold(tidy(text))).map((found) => found.keys);

describe('findLetterNumberKeys', () => {
  it.each([
    'มท ๐๘๐๘.๔/ว ๒๐๐๗',
    'มท 0808.4/ว2007',
    'มท0808.4/ว.2007',
    'ที่ มท 0808.4 / ว 2007',
    'มท. 0808.4/ว 02007',
    'มท.๐๘๐๘.๔/ว๒๐๐๗',
    'ที่มท.0808.4/ว2007',
  ])('reads %s as one number', (text) => {
    expect(keys(text)).toEqual([['#มท0808.4/ว2007', '#0808.4/ว2007', '#ว2007']]);
  });

  it.each([
    ['0808.4/ว 2007', [['#0808.4/ว2007', '#ว2007']]],
    ['ชม 0023.15/6698', [['#ชม0023.15/6698', '#0023.15/6698']]],
    ['ชม.0023.15/6698', [['#ชม0023.15/6698', '#0023.15/6698']]],
    ['หนังสือ ว ๒๐๐๗', [['#ว2007']]],
    ['ว.2007', [['#ว2007']]],
    ['1/2567', []],
    ['17/9/2567', []],
    ['แล้ว 2007', []],
    ['', []],
  ])('reads %s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });
});
