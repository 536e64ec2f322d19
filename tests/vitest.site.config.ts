import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { ROOT, SHARED } from './shared-config.ts';

/** Tests of view models, which import what only a build has. */
export default defineConfig({
  test: {
    ...SHARED,
    name: 'site',
    include: ['src/site/**/*.test.ts'],
    // Vite puts in place of what Astro and the build make for src/site a portal that a test makes up.
    experimental: { viteModuleRunner: true },
    alias: {
      'astro:content': join(ROOT, 'tests/site/astro-content.ts'),
      'astro:env/server': join(ROOT, 'tests/site/astro-env.ts'),
      'wian:circulars': join(ROOT, 'tests/site/wian-circulars.ts'),
      'wian:embed': join(ROOT, 'tests/site/wian-embed.ts'),
      'wian:figures': join(ROOT, 'tests/site/wian-figures.ts'),
      'wian:kept-values': join(ROOT, 'tests/site/wian-kept-values.ts'),
    },
  },
});
