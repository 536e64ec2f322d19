import { describe, expect, it } from 'vitest';
import { keysWith, nearestKeys } from './near-numbers.ts';

const KEYS = ['#/163', '#/6698', '#ว1639', '#ว219', '#ว2007', '#ว20079', '#ว2701', '#ว3850'];

describe('nearestKeys', () => {
  it.each([
    ['two digits exchanged', '1693', true, ['#ว1639']],
    ['two digits exchanged before one other', '2070', true, ['#ว2007']],
    ['one digit other', '2107', true, ['#ว2007']],
    ['a digit left out', '207', true, ['#ว2007']],
    ['a digit too many, or a part', '200', true, ['#ว2007', '#ว20079']],
    ['the same number of another unit', '219', true, ['#ว219']],
    ['a letter that is no circular', '6689', false, ['#/6698']],
    ['nothing near', '9999', true, []],
  ])('%s', (_, asked, circular, expected) => {
    expect(nearestKeys(asked, circular, KEYS)).toEqual(expected);
  });
});

describe('keysWith', () => {
  it.each([
    ['200', ['#ว2007', '#ว20079']],
    ['163', ['#ว1639']],
    ['007', ['#ว2007', '#ว20079']],
    ['2007', ['#ว20079']],
    ['19', []],
    ['555', []],
  ])('finds the numbers that have %s in them', (digits, expected) => {
    expect(keysWith(digits, KEYS)).toEqual(expected);
  });
});
