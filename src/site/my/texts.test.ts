import { expect, it } from 'vitest';
import type { FactView } from '../fact-view.ts';
import { joined, lineOf, textOf } from './texts.ts';

const certain: FactView = { text: '11775', doubt: null };
const doubtful: FactView = {
  text: null,
  doubt: { kind: 'สำเนาไม่ชัด', nothing: 'อ่านไม่ชัด', readings: [], note: undefined },
};
const partly: FactView = { ...doubtful, text: 'เมษายน 2568' };

it.each<[string, (FactView | null | undefined)[], boolean]>([
  ['certain facts', [certain, certain], false],
  ['no fact at all', [null, undefined], false],
  ['one doubtful fact among certain ones', [certain, doubtful], true],
  ['a fact that is certain in part', [partly], true],
])('marks a line with %s: %s', (_, facts, marked) => {
  expect(lineOf('ก', ...facts)).toEqual(marked ? ['ก', 1] : ['ก']);
});

it.each([
  [certain, '11775'],
  [partly, 'เมษายน 2568'],
  [doubtful, 'อ่านไม่ชัด'],
  [{ text: null, doubt: null }, ''],
])('of %j shows %s', (fact, text) => expect(textOf(fact)).toBe(text));

it('joins the parts that there are', () => {
  expect(joined('รับ', false, null, undefined, '', '11775')).toBe('รับ 11775');
});
