import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandIo, EXIT, runCommand } from '../lib/command.ts';
import { trainScan } from '../train-scan/command.ts';
import { measureScans } from './command.ts';
import { readSheet, writeSheet } from './sheet.ts';

const FIXTURES = join(import.meta.dirname, '../../src/store/scan/fixtures');

/** Of 24 lines. */
const RIGHT = 17;
const DIGITS_WRONG = 0.03;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wian-scans-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = async (command: typeof measureScans, ...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const io: CommandIo = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    cwd: folder,
    env: {},
    stdin: (async function* () {})(),
    today: '2026-11-29',
  };
  return { code: await runCommand(command, args, io), out: out.join('\n'), err: err.join('\n') };
};

describe('measuring the readers', () => {
  /**
   * Lines in fonts and from texts that training never saw, kept as they were drawn. Full figures, over many more lines:
   * docs/scan-model.md.
   */
  it('finds nothing wrong without a doubt among the kept lines, and most digits right', async () => {
    const { code, out } = await run(measureScans, '--read', FIXTURES, '--no-stock', '--json');
    expect(code).toBe(EXIT.ok);
    const { ours, lines } = JSON.parse(out);
    const of = (quality: string, group: string) =>
      ours.tallies.find(
        (one: { quality: string; group: string }) => one.quality === quality && one.group === group,
      );
    const decisive = of('all', 'decisive');
    expect(lines).toBe(36);
    expect(decisive.outcomes).toMatchObject({ wrong: 0, missed: 0 });
    expect(decisive.outcomes.right).toBeGreaterThanOrEqual(RIGHT);
    expect(decisive.digitErrors / decisive.digits).toBeLessThan(DIGITS_WRONG);
    // Some 8 s of processor, which a busy machine takes minutes to give.
  }, 600_000);

  it('keeps lines as they are, but for what WebP loses', async () => {
    const lines = (await readSheet(FIXTURES)).slice(0, 3);
    await writeSheet(join(folder, 'kept'), lines);
    const again = await readSheet(join(folder, 'kept'));
    expect(again.map(({ picture: _, ...line }) => line)).toEqual(
      lines.map(({ picture: _, ...line }) => line),
    );
    expect(again.map(({ picture }) => [picture.width, picture.height])).toEqual(
      lines.map(({ picture }) => [picture.width, picture.height]),
    );
  });

  it.each([
    ['--lines', '0', /--lines is "0"/],
    ['--seed', 'x', /--seed is "x"/],
    ['--unknown', '1', /unknown/i],
  ])('refuses %s %s', async (option, value, why) => {
    const { code, err } = await run(measureScans, option, value);
    expect(code).toBe(EXIT.usage);
    expect(err).toMatch(why);
  });
});

describe('training', () => {
  it('says what it would do, and does nothing', async () => {
    const { code, out } = await run(trainScan, '--reader', 'ink', '--files', '2', '--dry-run');
    expect(code).toBe(EXIT.ok);
    const line = await run(trainScan, '--reader', 'line', '--files', '2', '--dry-run');
    expect(line.out).toMatch(/wian-line: 600 lines of seeds from 5601001, \d+ steps, .*\.bin/);
    expect(out).toMatch(/wian-ink: 600 lines of seed 2203, 12000 steps .*wian-ink\.traineddata/);
  });

  it.each([
    [[], /--reader is ""/],
    [['--reader', 'third'], /--reader is "third"/],
    [['--reader', 'ink', '--rate', '0'], /--rate is "0"/],
    [['--reader', 'line', '--rate', '1'], /--rate is not for line/],
    [['--reader', 'ink', '--minutes', '1'], /--minutes is for line/],
    [['--reader', 'ink', '--files', 'x'], /--files is "x"/],
  ])('refuses %j', async (args, why) => {
    const { code, err } = await run(trainScan, ...args);
    expect(code).toBe(EXIT.usage);
    expect(err).toMatch(why);
  });
});
