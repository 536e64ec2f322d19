import { describe, expect, it } from 'vitest';
import { adjacency, firstLetter, lastLetter, NOTHING } from './adjacency.ts';
import { Lexicon } from './lexicon.ts';
import { tokenise } from './tokens.ts';

const words = ['งบประมาณ', 'แม่', 'แก้ไข', 'ระบบ'];
const lexicon = new Lexicon({ words, costs: words.map(() => 40) });
const of = (text: string) => adjacency(tokenise(text, lexicon).tokens);
const code = (letter: string) => letter.charCodeAt(0) - 0x0e00;

describe('what touches a word', () => {
  it('is the letter next to it, tone marks aside', () => {
    expect(of('แม่แก้ไขงบประมาณ')).toEqual([
      { before: NOTHING, behind: code('แ') },
      { before: code('ม'), behind: code('ง') },
      { before: code('ข'), behind: NOTHING },
    ]);
  });

  it.each(['งบประมาณ ระบบ', 'งบประมาณ/ระบบ', 'งบประมาณๆระบบ', 'งบประมาณ\nระบบ'])(
    'is nothing where something parts them: %j',
    (text) => {
      expect(of(text)[0]?.behind).toBe(NOTHING);
      expect(of(text)[1]?.before).toBe(NOTHING);
    },
  );

  it('is something else than a letter where it is not Thai', () => {
    const [thai, other] = of('ระบบelaas');
    expect(thai?.behind).toBe(firstLetter('e'));
    expect(thai?.behind).not.toBe(NOTHING);
    expect(other?.before).toBe(code('บ'));
  });

  it('is the same for a word of the page and of letters that were typed', () => {
    expect(lastLetter('แม่')).toBe(lastLetter('แม'));
    expect(firstLetter('แก้ไข')).toBe(code('แ'));
  });
});
