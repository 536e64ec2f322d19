import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Everything that `npm test` runs: modules, what spans them, then the built portal in a browser. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // For both projects; see shared-config.ts.
    maxWorkers: availableParallelism() + 1,
    projects: [
      'tests/vitest.config.ts',
      'tests/vitest.site.config.ts',
      'tests/vitest.integration.config.ts',
      'tests/e2e/vitest.config.ts',
    ],
  },
});
