import { expect, it } from 'vitest';
import { formulaLengths } from './formulas.ts';
import { skeleton } from './normalise.ts';

const matter = (typed: string): string => {
  const text = skeleton(typed);
  const { start, end } = formulaLengths(text);
  return text.slice(start, text.length - end);
};

it.each([
  ['อยากทราบว่าลืมรหัสทำอย่างไรครับ', 'ลืมรหัส'],
  ['ต้องทำอย่างไร', ''],
  ['งบประมาณคืออะไร', 'งบประมาณ'],
  ['งบประมาณรายจ่าย', 'งบประมาณรายจาย'],
])('finds what "%s" is about', (typed, about) => {
  expect(matter(typed)).toBe(about);
});
