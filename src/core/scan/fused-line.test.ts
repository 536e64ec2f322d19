import { describe, expect, it } from 'vitest';
import { fusedLine } from './fused-line.ts';
import { madeLine } from './testing/made-line.ts';
import { madeNetReading } from './testing/made-net-reading.ts';

/** What four readings make of a line: the first, the second and the third reader, and the net. */
const fused = (first: string, second: string, third: string, net: string, likely = 0.99): string =>
  fusedLine(
    [first, second, third].map((text) => madeLine(text)),
    madeNetReading(net, likely),
  ).text;

describe('one line of several readings', () => {
  it.each([
    ['is what all read', 'ว ๑๘๙๓', 'ว ๑๘๙๓', 'ว ๑๘๙๓', 'ว๑๘๙๓', 'ว ๑๘๙๓'],
    ['keeps what the first and the net have', 'ว ๑๘', 'ว ๑๔', 'ว ๑๔', 'ว๑๘', 'ว ๑๘'],
    ['takes what the net and another have', 'ว ๑๔', 'ว ๑๘', 'ว ๑๔', 'ว๑๘', 'ว ๑๘'],
    ['takes what the net alone has for nothing', 'ว ๑๔', 'ว ๑๔', 'ว ๑๔', 'ว๑๘', 'ว ๑๔'],
    ['takes the net where all three differ', 'ว ๑๔', 'ว ๑๕', 'ว ๑๖', 'ว๑๘', 'ว ๑๘'],
    ['adds what the first lost', '๑๑/ว', '๑๑๑/ว', '๑๑/ว', '๑๑๑/ว', '๑๑๑/ว'],
    ['adds it at the start', '๑/ว', '๒๑/ว', '๑/ว', '๒๑/ว', '๒๑/ว'],
    ['adds nothing that only readers have', '๑๒/ว', '๑๓๒/ว', '๑๓๒/ว', '๑๒/ว', '๑๒/ว'],
    ['leaves out what only the first has', '๑๗๒', '๑๒', '๑๒', '๑๒', '๑๒'],
    ['keeps marks that the first and the net have', 'ที่ ๑', 'ที ๑', 'ที ๑', 'ที่๑', 'ที่ ๑'],
    ['takes marks that the net and another have', 'ท่ ๑', 'ท่ ๑', 'ที่ ๑', 'ที่๑', 'ที่ ๑'],
    ['takes another mark that both have', 'ที้ ๑', 'ที่ ๑', 'ที้ ๑', 'ที่๑', 'ที่ ๑'],
    ['leaves out marks that neither has', 'ที่๋ ๑', 'ที่ ๑', 'ที่๋ ๑', 'ที่๑', 'ที่ ๑'],
    ['takes no marks that the net alone has', 'ท ๑', 'ท ๑', 'ท ๑', 'ที่๑', 'ท ๑'],
    ['leaves marks where the net lost the letter', 'ที่ ๑', 'ที ๑', 'ที่ ๑', '๑', 'ที่ ๑'],
    ['takes marks that others have where the net lost it', 'ท่ ๑', 'ที่ ๑', 'ที่ ๑', '๑', 'ที่ ๑'],
    ['adds what the net can not tell', '(NFO)', '(INFO)', '(NFO)', '(INFO)', '(INFO)'],
    ['adds it where others agree', '(NFO)', '(INFO)', '(INFO)', '(INFO)', '(INFO)'],
    ['adds nothing where others differ', '(NFO)', '(INFO)', '(lNFO)', '(INFO)', '(NFO)'],
    ['keeps an Arabic digit', 'ว 14', 'ว ๑๘', 'ว 14', 'ว18', 'ว 1๘'],
  ])('%s', (_, first, second, third, net, text) => {
    expect(fused(first, second, third, net)).toBe(text);
  });

  it('does not take the net for more than it is sure of', () =>
    expect(fused('ว ๑๔', 'ว ๑๕', 'ว ๑๔', 'ว๑๘', 0.6)).toBe('ว ๑๔'));

  it('has characters that make up its text, at their places', () => {
    const { text, glyphs } = fusedLine(
      [madeLine('๑๑/ว'), madeLine('๑๑๑/ว')],
      madeNetReading('๑๑๑/ว'),
    );
    expect(glyphs.map((glyph) => glyph.text).join('')).toBe(text);
    expect(glyphs.every(({ left, right }) => left < right)).toBe(true);
  });
});
