import { describe, expect, it } from 'vitest';
import { agree, isReadAlike } from './agreement.ts';
import { madeLine } from './testing/made-line.ts';
import { madeNetReading } from './testing/made-net-reading.ts';

const doubtsOf = (readings: readonly string[], net: string, likely = 0.99) =>
  agree(
    readings.map((text) => madeLine(text)),
    madeNetReading(net, likely),
  ).doubts;

describe('marks above and below letters, of which a net has a word', () => {
  it.each([
    ['that one has otherwise', ['ที่', 'ที้', 'ที่']],
    ['that one lost', ['ที่', 'ที', 'ที่']],
    ['that one has more', ['ที่', 'ที่์', 'ที่']],
    ['that two have otherwise, but not the first', ['ที่', 'ที้', 'ที้', 'ที่']],
  ])('are no doubt %s where the net confirms them', (_, readings) => {
    expect(doubtsOf(readings, 'ที่')).toEqual([]);
    expect(doubtsOf(readings, 'ที่', 0.8)).not.toEqual([]);
  });

  it.each([
    ['has otherwise', ['กี', 'กี', 'กี'], 'กึ', 1, 2],
    ['has not', ['กี่', 'กี่', 'กี่'], 'กี', 2, 3],
    ['has besides', ['กีข', 'กีข', 'กีข'], 'กี่ข', 2, 2],
    ['has besides at the end', ['กี', 'กี', 'กี'], 'กี่', 2, 2],
    ['has besides, below', ['กี', 'กี', 'กี'], 'กีุ', 2, 2],
  ])('are a doubt that the net alone %s', (_, readings, net, from, to) =>
    expect(doubtsOf(readings, net)).toMatchObject([{ from, to, isDigit: false }]),
  );

  it('are no doubt where the third reader alone has them as the net does', () => {
    expect(doubtsOf(['กี้', 'กี่', 'กี้', 'กี่'], 'กี้')).not.toEqual([]);
  });

  it('are what sara am has above the letter before it', () => {
    const readings = ['กำ', 'กา', 'กำ'];
    expect(doubtsOf(readings, 'กำ')).toEqual([]);
    expect(doubtsOf(readings, 'กา')).not.toEqual([]);
    expect(doubtsOf(['น้ำ', 'น้ำ'], 'น้ำ')).toEqual([]);
  });

  it('are left to the readers where the net has no letter there', () => {
    expect(doubtsOf(['ที่', 'ที่', 'ที่'], 'า', 0.5)).toEqual([]);
    expect(doubtsOf(['ที่', 'ที้', 'ที่'], 'า', 0.5)).not.toEqual([]);
  });

  it('are a doubt with a letter of which the net finds nothing', () =>
    expect(doubtsOf(['วที่', 'วที่', 'วที่'], 'ที่')).toMatchObject([{ from: 0, to: 1 }]));
});

describe('a line that one reader and the net read alike', () => {
  const isAlike = (text: string, net: string, likely = 0.99): boolean =>
    isReadAlike(madeLine(text), madeNetReading(net, likely));

  it('is one of which every letter and mark is the same, and the net sure of it', () => {
    expect(isAlike('ที่ ๑๘', 'ที่๑๘')).toBe(true);
    expect(isAlike('น้ำ ๑๘', 'น้ำ๑๘')).toBe(true);
    expect(isAlike('ที่ ๑๘', 'ที่๑๘', 0.94)).toBe(false);
    expect(isAlike('พฤ ๑๘', 'พฤ๑๘')).toBe(true);
    expect(isAlike('ที ๑๘', 'ที่๑๘')).toBe(false);
    expect(isAlike('ที่ ๑๘', 'ที่๑')).toBe(false);
    expect(isAlike('ที่ ๑', 'ที่๑๘')).toBe(false);
    expect(isAlike('บท', 'มท')).toBe(false);
  });

  it('needs the net to be less sure of letters of known words, and of marks', () => {
    expect(isAlike('จังหวัด', 'จังหวัด', 0.75)).toBe(true);
    expect(isAlike('จังหวัด', 'จังหวัด', 0.65)).toBe(false);
    expect(isAlike('จับหวัด', 'จับหวัด', 0.94)).toBe(false);
    const net = madeNetReading('เลขที่รับ ๖', 0.75, { 5: 0.9 });
    expect(isReadAlike(madeLine('เลขที่รับ ๖'), net)).toBe(false);
  });

  it('is none with characters that the net does not tell apart', () => {
    expect(isAlike('A ๑๘', 'A๑๘')).toBe(false);
  });
});
