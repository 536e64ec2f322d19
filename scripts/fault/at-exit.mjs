// `node --import` loads it before a command, to write when it ends how much memory it had at most (kB) and how long the
// processor worked for it (s): a clock on the wall measures what else runs.
import { readFileSync, writeFileSync } from 'node:fs';

/** Linux counts what the process that began this one had at that moment as the most of this one as well, but not here. */
const mostOnLinux = () => {
  try {
    return /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
};

process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  const memory = mostOnLinux() ?? process.resourceUsage().maxRSS;
  writeFileSync(process.env.WIAN_USAGE_FILE, `${memory} ${(user + system) / 1e6}`);
});
