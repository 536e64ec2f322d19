import { defineConfig } from 'vitest/config';
import { SHARED } from './shared-config.ts';

/** Tests of modules, beside what they test: the inner loop of a change. */
export default defineConfig({
  test: {
    ...SHARED,
    name: 'unit',
    include: ['src/**/*.test.ts'],
  },
});
