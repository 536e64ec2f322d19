import { parseArgs } from 'node:util';
import { type Command, EXIT, runAsProcess } from './lib/command.ts';
import { printEnds, runTests, stepsOf, TEST_PLAN } from './test/steps.ts';

const command: Command = {
  help: `
npm test

Runs every test of the project: lint and the check of the content; then types and the build of the portal beside the
tests of modules and commands; then the tests of that portal in a browser. What one step prints is never mixed with
what another prints. Ends with exit code 0 only where every step was run and passed.
`,
  run: async (args, io) => {
    parseArgs({ args: [...args], options: {} });
    const ending = new AbortController();
    // Steps under way are ended with it: nobody would read what they find.
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(name, () => ending.abort());
    }
    const ends = await runTests(TEST_PLAN, {
      cwd: io.cwd,
      env: { ...io.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
      write: (text) => process.stdout.write(text),
      now: () => performance.now(),
      signal: ending.signal,
    });
    io.out(['', ...printEnds(TEST_PLAN, ends)].join('\n'));
    const isPassed = ends.length === stepsOf(TEST_PLAN).length && ends.every(({ isOk }) => isOk);
    return isPassed ? EXIT.ok : EXIT.failed;
  },
};

await runAsProcess(command);
