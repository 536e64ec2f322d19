import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DirectSenders, directSenders } from '#core/office/chain.ts';
import { todayInThailand } from '#store/clock.ts';
import { openContext, type TrackContext } from '../track/context.ts';

/** What pages about movements work with: what commands on tracking read, and who is above whom. */
export interface DeskTracking {
  readonly context: TrackContext;
  readonly senders: DirectSenders;
}

/** Milliseconds for which registry and pages of circulars are not read again; ledgers are read each time. */
const KEPT_MS = 5000;

/** Whether the desk runs where the content is, so that movements can be recorded. */
export const hasContent = (root: string): boolean =>
  existsSync(join(root, 'content/registry')) && existsSync(join(root, 'content/circulars'));

/** Reads what pages about movements need, and keeps it for some seconds. Throws a ProblemError as the commands do. */
export const trackingReader = (root: string): (() => Promise<DeskTracking>) => {
  let kept: { readonly until: number; readonly day: string; found: Promise<DeskTracking> } | null =
    null;
  return async () => {
    const day = todayInThailand();
    if (kept === null || kept.day !== day || Date.now() > kept.until) {
      const found = openContext({ cwd: root, today: day }, {}).then((context) => ({
        context,
        senders: directSenders(context.registry, context.rules),
      }));
      const mine = { until: Date.now() + KEPT_MS, day, found };
      kept = mine;
      found.catch(() => {
        if (kept === mine) kept = null;
      });
    }
    return kept.found;
  };
};
