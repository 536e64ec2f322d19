// `node --import` loads it before a command, to write how much memory it had at most (kB) when it ends.
import { readFileSync, writeFileSync } from 'node:fs';

/** Linux counts what the process that began this one had at that moment as the most of this one as well, but not here. */
const mostOnLinux = () => {
  try {
    return /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
};

process.once('exit', () =>
  writeFileSync(
    process.env.WIAN_MEMORY_FILE,
    mostOnLinux() ?? String(process.resourceUsage().maxRSS),
  ),
);
