import { CIRCULAR, drawnReaders } from '#store/scan/testing/drawn-letter.ts';
import { runAsProcess } from '../../lib/command.ts';
import { scanWith } from '../scan.ts';

/** Lines of drawn letters that are read before the readers stop for ever, as on a machine that hangs. */
const LINES = CIRCULAR.length + 6;

/** What keeps the process waiting. */
const never = (): Promise<never> => new Promise(() => setInterval(() => undefined, 1_000_000));

/** `track scan --watch` with readers of drawn letters that never come back from the second page: to be killed there. */
const hanging = async () => {
  const readers = drawnReaders(CIRCULAR);
  let lines = 0;
  return {
    ...readers,
    first: {
      ...readers.first,
      read: (line: Parameters<typeof readers.first.read>[0]) => {
        lines++;
        return lines > LINES ? never() : readers.first.read(line);
      },
    },
  };
};

await runAsProcess(scanWith(hanging, async () => true));
