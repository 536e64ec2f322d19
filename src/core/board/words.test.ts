import { expect, it } from 'vitest';
import { wordsOf } from './words.ts';

it('has the words of a question once, with digits alike and without single letters', () => {
  const words = wordsOf('ลืมรหัสผ่าน New e-LAAS ๒๕๖๘ new');
  expect(words).toEqual(expect.arrayContaining(['รหัส', 'new', 'laas', '2568']));
  expect(words.filter((word) => word === 'new')).toHaveLength(1);
  expect(words).not.toContain('e');
});

it('ends with what is enough to find a thread by', () => {
  expect(wordsOf(Array.from({ length: 100 }, (_, at) => `w${at}`).join(' '))).toHaveLength(40);
});
