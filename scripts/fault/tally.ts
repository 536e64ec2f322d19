/** What came of one way of disturbing one command. */
export interface Tally {
  readonly command: string;
  /** `killed`, `full disk`, `read-only`, `ten writers`. */
  readonly fault: string;
  readonly tried: number;
  /** Runs that the fault stopped: killed while it worked, or refused by the disk. */
  readonly stopped: number;
  /** Runs after which nothing was lost, half done or taken for content that is none. */
  readonly intact: number;
  /** Runs after which another ran to its end, and of these how many had the result of a run without a fault. */
  readonly nextTried: number;
  readonly nextRight: number;
  /** What was wrong, run by run. */
  readonly violations: readonly string[];
}

/** What was seen of one disturbed run. */
export interface Trial {
  readonly stopped: boolean;
  /** Why it was not intact. */
  readonly broken: readonly string[];
  /** Why the next run was not right; null where it was disturbed itself, as the next trial. */
  readonly nextWrong: readonly string[] | null;
}

/** Counts the trials of one command under one fault. */
export const tallyOf = (command: string, fault: string, trials: readonly Trial[]): Tally => ({
  command,
  fault,
  tried: trials.length,
  stopped: trials.filter(({ stopped }) => stopped).length,
  intact: trials.filter(({ broken }) => broken.length === 0).length,
  nextTried: trials.filter(({ nextWrong }) => nextWrong !== null).length,
  nextRight: trials.filter(({ nextWrong }) => nextWrong?.length === 0).length,
  violations: trials.flatMap(({ broken, nextWrong }, at) =>
    [...broken, ...(nextWrong ?? [])].map((what) => `run ${at + 1}: ${what}`),
  ),
});

const STACK = /^\s+at .+:\d+:\d+\)?$/m;

/** Why what a command said is not what a person should see; nothing where it is in order. */
export const saidWrong = (output: string): string[] =>
  STACK.test(output) ? [`it ended in a stack: ${output.trim().slice(0, 400)}`] : [];

const COLUMNS = ['command', 'fault', 'tried', 'stopped', 'intact', 'next run right'];

/** Tallies as a table for a terminal. */
export const tableOf = (tallies: readonly Tally[]): string => {
  const rows = tallies.map(({ command, fault, tried, stopped, intact, nextTried, nextRight }) =>
    [command, fault, tried, stopped, intact, `${nextRight} of ${nextTried}`].map(String),
  );
  const widths = COLUMNS.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => (row[at] as string).length)),
  );
  return [COLUMNS, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
