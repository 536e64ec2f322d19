import { expect, it } from 'vitest';
import { forgetOldest } from './register-jobs.ts';

it('forgets the oldest registers that were read, and none that is still being read', () => {
  const states = ['running', 'done', 'running', 'refused', 'done', 'running'] as const;
  const jobs = new Map(states.map((state, at) => [String(at), { job: { state } }]));
  forgetOldest(jobs, 3);
  expect([...jobs.keys()]).toEqual(['0', '1', '2', '3', '4', '5']);
  forgetOldest(jobs, 1);
  expect([...jobs.keys()]).toEqual(['0', '2', '4', '5']);
  forgetOldest(jobs, 0);
  expect([...jobs.keys()]).toEqual(['0', '2', '5']);
});
