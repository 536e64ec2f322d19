import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { InlineConfig } from 'vitest/node';

const ROOT = join(import.meta.dirname, '..');

/** What all tests but those in a browser have in common. */
export const SHARED = {
  root: ROOT,
  exclude: ['node_modules/**', 'dist/**', '.portals/**'],
  setupFiles: ['tests/property-seed.ts'],
  // What Astro and the build make for src/site: view models are tested with a portal that a test puts there.
  alias: {
    'astro:content': join(ROOT, 'tests/site/astro-content.ts'),
    'astro:env/server': join(ROOT, 'tests/site/astro-env.ts'),
    'wian:circulars': join(ROOT, 'tests/site/wian-circulars.ts'),
    'wian:embed': join(ROOT, 'tests/site/wian-embed.ts'),
    'wian:figures': join(ROOT, 'tests/site/wian-figures.ts'),
    'wian:kept-values': join(ROOT, 'tests/site/wian-kept-values.ts'),
  },
  // A limit for what hangs, not for what is slow: other work may take the machine from a test for long.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A process for each file costs as much as all tests of the core; no test leaves anything behind in its modules.
  isolate: false,
  // One more than there are cores: commands, databases and pauses are waited for a fifth of the time.
  maxWorkers: availableParallelism() + 1,
  // Commands that tests start find their modules compiled by the first of them.
  env: { NODE_COMPILE_CACHE: join(ROOT, '.cache/compiled') },
} satisfies InlineConfig;
