import { readdir, readFile } from 'node:fs/promises';

/** What a process tree holds and has used at one moment. */
export interface TreeUse {
  /** Sum of the resident set sizes. */
  readonly bytes: number;
  /** Processor time of all cores since the tree began, in seconds; with that of processes that have ended. */
  readonly cpu: number;
}

export interface TreeSample extends TreeUse {
  /** Milliseconds, by performance.now(). */
  readonly at: number;
}

const PAGE_BYTES = 4096;
/** Ticks of a second in /proc, on every Linux. */
const CLOCK_TICKS = 100;

const readStat = async (pid: string): Promise<(TreeUse & { parent: number }) | null> => {
  // A process may end between listing and reading.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name in brackets may itself hold spaces and brackets: fields are counted behind the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
  return {
    parent: Number(fields[1]),
    bytes: Number(fields[21]) * PAGE_BYTES,
    cpu: ticks / CLOCK_TICKS,
  };
};

/** What a process and all its descendants hold and have used (Linux); null where /proc is not there. */
export const useOfTree = async (root: number): Promise<TreeUse | null> => {
  const names = await readdir('/proc').catch(() => null);
  if (names === null) return null;
  const stats = new Map<number, TreeUse & { parent: number }>();
  for (const name of names.filter((one) => /^\d+$/.test(one))) {
    const stat = await readStat(name);
    if (stat) stats.set(Number(name), stat);
  }
  const isInTree = (pid: number): boolean => {
    for (let at = pid; at > 1; at = stats.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  let bytes = 0;
  let cpu = 0;
  for (const [pid, stat] of stats) {
    if (!isInTree(pid)) continue;
    bytes += stat.bytes;
    cpu += stat.cpu;
  }
  return { bytes, cpu };
};

/** Samples a process tree until it is stopped, which gives what was seen. */
export const watchTree = (root: number, everyMs = 100) => {
  const samples: TreeSample[] = [];
  let stopped = false;
  const sampling = (async () => {
    while (!stopped) {
      const use = await useOfTree(root);
      if (use === null) return;
      samples.push({ at: performance.now(), ...use });
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return async (): Promise<readonly TreeSample[]> => {
    stopped = true;
    await sampling;
    return samples;
  };
};

/** Highest memory (MiB) and processor time (s) between two moments; null where nothing was measured then. */
export const useBetween = (
  samples: readonly TreeSample[],
  from: number,
  to: number,
): { readonly peakMiB: number; readonly cpuSeconds: number } | null => {
  const within = samples.filter(({ at }) => at >= from && at <= to);
  const before = samples.findLast(({ at }) => at < from)?.cpu ?? 0;
  const last = within.at(-1);
  if (!last) return null;
  return {
    peakMiB: Math.round(Math.max(...within.map(({ bytes }) => bytes)) / 2 ** 20),
    cpuSeconds: Math.round((last.cpu - before) * 100) / 100,
  };
};
