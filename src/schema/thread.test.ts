import { expect, it } from 'vitest';
import { formatFieldPath } from '#core/field-path.ts';
import { thread } from './document.ts';
import { validate } from './issue-problem.ts';

const post = (id: number, more: object = {}) => ({
  id,
  at: '2026-11-29T03:00:00Z',
  text: 'ก',
  ...more,
});
const page = (more: object) => ({
  title: 'ถาม',
  summary: 'ตอบ',
  published: '2026-11-29',
  section: 'system',
  ...more,
});
const said = (more: object) =>
  validate(thread, page(more)).problems.map(
    ({ path, what }) => `${formatFieldPath(path)}: ${what}`,
  );

it.each<[string, object]>([
  ['a question alone', { posts: [post(1)] }],
  [
    'answers',
    { posts: [post(1), post(2), post(4, { accepted: true, official: true, office: 'dla' })] },
  ],
  ['an answer that is older than the question', { posts: [post(5), post(2), post(9)] }],
  ['what was taken off', { withdrawn: '2026-11-29' }],
])('takes %s', (_, more) => {
  expect(said(more)).toEqual([]);
});

it.each<[object, RegExp]>([
  [{ posts: [] }, /^posts: a thread has posts, or was taken off/],
  [{ posts: [post(1)], withdrawn: '2026-11-29' }, /^posts: .*not both/],
  [{ posts: [post(1, { accepted: true })] }, /^posts\[0\]\.accepted: the question/],
  [
    { posts: [post(1), post(2, { accepted: true }), post(3, { accepted: true })] },
    /^posts\[2\]\.accepted: two answers/,
  ],
  [{ posts: [post(1), post(3), post(2)] }, /^posts\[2\]\.id: post 2 is not in the order/],
  [{ posts: [post(1), post(1)] }, /^posts\[1\]\.id: post 1/],
  [{ posts: [post(1, { at: '2026-11-29' })] }, /^posts\[0\]\.at: .*is no time/],
  [{ posts: [post(1, { email: 'x' })] }, /email/],
  [{ posts: [post(1)], about: 'faq/a' }, /^about: .*is no path/],
  [{ posts: [post(1)], section: 'other' }, /^section: /],
])('refuses %j', (more, expected) => {
  expect(said(more).join('\n')).toMatch(expected);
});
