import { describe, expect, it } from 'vitest';
import { agree } from './agreement.ts';
import { madeLine } from './testing/made-line.ts';
import { SURE_DIGIT } from './votes.ts';

describe('agreement of readings', () => {
  it('takes what all read', () =>
    expect(
      agree([
        madeLine('มท ๐๘๐๘.๔/ว ๑๘๙๓'),
        madeLine('มท ๐๘๐๘.๔/ว๑๘๙๓'),
        madeLine('มท 0808.4/ว ๑๘๙๓'),
      ]),
    ).toEqual({
      text: 'มท ๐๘๐๘.๔/ว ๑๘๙๓',
      doubts: [],
    }));

  it('doubts a digit that one of three reads otherwise, with all readings', () =>
    expect(agree([madeLine('ว ๑๘๙๓'), madeLine('ว ๑๘๙๓'), madeLine('ว ๑๕๙๓')]).doubts).toEqual([
      { reason: 'differs', from: 3, to: 4, readings: ['๘', '๘', '๕'], isDigit: true },
    ]));

  it.each([
    ['lost in the first', '๑๙', '๑๘๙', 1, 1],
    ['lost at its end', '๑๙', '๑๙๘', 2, 2],
    ['lost at its start', '๑๙', '๘๑๙', 0, 0],
    ['lost in the other', '๑๘๙', '๑๙', 1, 2],
    ['taken for a letter by the other', 'ว๑', 'วว', 1, 2],
    ['taken for a letter by the first', 'วว', 'ว๑', 1, 2],
  ])('doubts a digit %s', (_, first, second, from, to) => {
    const { doubts } = agree([madeLine(first), madeLine(second)]);
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toMatchObject({ reason: 'differs', from, to, isDigit: true });
  });

  it('doubts a digit that the readers together are not sure of, though all agree', () => {
    const faint = madeLine('๑๒', SURE_DIGIT - 2);
    const sure = madeLine('๑๒', SURE_DIGIT + 2);
    for (const readings of [
      [faint, faint, faint],
      [sure, faint, faint],
      [faint, faint],
    ]) {
      expect(agree(readings).doubts).toMatchObject([
        { reason: 'unclear', from: 0, to: 1 },
        { reason: 'unclear', from: 1, to: 2 },
      ]);
    }
    expect(agree([faint, sure, sure]).doubts).toEqual([]);
    expect(agree([madeLine('กข', 40), madeLine('กข')]).doubts).toEqual([]);
  });

  it('doubts letters of a word that the readers do not agree on', () =>
    expect(agree([madeLine('ดำบล'), madeLine('ตำบล')]).doubts).toMatchObject([
      { reason: 'differs', from: 0, to: 1, readings: ['ด', 'ต'], isDigit: false },
    ]));

  it('doubts letters that the third reader has otherwise within a number alone', () => {
    const [number, other] = ['ที่ มท ๐๘๐๘.๔/ว ๑', 'ที่ บท ๐๘๐๘.๔/ว ๑'];
    expect(agree([madeLine(number), madeLine(number), madeLine(other)]).doubts).toMatchObject([
      { reason: 'differs', from: 4, to: 5, readings: ['ม', 'ม', 'บ'] },
    ]);
    expect(agree([madeLine('มท'), madeLine('มท'), madeLine('บท')]).doubts).toEqual([]);
  });

  it('doubts a line of which ink was passed over', () =>
    expect(agree([madeLine('ว ๑', 99, 0.5), madeLine('ว ๑')]).doubts).toMatchObject([
      { reason: 'left-out' },
    ]));

  it.each([
    ['as many characters as shapes', 3, 0],
    ['letters that touch', 2, 0],
    ['more shapes than characters', 4, 1],
  ])('%s: %i shapes give %i doubts', (_, shapes, count) => {
    const { doubts } = agree([{ ...madeLine('ว ๑๒'), shapes }, madeLine('ว ๑๒'), madeLine('ว ๑๒')]);
    expect(doubts.map(({ reason }) => reason)).toEqual(Array(count).fill('left-out'));
  });

  it('takes no reading alone', () => expect(() => agree([madeLine('๑')])).toThrow(/two readings/));
});
