import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { InlineConfig } from 'vitest/node';
import { keepTemporaryFilesInMemory } from './temporary-folder.ts';

// Configurations are read before any worker begins.
keepTemporaryFilesInMemory();

/** Folder of the project. */
export const ROOT = join(import.meta.dirname, '..');

/** Environment of all tests: what they start finds its modules compiled by what ran before. */
export const COMPILED = { NODE_COMPILE_CACHE: join(ROOT, '.cache/compiled') };

/** How modules of tests are run: Vite would transform each of a thousand first, in one process for all workers. */
export const BY_NODE = { viteModuleRunner: false, nodeLoader: false };

/** What all tests but those in a browser have in common. */
export const SHARED = {
  root: ROOT,
  exclude: ['node_modules/**', 'dist/**', '.portals/**'],
  setupFiles: ['tests/property-seed.ts'],
  // A limit for what hangs, not for what is slow: other work may take the machine from a test for long.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
  // A process for each file costs as much as all tests of the core; no test leaves anything behind in its modules.
  isolate: false,
  // With room for more young objects, most are in use no more when they are first looked through.
  execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=32'],
  experimental: BY_NODE,
  // One more than there are cores: commands, databases and pauses are waited for a fifth of the time.
  maxWorkers: availableParallelism() + 1,
  env: COMPILED,
} satisfies InlineConfig;
