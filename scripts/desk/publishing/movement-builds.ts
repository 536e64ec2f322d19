import { buildDueAt, QUIET_MS, type Waiting } from '#core/desk/build-due.ts';
import { movementsBehind } from '#store/desk/portal-builds.ts';
import type { Desk } from '../app.ts';
import type { BuildQueue } from './queue.ts';

/** Who asks for the builds that nobody asked for, in the audit log. */
export const BY_ITSELF = 'desk';

/** Has the portal built where movements were recorded since the last build. */
export const movementBuilds = (
  {
    database: { db },
    settings: { buildMinutes },
    report,
  }: Pick<Desk, 'database' | 'settings' | 'report'>,
  queue: Pick<BuildQueue, 'ask'>,
) => {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let seen: (Waiting & { readonly changes: number }) | null = null;
  const look = async (now: Date): Promise<void> => {
    const behind = await movementsBehind(db);
    const { changes } = behind;
    const time = now.getTime();
    if (changes === 0) seen = null;
    else if (seen?.changes !== changes) {
      seen = { changes, first: seen?.first ?? time, last: time };
    }
    const due = seen && buildDueAt(behind, seen, buildMinutes);
    if (due !== null && due <= time) await queue.ask('', { actor: BY_ITSELF, now });
  };
  const next = (): void => {
    // One look after the other: two at once would both ask.
    looking = looking
      .then(() => look(new Date()))
      .catch((error: Error) => {
        report(`desk: builds of movements: ${error.stack ?? error.message}`);
      });
  };
  return {
    /** Looks once, as it does by itself. */
    look,
    /** Looks now, as something may have been recorded. */
    soon: (): void => {
      if (timer) next();
    },
    start: (): void => {
      if (buildMinutes === 0) return;
      timer = setInterval(next, QUIET_MS);
      next();
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      timer = undefined;
      await looking;
    },
  };
};
