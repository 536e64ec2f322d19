import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What Astro prints before each warning. */
export const ASTRO_WARNING = /\[WARN\]/;

/**
 * Builds the portal of a project with its own command, in a process of its own, in whatever environment the test has and
 * with `settings` besides. Throws where Astro warns: whoever builds a portal of sound content has nothing to see to.
 */
export const runBuild = async (
  root: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const args = ['--import', './scripts/lib/compile-cache.mjs', 'scripts/build.ts'];
  const env = { ...process.env, ...settings };
  const build = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const [from, to] of [
    [build.stdout, process.stdout],
    [build.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      to.write(text);
    });
  }
  const [code] = await once(build, 'close');
  if (code !== 0) throw new Error(`npm run build ended with exit code ${code}; see above.`);
  if (ASTRO_WARNING.test(output)) throw new Error('npm run build warned; see above.');
};
