import { readdir, readFile } from 'node:fs/promises';

/** Resident memory of a process tree at one moment. */
export interface MemorySample {
  /** Milliseconds, by performance.now(). */
  readonly at: number;
  readonly bytes: number;
}

const PAGE_BYTES = 4096;

const readStat = async (pid: string): Promise<{ parent: number; bytes: number } | null> => {
  // A process may end between listing and reading.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name in brackets may itself hold spaces and brackets: fields are counted behind the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), bytes: Number(fields[21]) * PAGE_BYTES };
};

/** Sum of the resident set sizes of a process and all its descendants (Linux); null where /proc is not there. */
export const residentBytesOfTree = async (root: number): Promise<number | null> => {
  const names = await readdir('/proc').catch(() => null);
  if (names === null) return null;
  const stats = new Map<number, { parent: number; bytes: number }>();
  for (const name of names.filter((one) => /^\d+$/.test(one))) {
    const stat = await readStat(name);
    if (stat) stats.set(Number(name), stat);
  }
  const isInTree = (pid: number): boolean => {
    for (let at = pid; at > 1; at = stats.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  let bytes = 0;
  for (const [pid, stat] of stats) if (isInTree(pid)) bytes += stat.bytes;
  return bytes;
};

/** Samples the memory of a process tree until it is stopped, which gives what was seen. */
export const watchMemory = (root: number, everyMs = 100) => {
  const samples: MemorySample[] = [];
  let stopped = false;
  const sampling = (async () => {
    while (!stopped) {
      const bytes = await residentBytesOfTree(root);
      if (bytes === null) return;
      samples.push({ at: performance.now(), bytes });
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return async (): Promise<readonly MemorySample[]> => {
    stopped = true;
    await sampling;
    return samples;
  };
};

/** Highest memory between two moments, in MiB; null where nothing was measured then. */
export const peakMiB = (
  samples: readonly MemorySample[],
  from: number,
  to: number,
): number | null => {
  const within = samples.filter(({ at }) => at >= from && at <= to).map(({ bytes }) => bytes);
  return within.length === 0 ? null : Math.round(Math.max(...within) / 2 ** 20);
};
