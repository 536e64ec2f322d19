import { expect, it } from 'vitest';
import { formatProblem, ProblemError } from './problem.ts';

const problem = {
  file: 'content/circulars/2568/x/index.mdx',
  line: 7,
  column: 3,
  field: 'letter.date',
  what: '"2568-04-31" is not a day of the calendar.',
  why: 'Dates are stored in the Gregorian calendar.',
  fix: 'Write YYYY-MM-DD, with the Buddhist-era year less 543.',
};

it('tells where, what, why and how to fix', () => {
  expect(formatProblem(problem)).toMatchInlineSnapshot(`
    "content/circulars/2568/x/index.mdx:7:3 letter.date: "2568-04-31" is not a day of the calendar.
      why: Dates are stored in the Gregorian calendar.
      fix: Write YYYY-MM-DD, with the Buddhist-era year less 543."
  `);
});

it('leaves out what is not known', () => {
  expect(formatProblem({ file: null, what: 'The input is empty.', fix: 'Give a letter.' })).toBe(
    'The input is empty.\n  fix: Give a letter.',
  );
});

it('carries every problem at once', () => {
  const error = new ProblemError([problem, { ...problem, line: 9 }]);
  expect(error.message.split('\n')).toHaveLength(6);
});
