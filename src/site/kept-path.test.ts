import { afterEach, expect, it, vi } from 'vitest';
import { keptPath } from './kept-path.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('makes a view once in a build, and is kept by all that stands in it', async () => {
  vi.stubEnv('DEV', false);
  let made = 0;
  const path = await keptPath({ year: '2567' }, async () => ({ items: ['ก'], made: ++made }));
  expect(path).toMatchObject({
    params: { year: '2567' },
    cacheKey: JSON.stringify({ items: ['ก'], made: 1 }),
  });
  expect([await path.props.make(), await path.props.make()]).toEqual([
    { items: ['ก'], made: 1 },
    { items: ['ก'], made: 1 },
  ]);
});

it('makes a view in dev when a page is asked for, and not before', async () => {
  vi.stubEnv('DEV', true);
  let made = 0;
  const path = await keptPath({}, () => ++made);
  expect([path.cacheKey, made]).toEqual([undefined, 0]);
  expect([await path.props.make(), await path.props.make()]).toEqual([1, 2]);
});
