import { describe, expect, it } from 'vitest';
import { firstLetter, lastLetter } from './adjacency.ts';
import { Lexicon } from './lexicon.ts';
import { segmentationsOf, segmentationsOfAll } from './segmentations.ts';

const lexicon = new Lexicon({
  words: ['กรรมการ', 'และ', 'ผู้บังคับบัญชา', 'ผู้บัญชาการ', 'อธิบดี', 'ข่าว', 'ขาว'],
  costs: [40, 20, 60, 60, 50, 50, 55],
});
const keys = (text: string, options?: Parameters<typeof segmentationsOf>[2]) =>
  segmentationsOf(text, lexicon, options).map(({ parts }) =>
    parts.map(({ words }) => words.map(({ key }) => key)),
  );

describe('segmentationsOf', () => {
  it('reads whole words as they are, first', () => {
    expect(keys('กรรมการและอธิบดี')[0]).toEqual([['กรรมการ'], ['และ'], ['อธิบดี']]);
  });

  it('reads the end of a word at the start, and the beginning of words at the end', () => {
    expect(keys('ธิบดีและผู้บั')).toContainEqual([['อธิบดี'], ['และ'], ['ผู้บังคับบัญชา', 'ผู้บัญชาการ']]);
  });

  it('reads letters from the middle of a word', () => {
    expect(keys('บังคับบัญ')).toContainEqual([['ผู้บังคับบัญชา']]);
  });

  it('keeps to whole words where asked to', () => {
    const closed = keys('ธิบดีและผู้บั', { openStart: false, openEnd: false });
    expect(closed).toHaveLength(1);
  });

  it('takes words of other tone marks for less, and not at all where it must be exact', () => {
    const [loose] = segmentationsOf('ขาว', lexicon);
    expect(loose?.parts[0]?.words.map(({ key }) => key)).toEqual(['ขาว', 'ข่าว']);
    expect((loose?.parts[0]?.words[1]?.weight ?? 1) < 1).toBe(true);
    expect(keys('ขาว', { exact: true })[0]).toEqual([['ขาว']]);
  });

  it('prefers words with the tone marks as typed, and says where it leaves words out', () => {
    const many = [...'กขคงจฉชซ'].map((letter) => `${letter}ะจาย`);
    const tones = new Lexicon({
      words: ['และ', 'จ่าย', 'เบิกจ่าย', ...many],
      costs: [20, 40, 50, ...many.map(() => 45)],
    });
    const [, edge] = segmentationsOf('จ่ายและ', tones);
    expect(edge?.parts[0]?.words[0]?.key).toBe('เบิกจ่าย');
    expect(edge?.parts.map(({ open }) => open)).toEqual([true, false]);
    const exact = segmentationsOf('จ่ายและ', tones, { exact: true });
    expect(exact.flatMap(({ parts }) => parts).some(({ open }) => open)).toBe(false);
  });

  it('tells what letter a word that is cut short shows to the word next to it', () => {
    const edges = (options?: Parameters<typeof segmentationsOf>[2]) =>
      segmentationsOf('ธิบดีและผู้บั', lexicon, options)
        .find(({ parts }) => parts.length === 3)
        ?.parts.map(({ edge }) => edge);
    expect(edges()).toEqual([
      { side: 'before', letter: lastLetter('ดี'), length: 5 },
      undefined,
      { side: 'behind', letter: firstLetter('ผ'), length: 4 },
    ]);
    expect(edges({ exact: true })).toEqual([undefined, undefined, undefined]);
  });

  it('has one segmentation of a very long phrase', () => {
    expect(segmentationsOf('ธิบดีและ'.repeat(20), lexicon)).toHaveLength(1);
  });
});

it('opens words only at the two ends of phrases side by side', () => {
  const phrase = (text: string, script: 'thai' | 'other') => ({ text, script, first: 0, last: 0 });
  const segmentations = segmentationsOfAll(
    [phrase('ธิบดี', 'thai'), phrase('1,234', 'other'), phrase('กรรม', 'thai')],
    lexicon,
    true,
  ).map(({ parts }) => parts.map(({ words }) => words.map(({ key }) => key)));
  expect(segmentations).toContainEqual([['อธิบดี'], ['1234'], ['กรรมการ']]);
});

it('parts phrases side by side, and leaves the likeliest segmentations of them', () => {
  const phrase = (text: string) => ({ text, script: 'thai' as const, first: 0, last: 0 });
  const phrases = [phrase('ธิบดีและ'), phrase('และผู้บั')];
  const segmentations = segmentationsOfAll(phrases, lexicon, false);
  const costs = segmentations.map(({ cost }) => cost);
  expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  const [best] = segmentations;
  expect(best?.parts.map(({ words, apart }) => [words[0]?.key, apart ?? false])).toEqual([
    ['อธิบดี', false],
    ['และ', false],
    ['และ', true],
    ['ผู้บังคับบัญชา', false],
  ]);
});
