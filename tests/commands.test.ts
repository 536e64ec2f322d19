import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ended } from './commands-in-turn.ts';

const root = join(import.meta.dirname, '..');
const commands = readdirSync(join(root, 'scripts')).filter((name) => name.endsWith('.ts'));

describe('commands', () => {
  let ended: Readonly<Record<string, Ended>>;

  beforeAll(() => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'commands-in-turn.ts'),
        '--no-such-option',
        ...commands.map((name) => join(root, 'scripts', name)),
      ],
      // It ends by itself only where no command has begun anything.
      { cwd: root, encoding: 'utf8', timeout: 60_000, killSignal: 'SIGKILL' },
    );
    if (status !== 0) throw new Error(`The commands did not come to an end.\n${stdout}${stderr}`);
    ended = JSON.parse(stdout);
  }, 90_000);

  it.each(commands)('%s refuses an option that it does not know, and does nothing', (name) => {
    expect(ended[join(root, 'scripts', name)]).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /no-such-option.*\nRun it with --help for how to call it\.\n$/s,
      ),
    });
  });
});

it('runs each as a process', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/check.ts', '--no-such-option'],
    { cwd: root, encoding: 'utf8', timeout: 60_000 },
  );
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('no-such-option');
});

it.each([[], ['--json']])(
  'cite.ts tells nothing of a line that is marked as secret %j',
  (...options) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'scripts/cite.ts', ...options],
      {
        cwd: root,
        encoding: 'utf8',
        timeout: 60_000,
        input:
          'หนังสือกรมสมมติ ลับ ที่ มท 0899.9/7788 เรื่อง ขอทราบข้อเท็จจริง\nหนังสืออำเภอลับแล ที่ อต 0023.4/ว 99\n',
      },
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/secret/);
    expect(stdout).not.toMatch(/สมมติ|7788|ข้อเท็จจริง/);
    expect(stdout).toContain('อำเภอลับแล');
  },
);

it('cite.ts passes over a line that is no citation by its length, and goes on', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/cite.ts', '--json'],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
      input: `${'ที่ มท 0899.9/7788 '.repeat(1000)}\nที่ มท 0899.9/7789\n`,
    },
  );
  const read = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect([status, ...read.map(({ running }) => running)]).toEqual([0, null, '7789']);
  expect(read[0].doubts).toEqual([{ field: 'line', reason: 'too long' }]);
});

it.each(['dev.ts', 'build.ts', 'start.ts', 'digest.ts'])(
  '%s refuses a setting in two lines, and starts nothing',
  (name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}`], {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, WIAN_LANG: 'fr', NODE_NO_WARNINGS: '1' },
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'WIAN_LANG: the frame of the portal does not speak "fr"\n  fix: Give one of th, en, or leave it out for th.\n',
    });
  },
);
