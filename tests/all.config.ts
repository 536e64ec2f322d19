import { defineConfig } from 'vitest/config';

/** Everything that `npm test` runs: modules and commands, then the built portal in a browser. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: ['tests/vitest.config.ts', 'tests/e2e/vitest.config.ts'],
  },
});
