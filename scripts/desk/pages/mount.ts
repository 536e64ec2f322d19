import type { Hono } from 'hono';
import { plannedPages, uncommittedPages } from '#store/desk/page-changes.ts';
import type { Desk } from '../app.ts';
import type { ContentWork } from '../content-work.ts';
import { lazyPart, stopperOf } from '../lazy-part.ts';
import type { BuildQueue } from '../publishing/queue.ts';
import type { DeskTracking } from '../track-context.ts';

/** Pages that are written at a desk. */
export interface WrittenPages {
  /** Finishes what a former process has begun. */
  readonly recover: () => Promise<void>;
  readonly stop: () => void;
}

/** Puts the pages on which pages are written under `/desk/pages/`; what they need is loaded when the first of them is asked for. */
export const mountPages = (
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
): WrittenPages => {
  const lazy = lazyPart(app, `${desk.settings.base}/desk/pages`, async (part) => {
    const [{ pageRoutes }, { pageWork }, { pageProcess }] = await Promise.all([
      import('./routes.ts'),
      import('./work.ts'),
      import('./in-process.ts'),
    ]);
    const process = pageProcess();
    const pages = pageWork(desk, work);
    pageRoutes(part, desk, { work: pages, queue, process, tracking });
    return { pages, process };
  });
  return {
    recover: async () => {
      const { db } = desk.database;
      const left = [...(await plannedPages(db, 'pages')), ...(await uncommittedPages(db))];
      if (left.length > 0) await (await lazy.loaded()).pages.recover();
    },
    stop: stopperOf(lazy, ({ process }) => process.stop()),
  };
};
