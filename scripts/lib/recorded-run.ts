import { type Command, type CommandIo, runCommand } from './command.ts';

/** What a command said and how it ended. */
export interface RecordedRun {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
  /** Both streams in the order in which they were written. */
  readonly said: readonly string[];
}

/** Runs a command for a test: in `cwd`, with nothing on standard input, on a fixed day, its output recorded. */
export const recordedRun = async (
  command: Command,
  args: readonly string[],
  world: Pick<CommandIo, 'cwd'> & Partial<Pick<CommandIo, 'env' | 'today'>>,
): Promise<RecordedRun> => {
  const out: string[] = [];
  const err: string[] = [];
  const said: string[] = [];
  const code = await runCommand(command, args, {
    env: {},
    today: '2026-11-21',
    ...world,
    stdin: (async function* () {})(),
    out: (line) => {
      out.push(line);
      said.push(line);
    },
    err: (line) => {
      err.push(line);
      said.push(line);
    },
  });
  return { code, out, err, said };
};
