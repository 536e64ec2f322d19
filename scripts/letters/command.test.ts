import { expect, it } from 'vitest';
import { type CommandIo, EXIT, runCommand } from '../lib/command.ts';
import { measureLetters } from './command.ts';

const run = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const io: CommandIo = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    cwd: import.meta.dirname,
    env: {},
    stdin: (async function* () {})(),
    today: '2026-11-21',
  };
  const code = await runCommand(measureLetters, args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
};

const ONE = ['--kinds', 'layout/number above office', '--letters', '2'];

it('prints a table of kinds, one of fields, and precision and recall', async () => {
  const { code, out } = await run(...ONE);
  expect(code).toBe(EXIT.ok);
  expect(out).toMatch(/^number above office +\d+ +\d+ +0 +\d+ +\d+\.\d%$/m);
  expect(out).toMatch(/^subject +2 +0 +0 +0 +100\.0%$/m);
});

it('gives the same as JSON, with draw and readers', async () => {
  const { out } = await run(...ONE, '--json', '--seed', '7', '--held-out');
  const json = JSON.parse(out);
  expect(json).toMatchObject({ seed: 7, vocabulary: 'held-out', letters: 2, readers: ['today'] });
  expect(json.kinds).toHaveLength(1);
  expect(json.kinds[0].scores[0].fields.subject).toEqual({
    right: 2,
    doubtful: 0,
    wrong: 0,
    missed: 0,
  });
});

it.each(['layout/one line, tab#3', 'citation/month first#1'])(
  'shows one text: %s',
  async (name) => {
    const { code, out, err } = await run('--show', name);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('ที่ ');
    expect(err).toContain('"date"');
  },
);

it.each([
  [['--kinds', 'no such kind']],
  [['--letters', '0']],
  [['--seed', 'x']],
  [['--show', 'layout/one line, tab']],
  [['--show', 'no kind#1']],
  [['--unknown']],
])('refuses %j', async (args) => {
  expect((await run(...args)).code).toBe(EXIT.usage);
});
