import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const commands = readdirSync(join(root, 'scripts')).filter((name) => name.endsWith('.ts'));

it.each(commands)('%s refuses an option that it does not know, and does nothing', (name) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', `scripts/${name}`, '--no-such-option'],
    { cwd: root, encoding: 'utf8', timeout: 60_000 },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/no-such-option.*\nRun it with --help for how to call it\.\n$/s),
  });
});
