import { expect, it } from 'vitest';
import { WordCounter } from './word-counts.ts';

const costs = (texts: readonly string[], extra: readonly string[]) => {
  const counter = new WordCounter();
  for (const text of texts) counter.add(text);
  const { words, costs: prices } = counter.lexicon(extra);
  return new Map(words.map((word, index) => [word, prices[index] as number]));
};

it('counts a name of several words as often as it stands in the pages', () => {
  const name = 'องค์การบริหารส่วนจังหวัด';
  const often = costs(Array(50).fill(`ให้${name}แจ้งอำเภอ`), [name, 'องค์การบริหารส่วนตำบล']);
  expect(often.get(name)).toBe(often.get('แจ้ง'));
  expect(often.get('องค์การบริหารส่วนตำบล')).toBeGreaterThan(often.get(name) as number);
});

it('takes an abbreviation before a full stop for one word', () => {
  expect(costs(['ให้ อบต. ทุกแห่ง'], []).has('อบต')).toBe(true);
});
