import { defineConfig } from 'vitest/config';
import { SHARED } from './shared-config.ts';

/** Tests of what spans modules: the commands, which start processes, the content, the architecture, what damage does. */
export default defineConfig({
  test: {
    ...SHARED,
    name: 'integration',
    include: ['scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: [...SHARED.exclude, 'tests/e2e/**'],
  },
});
