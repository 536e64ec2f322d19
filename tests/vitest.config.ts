import { defineConfig } from 'vitest/config';
import { SHARED } from './shared-config.ts';

/** Tests of modules, beside what they test: the inner loop of a change. Those of view models have vitest.site.config.ts. */
export default defineConfig({
  test: {
    ...SHARED,
    name: 'unit',
    include: ['src/**/*.test.ts'],
    exclude: [...SHARED.exclude, 'src/site/**'],
  },
});
