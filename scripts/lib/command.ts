import { basename } from 'node:path';
import { onCacheFailure } from '#store/files/cache-file.ts';
import { argumentErrorText, isArgumentError } from './argument-error.ts';
import { languageOf } from './language.ts';
import { faultText, refusalOf } from './refusal.ts';

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

/**
 * Exit codes of every command: done; done, but something was refused or found wrong; not started, called wrongly; ended
 * by a fault of the program.
 */
export const EXIT = { ok: 0, failed: 1, usage: 2, fault: 70 } as const;

/** Thrown by a command that was called wrongly; shown with a pointer to its help. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Runs a command to its exit code. Faults of the input and what the system refuses are printed; faults of the program
 * are thrown on.
 */
export const runCommand = async (
  command: Command,
  args: readonly string[],
  io: CommandIo,
): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(command.help.trim());
    return EXIT.ok;
  }
  const stop = onCacheFailure(io.err);
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error)) {
      const { text } = languageOf(io.env);
      const message = error instanceof UsageError ? error.message : argumentErrorText(error, args);
      io.err(`${text(message)}\n${text('Run it with --help for how to call it.')}`);
      return EXIT.usage;
    }
    const refusal = refusalOf(error, io.cwd);
    if (refusal) {
      io.err(refusal.map(languageOf(io.env).print).join('\n'));
      return EXIT.failed;
    }
    throw error;
  } finally {
    stop();
  }
};

const dayInThailand = (now: Date): string =>
  new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Prints whatever ended a process, and gives its exit code. */
const reportEnd = (error: unknown, env: CommandIo['env']): number => {
  const refusal = refusalOf(error, process.cwd());
  const [, script = '', ...args] = process.argv;
  const command = [basename(script), ...args].join(' ');
  const text = refusal ? refusal.map(languageOf(env).print).join('\n') : faultText(error, command);
  process.stderr.write(`${text}\n`);
  return refusal ? EXIT.failed : EXIT.fault;
};

/** The one line at the foot of a script: runs the command on this process. */
export const runAsProcess = async (command: Command): Promise<void> => {
  // As it was at the start: builds set what pages read.
  const env = { ...process.env };
  const streams = [
    [process.stdout, 'standard output'],
    [process.stderr, 'standard error'],
    [process.stdin, 'standard input'],
  ] as const;
  for (const [stream, name] of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever reads only the beginning (head, a pager) closes the pipe: no fault, and no reason to stop halfway.
      if (error.code === 'EPIPE') return;
      throw Object.assign(error, { path: name });
    });
  }
  // A limit on the size of files then is refused like a full disk; the signal would end the process with a core dump.
  if (process.platform !== 'win32') process.on('SIGXFSZ', () => {});
  // What happens outside the promise of the command: in streams, threads and timers of packages.
  process.on('uncaughtException', (error) => process.exit(reportEnd(error, env)));
  try {
    process.exitCode = await runCommand(command, process.argv.slice(2), {
      out: (line) => process.stdout.write(`${line}\n`),
      err: (line) => process.stderr.write(`${line}\n`),
      cwd: process.cwd(),
      env,
      stdin: process.stdin,
      today: dayInThailand(new Date()),
    });
  } catch (error) {
    process.exitCode = reportEnd(error, env);
  }
};
