import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { ProblemError } from '#core/problem.ts';
import { type Command, EXIT, UsageError } from './command.ts';
import { recordedRun } from './recorded-run.ts';

const call = async (run: Command['run'], args: string[] = []) => {
  const { code, out, err } = await recordedRun({ help: '\nusage: npm run x\n', run }, args, {
    cwd: '.',
  });
  return { code, out, err };
};

it('prints the help and does nothing else', async () => {
  const ran = await call(async () => expect.unreachable(), ['--help']);
  expect(ran).toEqual({ code: EXIT.ok, out: ['usage: npm run x'], err: [] });
});

it('tells faults of the input', async () => {
  const ran = await call(async () => {
    throw new ProblemError([{ file: 'a.csv', line: 2, what: 'No date.', fix: 'Give one.' }]);
  });
  expect(ran).toEqual({
    code: EXIT.failed,
    out: [],
    err: ['a.csv:2: No date.\n  fix: Give one.'],
  });
});

it.each([
  async () => {
    throw new UsageError('Which circular?');
  },
  async (args: readonly string[]) => {
    parseArgs({ args: [...args], options: {} });
    return 0;
  },
])('tells a wrong call, with a pointer to the help', async (run) => {
  const { code, err } = await call(run, ['--nonsense']);
  expect(code).toBe(EXIT.usage);
  expect(err[0]).toMatch(/--help/);
});

it.each([
  [new UsageError('Give one circular.'), 'ระบุหนังสือเวียนหนึ่งฉบับ'],
  [
    Object.assign(new Error("Unknown option '--x'"), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' }),
    'ไม่มีตัวเลือก --x',
  ],
])('tells a wrong call in Thai where that is asked for: %s', async (error, text) => {
  const command = { help: '', run: async () => Promise.reject(error) };
  const { err } = await recordedRun(command, [], { cwd: '.', env: { WIAN_LANG: 'th' } });
  expect(err).toEqual([`${text}\nเติม --help เพื่อดูวิธีสั่ง`]);
});

it('tells what the system refused, without a trace of the program', async () => {
  const { code, err } = await call(async () => Number(await readFile('/no/such/folder/file.csv')));
  expect(code).toBe(EXIT.failed);
  expect(err).toEqual([
    `/no/such/folder/file.csv: there is no such file or folder
  why: The system refused to open it: ENOENT.
  fix: Restore it, make the folder, or give another path; if it was removed during the run, run the command again.`,
  ]);
});

const threw = (error: unknown) => call(async () => Promise.reject(error));
const refused = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: as the system says, write`), { code, syscall: 'write', path });

it('tells of refusals that other errors wrap', async () => {
  const wrapped = new Error('a page', { cause: new AggregateError([refused('ENOSPC', 'a.html')]) });
  const { code, err } = await threw(wrapped);
  expect([code, err[0]]).toEqual([EXIT.failed, expect.stringMatching(/^a.html: the disk is full/)]);
});

it.each([
  [
    'a full disk',
    'Failed to write file in /portal/a.js\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>',
    '/portal/a.js: the disk is full\n  why: The system refused to write it: ENOSPC.',
  ],
  [
    'a folder without rights',
    'Failed to create directory at /portal\n\nCaused by:\n    Permission denied (os error 13)',
    '/portal: this user has no right to it\n  why: The system refused to create it: EACCES.',
  ],
  [
    'a full disk without a path',
    'No space left on device (os error 28)',
    'the disk is full\n  why: The system refused to write (the system does not say which file): ENOSPC.',
  ],
])('knows %s from the text of a library in native code', async (_, text, message) => {
  const bundler = new Error(`Build failed with 1 error: ${text}`);
  const wrapped = Object.assign(new Error('Build failed'), { errors: [bundler] });
  for (const error of [bundler, wrapped]) {
    const { code, err } = await threw(error);
    expect(code).toBe(EXIT.failed);
    expect(err[0]).toContain(message);
  }
});

it('takes no number that the system does not know for a refusal', async () => {
  await expect(threw(new Error('Failed (os error 999)'))).rejects.toThrow('os error 999');
});

it('knows problems that come from a thread', async () => {
  const worker = new Worker(
    `const error = new Error('text'); error.name = 'ProblemError';
    error.problems = [{ file: 'a.csv', what: 'no date', fix: 'Give one.' }]; throw error;`,
    { eval: true },
  );
  const { code, err } = await call(() => new Promise((_, reject) => worker.once('error', reject)));
  expect([code, err]).toEqual([EXIT.failed, ['a.csv: no date\n  fix: Give one.']]);
});

it('shows paths as they are from where the command runs', async () => {
  const { err } = await threw(refused('EFBIG', resolve('content/a.csv')));
  expect(err[0]).toMatch(/^content\/a.csv: the file would be larger than is allowed/);
});

it('does not hide faults of the program', async () => {
  await expect(
    call(async () => {
      throw new TypeError('bug');
    }),
  ).rejects.toThrow('bug');
});

/** Runs a command in a process of its own, its `run` given as source text. */
const asProcess = (run: string) => {
  const module = new URL('command.ts', import.meta.url).href;
  const source = `import { runAsProcess } from '${module}';
    await runAsProcess({ help: 'help', run: async (args, io) => { ${run} } });`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', source],
    { encoding: 'utf8', cwd: resolve(import.meta.dirname, '../..') },
  );
  return { status, stderr };
};

it.each([
  ['in the command', `throw new TypeError('a bug');`],
  [
    'in a timer',
    `setTimeout(() => { throw new TypeError('a bug'); }); return new Promise(() => {});`,
  ],
  ['in a promise that nobody waits for', `Promise.reject(new TypeError('a bug')); return 0;`],
])('says of a fault %s that it is one of Wian, and how to report it', (_, run) => {
  const { status, stderr } = asProcess(run);
  expect(status).toBe(EXIT.fault);
  expect(stderr).toMatch(/^This is a fault of Wian itself/);
  expect(stderr).toMatch(/fix: Report it as an issue/);
  expect(stderr).toMatch(/^TypeError: a bug\n +at /m);
});

it('shows no stack of what the system refuses, wherever it does', () => {
  const { status, stderr } = asProcess(
    `(await import('node:fs')).createReadStream('no/such.csv'); return new Promise(() => {});`,
  );
  expect(status).toBe(EXIT.failed);
  expect(stderr).toMatch(
    /^no\/such.csv: there is no such file or folder\n {2}why: .*\n {2}fix: .*\n$/,
  );
});

it.each([
  ['in the command', `await (await import('node:fs/promises')).readFile('no/such.csv');`],
  [
    'in a stream',
    `(await import('node:fs')).createReadStream('no/such.csv'); return new Promise(() => {});`,
  ],
])('refuses %s in the language that it was started with', (_, run) => {
  // A build tells the language of the frame, Thai where nobody says otherwise, to all that makes pages.
  const { stderr } = asProcess(`process.env.WIAN_LANG = 'th'; ${run}`);
  expect(stderr).toContain('there is no such file or folder');
});
