import { join } from 'node:path';
import { browserHere } from './browser-here.ts';
import { runBuild } from './run-build.ts';

// What setup.ts does where WIAN_TEST_BUILT is not set: `npm test` does it while other tests run. To unpack a browser takes
// seconds of one core, for which all workers would wait.
await browserHere();
await runBuild(join(import.meta.dirname, '../..'));
