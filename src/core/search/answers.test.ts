import { expect, it } from 'vitest';
import { ANSWERS_META, readAnswers, writeAnswers } from './answers.ts';
import { tidy } from './normalise.ts';

const ANSWERS = [
  { href: '/forms/leave/', title: 'แบบ "ลา" \\ 2' },
  { href: '/manuals/leave/', title: 'คู่มือการลา' },
];

it('gives back what was written, as an index stores it', () => {
  expect(readAnswers({ [ANSWERS_META]: tidy(writeAnswers(ANSWERS)) })).toEqual(ANSWERS);
});

it('gives none for a page that is no question', () => {
  expect(readAnswers({ kind: 'ข่าว' })).toEqual([]);
});
