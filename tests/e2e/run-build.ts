import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Builds the portal of a project with its own command, in a process of its own, in whatever environment the test has. */
export const runBuild = async (root: string): Promise<void> => {
  const build = spawn(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error(`npm run build ended with exit code ${code}; see above.`);
};
