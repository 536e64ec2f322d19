import { defineConfig } from 'vitest/config';
import { SHARED } from './shared-config.ts';

/** Tests that stand beside what they test. */
export default defineConfig({
  test: {
    ...SHARED,
    name: 'unit',
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
  },
});
