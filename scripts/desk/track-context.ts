import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DirectSenders, directSenders } from '#core/office/chain.ts';
import { todayInThailand } from '#store/clock.ts';
import { numberIndex } from '#store/ledger/number-index.ts';
import { openContext, type TrackContext } from '../track/context.ts';

/** What pages about movements work with: what commands on tracking read, and who is above whom. */
export interface DeskTracking {
  readonly context: TrackContext;
  readonly senders: DirectSenders;
}

/** Milliseconds for which registry and pages of circulars are not read again; ledgers are read each time. */
const KEPT_MS = 5000;
/** Milliseconds for which what was read is still used while it is read again for those who come next. */
const USED_MS = 30_000;

/** Whether the desk runs where the content is, so that movements can be recorded. */
export const hasContent = (root: string): boolean =>
  existsSync(join(root, 'content/registry')) && existsSync(join(root, 'content/circulars'));

/** Reads what pages about movements need, and keeps it for some seconds. Throws a ProblemError as the commands do. */
export const trackingReader = (root: string): (() => Promise<DeskTracking>) => {
  interface Kept {
    readonly at: number;
    readonly day: string;
    readonly found: Promise<DeskTracking>;
  }
  let kept: Kept | null = null;
  let next: Kept | null = null;
  const numbers = numberIndex();
  const read = (day: string, at: number): Kept => {
    const found = openContext({ cwd: root, today: day }, {}).then((context) => ({
      context: { ...context, numbers },
      senders: directSenders(context.registry, context.rules),
    }));
    const mine: Kept = { at, day, found };
    next = mine;
    found.then(
      () => {
        kept = mine;
        if (next === mine) next = null;
      },
      () => {
        if (next === mine) next = null;
      },
    );
    return mine;
  };
  return () => {
    const [day, now] = [todayInThailand(), Date.now()];
    const age = kept?.day === day ? now - kept.at : Number.POSITIVE_INFINITY;
    if (kept && age < KEPT_MS) return kept.found;
    const reading = next?.day === day ? next : read(day, now);
    return kept && age < USED_MS ? kept.found : reading.found;
  };
};
