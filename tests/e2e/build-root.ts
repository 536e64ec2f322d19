import { join } from 'node:path';
import { runBuild } from './run-build.ts';

// What setup.ts does where WIAN_TEST_BUILT is not set: `npm test` does it while other tests run.
await runBuild(join(import.meta.dirname, '../..'));
