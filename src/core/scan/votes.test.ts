import { describe, expect, it } from 'vitest';
import type { GlyphLook } from './glyph-looks.ts';
import type { Glyph } from './line.ts';
import { type LookIn, voteOf } from './votes.ts';

const glyph = (text: string): Glyph => ({
  text,
  left: 0,
  top: 0,
  right: 10,
  bottom: 20,
  confidence: 97,
});
const place = (first: string, ...others: string[]) => ({
  first: first === '' ? null : glyph(first),
  others: others.map((text) => [...text].map(glyph)),
  confidence: 94,
});
/** Sees one character, as likely as said; what else was read gets the rest. */
const sees =
  (best: string, likely: number): LookIn =>
  ({ text }): GlyphLook => ({ best, likely, own: text === best ? likely : (1 - likely) / 10 });

describe('what the net says of a place', () => {
  it.each<[string, ReturnType<typeof place>, LookIn, boolean, ReturnType<typeof voteOf>]>([
    ['confirms what all have', place('7', '7', '7'), sees('7', 0.95), true, 'for'],
    ['is itself not sure', place('7', '7', '7'), sees('7', 0.6), true, null],
    ['speaks against all', place('1', '1', '1'), sees('3', 0.95), true, 'against'],
    ['does not where shapes are missing', place('1', '1', '1'), sees('3', 0.95), false, null],
    ['would, but is not sure', place('1', '1', '1'), sees('3', 0.6), true, null],
    ['settles one against two', place('5', '4', '5'), sees('5', 0.99), true, 'for'],
    ['settles nothing where it is less sure', place('5', '4', '5'), sees('5', 0.6), true, null],
    ['settles a letter', place('ต', 'ด', 'ต'), sees('ต', 0.95), true, 'for'],
    ['is not sure enough of a letter', place('ต', 'ด', 'ต'), sees('ต', 0.8), true, null],
    ['settles nothing for one alone', place('5', '4', '4'), sees('5', 0.99), true, null],
    ['never takes the side of others', place('5', '4', '5'), sees('4', 0.99), true, null],
    ['settles what one has lost', place('5', '', '5'), sees('5', 0.99), true, 'for'],
    [
      'does not settle it where shapes are missing',
      place('5', '', '5'),
      sees('5', 0.99),
      false,
      null,
    ],
    ['finds nothing where one reader alone does', place('', '7', ''), sees('/', 0.99), true, 'for'],
    ['has no say in a comma', place('', ',', ''), sees('/', 0.99), true, null],
    ['finds what one reader alone does', place('', '7', ''), sees('7', 0.5), true, null],
    ['does not say so where two do', place('', '7', '7'), sees('/', 0.99), true, null],
    ['nor where the number of shapes is another', place('', '7', ''), sees('/', 0.99), false, null],
    ['knows nothing of it', place('7', '7', '7'), () => null, true, null],
  ])('%s', (_, at, look, isLengthSure, vote) => {
    expect(voteOf(at, look, isLengthSure)).toBe(vote);
  });

  it('has to be less sure where the readers are almost', () => {
    const seen = sees('7', 0.75);
    expect(voteOf({ ...place('7', '7', '7'), confidence: 96 }, seen, true)).toBe('for');
    expect(voteOf(place('7', '7', '7'), seen, true)).toBe(null);
  });

  it('counts a digit by its value', () => {
    const look: LookIn = () => ({ best: '5', likely: 0.99, own: 0.99 });
    expect(voteOf(place('๕', '5', '๔'), look, true)).toBe('for');
  });
});
