import { expect, it } from 'vitest';
import { writeAnswers } from './answers.ts';
import type { SearchResponse } from './respond.ts';
import { responseUnderBase } from './response-under-base.ts';

const META = { kind: 'ถาม-ตอบ', answers: writeAnswers([{ href: '/forms/a/', title: 'แบบ' }]) };
const RESPONSE = {
  text: 'แบบ',
  results: [{ url: '/faq/a/', title: 'ก', meta: META }],
  letters: [{ url: '/circulars/2567/a/', title: 'ข', meta: { kind: 'หนังสือเวียน' } }],
} as unknown as SearchResponse;

it('gives the base to pages, letters and what answers a question', () => {
  expect(responseUnderBase(RESPONSE, '/sub')).toEqual({
    text: 'แบบ',
    results: [
      {
        url: '/sub/faq/a/',
        title: 'ก',
        meta: { ...META, answers: writeAnswers([{ href: '/sub/forms/a/', title: 'แบบ' }]) },
      },
    ],
    letters: [{ url: '/sub/circulars/2567/a/', title: 'ข', meta: { kind: 'หนังสือเวียน' } }],
  });
});

it('leaves an answer of a portal at the root as it is', () => {
  expect(responseUnderBase(RESPONSE, '')).toBe(RESPONSE);
});
