import { expect, it } from 'vitest';
import { postFaults } from '#core/board/post.ts';
import { madeUpThreads } from './made-up-board.ts';

const SIZE = { threads: 2000, posts: 12_000, members: 80 };

it('has as many threads and posts as were asked for, each marked as a sample that the board takes', () => {
  const threads = [...madeUpThreads(SIZE, 1)];
  const posts = threads.flatMap((thread) => thread.posts);
  expect([threads.length, posts.length]).toEqual([SIZE.threads, SIZE.posts]);
  expect(posts.map(({ id }) => id)).toEqual(posts.map((_, at) => at + 1));
  expect(new Set(posts.map(({ author }) => author)).size).toBe(SIZE.members);
  expect(threads.every(({ posts: [first] }) => first?.isQuestion)).toBe(true);
  for (const {
    title,
    posts: [question],
  } of threads.slice(0, 20)) {
    expect(`${title} ${question?.body}`).toMatch(/ตัวอย่างสมมติ.*ตัวอย่างสมมติ/s);
    expect(postFaults({ title, body: question?.body ?? '' })).toEqual([]);
  }
});

it('is the same for the same seed, and another for another', () => {
  const titles = (seed: number) =>
    [...madeUpThreads({ threads: 20, posts: 60, members: 5 }, seed)].map(({ title }) => title);
  expect(titles(7)).toEqual(titles(7));
  expect(titles(7)).not.toEqual(titles(8));
});
