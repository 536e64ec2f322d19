import { formatProblem, ProblemError } from '#core/problem.ts';

/** What a command may touch of the world outside; tests pass fakes. */
export interface CommandIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Folder that relative paths are taken from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Today in Thailand (ISO date); commands that depend on the day take it from here or from `--as-of`. */
  readonly today: string;
}

/** A command is data: its help text, and what it does with its arguments. `run` resolves to the exit code. */
export interface Command {
  readonly help: string;
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
}

/** Exit codes of every command: done; done, but something was refused or found wrong; not started, called wrongly. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** Thrown by a command that was called wrongly; shown with a pointer to its help. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const isParseArgsError = (error: unknown): error is Error =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error &&
  'syscall' in error &&
  typeof (error as { path?: unknown }).path === 'string';

const MENDS: Readonly<Record<string, string>> = {
  ENOENT: 'Make the folder, or give another path.',
  EISDIR: 'Give a file, not a folder.',
  ENOTDIR: 'Give a path through folders only.',
  EACCES: 'Ask for the right to use it, or give another path.',
  EPERM: 'Ask for the right to use it, or give another path.',
  EROFS: 'Give a path on a disk that may be written to.',
  ENOSPC: 'Make room on the disk, then run it again.',
};

/** What the system refused: the world's fault, which a person can mend. */
const systemProblem = ({ path, message, code = '', syscall }: NodeJS.ErrnoException): string =>
  formatProblem({
    file: path as string,
    what: `the system refused to ${syscall}: ${message.replace(/, \w+(?: '.*')?$/, '')}`,
    mend: MENDS[code] ?? 'Mend what the system says, then run it again.',
  });

/** Runs a command to its exit code. Faults of the input are told; faults of the program are thrown on. */
export const runCommand = async (
  command: Command,
  args: readonly string[],
  io: CommandIo,
): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(command.help.trim());
    return EXIT.ok;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof ProblemError) {
      io.err(error.message);
      return EXIT.failed;
    }
    if (error instanceof UsageError || isParseArgsError(error)) {
      io.err(`${error.message}\nRun it with --help for how to call it.`);
      return EXIT.usage;
    }
    if (isSystemError(error)) {
      io.err(systemProblem(error));
      return EXIT.failed;
    }
    throw error;
  }
};

const dayInThailand = (now: Date): string =>
  new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The one line at the foot of a script: runs the command on this process. */
export const runAsProcess = async (command: Command): Promise<void> => {
  // Whoever reads only the beginning (head, a pager) closes the pipe: no fault, and no reason to stop halfway.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  process.exitCode = await runCommand(command, process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    today: dayInThailand(new Date()),
  });
};
