import { describe, expect, it } from 'vitest';
import { agree, SURE_DIGIT } from './agreement.ts';
import { madeLine } from './testing/made-line.ts';
import { madeNetReading } from './testing/made-net-reading.ts';

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

describe('agreement of readings with a net', () => {
  const withNet = (readings: readonly string[], net: ReturnType<typeof madeNetReading>) =>
    agree(
      readings.map((text) => madeLine(text, 90)),
      net,
    ).doubts;

  it.each([
    ['what all have, though they are not sure', ['ว ๑๘', 'ว ๑๘', 'ว ๑๘'], madeNetReading('ว๑๘')],
    ['what one of them has otherwise', ['ว ๑๘', 'ว ๑๔', 'ว ๑๘'], madeNetReading('ว๑๘')],
    ['what one of them lost', ['ว ๑๘', 'ว ๑', 'ว ๑๘'], madeNetReading('ว๑๘')],
    ['what only another found', ['ว ๑๘', 'ว ๑๗๘', 'ว ๑๘'], madeNetReading('ว๑๘')],
    [
      'an Arabic digit of a shape it knows less',
      ['ว 18', 'ว 18'],
      madeNetReading('ว18', 0.99, { 2: 0.3 }),
    ],
    ['a digit that one of three has', ['๑๘', '๑๙', '๑๙', '๑๘'], madeNetReading('๑๘', 0.995)],
    ['a letter that another has otherwise', ['ตำบล', 'ดำบล', 'ตำบล'], madeNetReading('ตำบล')],
  ])('has no doubt of %s, where the net confirms it', (_, readings, net) =>
    expect(withNet(readings, net)).toEqual([]),
  );

  it.each([
    ['what all have', ['ว ๑๘', 'ว ๑๘', 'ว ๑๘'], madeNetReading('ว๑๔'), 3, 4],
    ['what it is not sure of', ['ว ๑๘', 'ว ๑๘'], madeNetReading('ว๑๘', 0.99, { 2: 0.5 }), 3, 4],
    ['what it is less sure of', ['๑๘', '๑๔', '๑๘'], madeNetReading('๑๘', 0.99, { 1: 0.8 }), 1, 2],
    ['what no other has', ['ว ๑๘', 'ว ๑๔', 'ว ๑๔'], madeNetReading('ว๑๘'), 3, 4],
    ['what it finds and none has', ['๑๘', '๑๘', '๑๘'], madeNetReading('๑๘๗'), 2, 2],
    ['what it does not find', ['๑๘๗', '๑๘๗', '๑๘๗'], madeNetReading('๑๘'), 2, 3],
    ['๔ that it is less sure of', ['๑๔', '๑๔'], madeNetReading('๑๔', 0.99, { 1: 0.85 }), 1, 2],
    ['๔ of which others have ๕', ['๑๔', '๑๕', '๑๔'], madeNetReading('๑๔', 0.98), 1, 2],
    ['a letter of a prefix', ['ชบ ๐๑/๑', 'ชบ ๐๑/๑'], madeNetReading('ขบ๐๑/๑'), 0, 1],
    ['a digit that one of three has', ['๑๘', '๑๙', '๑๙', '๑๘'], madeNetReading('๑๘', 0.98), 1, 2],
    [
      'a letter that one of three has',
      ['มาก', 'นาก', 'นาก', 'มาก'],
      madeNetReading('มาก', 0.98),
      0,
      1,
    ],
    [
      'a letter of a word that it sees otherwise',
      ['ราว', 'ราว'],
      madeNetReading('วาว', 0.85),
      0,
      1,
    ],
    ['a letter of a word', ['ดำบล', 'ดำบล'], madeNetReading('ตำบล'), 0, 1],
  ])('doubts %s', (_, readings, net, from, to) => {
    expect(withNet(readings, net)).toMatchObject([{ from, to }]);
  });

  /** A net that reads a text, and finds a digit so likely anywhere. */
  const finding = (
    text: string,
    digit: string,
    likely: number,
  ): ReturnType<typeof madeNetReading> => {
    const net = madeNetReading(text);
    return {
      ...net,
      likelyIn: (wanted, from, to) =>
        Math.max(net.likelyIn(wanted, from, to), wanted === digit ? likely : 0),
    };
  };

  it.each([
    ['a flat 3 that it takes for 5', 'ว 13', finding('ว15', '3', 0.03), 92, 0],
    ['3 that it takes for 5 and finds nowhere', 'ว 13', finding('ว15', '3', 0.01), 92, 1],
    ['3 that it takes for 8', 'ว 13', finding('ว18', '3', 0.03), 92, 1],
    ['3 that it takes for 8, of which all are sure', 'ว 13', finding('ว18', '3', 0.03), 98, 0],
    ['7 that it takes for sara aa', 'ว 17', finding('ว1า', '7', 0), 92, 0],
    ['9 that it takes for ๑', 'ว 19', finding('ว1๑', '9', 0.03), 92, 1],
    ['9 that it takes for ๑, of which all are sure', 'ว 19', finding('ว1๑', '9', 0.03), 98, 0],
    ['๓ that it takes for 5, of which all are sure', 'ว ๑๓', finding('ว๑5', '3', 0.03), 98, 1],
  ])('knows Arabic digits by fewer shapes than readers: %s', (_, text, net, confidence, count) =>
    expect(
      agree(
        [text, text, text].map((one) => madeLine(one, confidence)),
        net,
      ).doubts,
    ).toHaveLength(count),
  );

  /** A net that reads a text so surely, and finds ๕ so likely over the columns of each of its characters. */
  const beside = (
    text: string,
    likely: number,
    five: number,
  ): ReturnType<typeof madeNetReading> => {
    const net = madeNetReading(text, likely);
    return {
      ...net,
      likelyOver: (wanted, from, to) => (wanted === '5' ? five : net.likelyOver(wanted, from, to)),
    };
  };

  it.each([
    ['finds next to nothing of ๕', ['๑๔', '๑๔'], 0.99, 0.002, 0],
    ['finds a little of ๕, as of one with a small tail', ['๑๔', '๑๔'], 0.99, 0.006, 1],
    ['is less sure and finds nothing of ๕', ['๑๔', '๑๔'], 0.95, 0.001, 0],
    ['is less sure and finds next to nothing of ๕', ['๑๔', '๑๔'], 0.95, 0.002, 1],
    ['is not sure', ['๑๔', '๑๔'], 0.85, 0, 1],
    ['finds a little of ๕, and was read once', ['๑๔'], 0.99, 0.006, 1],
    ['finds next to nothing of ๕ that another has', ['๑๔', '๑๕', '๑๔'], 0.995, 0.002, 0],
    ['finds a little of ๕ that another has', ['๑๔', '๑๕', '๑๔'], 0.995, 0.006, 1],
    ['finds a little of ๕ in an Arabic 4', ['14', '14'], 0.99, 0.006, 0],
  ])('takes ๔ by how little the net finds of ๕: where it %s', (_, readings, likely, five, count) =>
    expect(withNet(readings, beside(readings[0] as string, likely, five))).toHaveLength(count),
  );

  it('does not tell 5 from 3, which it takes for that', () => {
    expect(withNet(['ว 15', 'ว 15', 'ว 15', 'ว 13'], madeNetReading('ว15'))).toMatchObject([
      { readings: ['5', '5', '5', '3', '5'] },
    ]);
    expect(withNet(['ว 15', 'ว 15', 'ว 15', 'ว 16'], madeNetReading('ว15'))).toEqual([]);
  });

  it('confirms a letter of the second and another reader at less than one of the others', () => {
    const net = madeNetReading('มาก', 0.93);
    expect(withNet(['มาก', 'มาก', 'มาก', 'นาก'], net)).toEqual([]);
    expect(withNet(['มาก', 'มาก', 'นาก', 'มาก'], net)).toEqual([]);
    expect(withNet(['มาก', 'นาก', 'มาก', 'มาก'], net)).toMatchObject([{ from: 0, to: 1 }]);
  });

  it('offers what the net has beside what the readers have', () =>
    expect(withNet(['ว ๑๘', 'ว ๑๘'], madeNetReading('ว๑๔'))).toEqual([
      { reason: 'differs', from: 3, to: 4, readings: ['๘', '๘', '๔'], isDigit: true },
    ]));

  it('takes ink that readers passed over for none only where the net reads the whole line', () => {
    const passed = [madeLine('ว ๑๘', 99, 0.5), madeLine('ว ๑๘')];
    expect(agree(passed, madeNetReading('ว๑๘')).doubts).toEqual([]);
    expect(agree(passed, madeNetReading('ว๑๘', 0.8)).doubts).toMatchObject([
      { reason: 'left-out' },
    ]);
    expect(agree(passed, null).doubts).toMatchObject([{ reason: 'left-out' }]);
  });
});
