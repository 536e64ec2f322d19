import { constants, setPriority } from 'node:os';
import { ProblemError } from '#core/problem.ts';
import { BUILD_PHASES, buildPortal } from '../../portal/build-portal.ts';

/** What the process of a build tells the desk. */
export type BuildMessage =
  | { readonly phase: string }
  | { readonly pages: number }
  | { readonly problems: ProblemError['problems'] }
  | { readonly fault: string };

const send = (message: BuildMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });

// Readers and members are answered first where a build wants the same cores.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const phases = Object.entries(BUILD_PHASES);

process.once('message', async (today: string) => {
  try {
    const { pages } = await buildPortal({
      cwd: process.cwd(),
      env: { ...process.env },
      today,
      out: (line) => {
        const [phase] = phases.find(([, text]) => text === line) ?? [];
        if (phase) void send({ phase });
      },
    });
    await send({ pages });
  } catch (error) {
    await send(
      error instanceof ProblemError
        ? { problems: error.problems }
        : { fault: (error as Error).stack ?? String(error) },
    );
  }
  process.exit();
});
// A build that nobody waits for ends; the portal stays as it was, and the next desk begins it anew.
process.once('disconnect', () => process.exit());
