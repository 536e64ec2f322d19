import { expect, it } from 'vitest';

import { LINE_CHARS, LINE_KIND_COUNT, LINE_SAID_COUNT, MARK_GROUPS } from './line-kinds.ts';
import { asNetReads, markPlace, netReadingOf } from './net-reading.ts';

it.each([
  ['๗', '7'],
  ['7', '7'],
  ['ก', 'ก'],
  ['\u0e33', 'า'],
  ['–', '-'],
  ['A', ''],
  [' ', null],
  ['\u0e48', null],
])('the net reads %j as %j', (char, meaning) => expect(asNetReads(char)).toBe(meaning));

/** What a net says that is so sure of each column: a character, `_` for nothing, `?` for one that it does not tell apart. */
const said = (columns: string, likely = 0.9) => {
  const kinds = [...columns].map((char) =>
    char === '_' ? 0 : char === '?' ? LINE_KIND_COUNT - 1 : LINE_CHARS.indexOf(char as 'ก') + 1,
  );
  const all = new Float64Array(kinds.length * LINE_SAID_COUNT).fill(
    (1 - likely) / (LINE_KIND_COUNT - 1),
  );
  for (const [column, kind] of kinds.entries()) all[column * LINE_SAID_COUNT + kind] = likely;
  return { count: kinds.length, likely: all };
};

it.each([
  ['characters apart', 'วว_๑๑_๘๘', 'ว18'],
  ['two alike apart', '๑๑_๑๑', '11'],
  ['two beside each other', 'วว๑๑', 'ว1'],
  ['both scripts of one digit as one', '๑๑11', '1'],
  ['a column at the edge of another as part of that', '_๘๘๔_๑๑', '81'],
  ['a dot of one column', '๘๘.๑๑', '8.1'],
  ['one column alone', '_ว_', 'ว'],
  ['what it does not tell apart', '??_๑๑', '#1'],
])('reads %s', (_, columns, text) => {
  const { chars } = netReadingOf(said(columns), 1.5);
  expect(chars.map((one) => one.text || '#').join('')).toBe(text);
});

it('says how likely a character is within columns, a digit in either script, and where it stands', () => {
  const reading = netReadingOf(said('__๑๑_', 0.8), 1.5);
  expect(reading.chars).toMatchObject([{ from: 2, to: 3, left: 6, right: 12, written: '๑' }]);
  expect(reading.likelyIn('1', 0, 4)).toBeCloseTo(0.8 + 0.2 / (LINE_KIND_COUNT - 1), 6);
  expect(reading.likelyIn('1', 0, 1)).toBeLessThan(0.01);
  expect(reading.likelyIn('A', 0, 4)).toBe(0);
});

it('says how likely a character is over columns on average, of those that there are', () => {
  const reading = netReadingOf(said('๕๔๔๔', 0.9), 1.5);
  const little = 0.1 / (LINE_KIND_COUNT - 1);
  expect(reading.likelyOver('5', 0, 3)).toBeCloseTo((0.9 + little + 3 * 2 * little) / 4, 6);
  expect(reading.likelyOver('5', 2, 9)).toBeCloseTo(2 * little, 6);
  expect(reading.likelyOver('5', 3, 2)).toBe(0);
  expect(reading.likelyOver('A', 0, 3)).toBe(0);
});

it.each([
  ['a vowel above', '\u0e35', [0, 3]],
  ['a tone', '\u0e49', [1, 2]],
  ['a vowel below', '\u0e38', [2, 1]],
  ['a letter', 'ก', null],
  ['nothing', '', null],
])('knows the group of %s', (_, mark, place) => expect(markPlace(mark)).toEqual(place));

it('says how likely marks are on a consonant, by all columns that it has, and nothing of other characters', () => {
  const { count, likely } = said('กก_๑๑', 0.9);
  const tones = LINE_KIND_COUNT + MARK_GROUPS[0].length;
  likely[tones + 2] = 0.8;
  likely[LINE_SAID_COUNT + tones + 2] = 0.6;
  const [letter, digit] = netReadingOf({ count, likely }, 1).chars;
  expect(letter?.marks[1]?.[2]).toBeCloseTo(0.7, 6);
  expect(letter?.marks.map((group) => group.length)).toEqual([8, 6, 4]);
  expect(digit?.marks).toEqual([]);
});
