import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Builds the portal of a project with its own command, in a process of its own, in whatever environment the test has and
 * with `settings` besides.
 */
export const runBuild = async (
  root: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const args = ['--import', './scripts/lib/compile-cache.mjs', 'scripts/build.ts'];
  const env = { ...process.env, ...settings };
  const build = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error(`npm run build ended with exit code ${code}; see above.`);
};
