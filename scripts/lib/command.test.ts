import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
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
    throw new ProblemError([{ file: 'a.csv', line: 2, what: 'No date.', mend: 'Give one.' }]);
  });
  expect(ran).toEqual({
    code: EXIT.failed,
    out: [],
    err: ['a.csv:2: No date.\n  mend: Give one.'],
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

it('tells what the system refused, without a trace of the program', async () => {
  const { code, err } = await call(async () => Number(await readFile('/no/such/folder/file.csv')));
  expect(code).toBe(EXIT.failed);
  expect(err).toEqual([
    '/no/such/folder/file.csv: the system refused to open: ENOENT: no such file or directory\n  mend: Make the folder, or give another path.',
  ]);
});

it('does not hide faults of the program', async () => {
  await expect(
    call(async () => {
      throw new TypeError('bug');
    }),
  ).rejects.toThrow('bug');
});
