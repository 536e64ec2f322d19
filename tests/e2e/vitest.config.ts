import { defineConfig } from 'vitest/config';
import { BY_NODE, COMPILED } from '../shared-config.ts';
import { LongFirst } from './long-first.ts';

export default defineConfig({
  test: {
    name: 'e2e',
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page is waited for comes late where other work takes the machine from it: by itself it would be a second.
    expect: { poll: { timeout: 30_000 } },
    // A busy machine may starve a browser for a moment; a second failure is a fault, and the report names each retry.
    retry: 1,
    // One more than the cores of a small machine: pages wait for answers, pauses and files a third of their time.
    maxWorkers: 3,
    // The list of pages is read, and the browser connected, once a worker.
    isolate: false,
    experimental: BY_NODE,
    // What desks start finds its modules compiled, and empties no cache that others use.
    env: COMPILED,
    sequence: { sequencer: LongFirst },
  },
});
