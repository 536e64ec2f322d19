import type { Hono } from 'hono';
import { plannedPages, uncommittedPages } from '#store/desk/page-changes.ts';
import type { Desk } from '../app.ts';
import type { ContentWork } from '../content-work.ts';
import { lazyPart, stopperOf } from '../lazy-part.ts';
import type { BuildQueue } from '../publishing/queue.ts';
import type { DeskTracking } from '../track-context.ts';

/** Letters at a desk. */
export interface LetterPart {
  /** Finishes what a former process has begun. */
  readonly recover: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * Puts the pages of letters under `/desk/letters/`. What reads and writes letters is loaded when the first of them is asked for:
 * a desk that nobody brings letters to needs 9 MB less.
 */
export const mountLetters = (
  app: Hono,
  desk: Desk,
  {
    work,
    queue,
    tracking,
  }: {
    readonly work: ContentWork;
    readonly queue: BuildQueue;
    readonly tracking: () => Promise<DeskTracking>;
  },
): LetterPart => {
  const lazy = lazyPart(app, `${desk.settings.base}/desk/letters`, async (part) => {
    const [{ letterRoutes }, { letterWork }, { pageProcess }] = await Promise.all([
      import('./routes.ts'),
      import('./work.ts'),
      import('../pages/in-process.ts'),
    ]);
    const process = pageProcess();
    const letters = letterWork(desk, work);
    letterRoutes(part, desk, { work: letters, check: process.check, queue, tracking });
    return { letters, process };
  });
  return {
    recover: async () => {
      const { db } = desk.database;
      const left = [...(await plannedPages(db, 'letters')), ...(await uncommittedPages(db))];
      if (left.length > 0) await (await lazy.loaded()).letters.recover();
    },
    stop: stopperOf(lazy, ({ process }) => process.stop()),
  };
};
