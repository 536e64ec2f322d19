import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import type { By } from '#store/desk/members.ts';
import {
  changesOfPage,
  confirmPage,
  planPage as notePlan,
  type PageChange,
  plannedPages,
  uncommittedPages,
  voidPage,
} from '#store/desk/page-changes.ts';
import { readContentText } from '#store/files/content-file.ts';
import { removeUnfinished } from '#store/files/unfinished.ts';
import { applyPage, areTexts, writeTexts } from '../../pages/apply.ts';
import type { PagePlan } from '../../pages/orders.ts';
import type { Desk } from '../app.ts';
import type { ContentWork } from '../content-work.ts';
import { commitPages } from '../page-commits.ts';

/** A change that is not made, as something was changed since it was asked for. */
export class PageChanged extends Error {
  override readonly name = 'PageChanged';
}

/** Writes pages for the desk, in turn with all else that it changes in the content. */
export interface PageWork {
  /** Carries a plan out. Throws {@link PageChanged} where a text is other than it was planned from. */
  readonly apply: (plan: PagePlan, by: By) => Promise<void>;
  /** Takes back the last change of a page that was not taken back yet; false where there is none. */
  readonly undo: (page: string, by: By) => Promise<boolean>;
  /** Finishes what a former process has begun. */
  readonly recover: () => Promise<void>;
}

/** The last change of a page that was not taken back; undefined where there is none. */
export const lastChange = (all: readonly PageChange[]): PageChange | undefined => {
  const undone = new Set(all.map(({ undoes }) => undoes));
  return all.findLast((one) => one.action !== 'undo-page' && !undone.has(one.id));
};

/** Makes the one that pages go into the content by. */
export const pageWork = (
  desk: Pick<Desk, 'root' | 'database' | 'report'>,
  work: ContentWork,
): PageWork => {
  const { root, report } = desk;
  const { db } = desk.database;

  /** The folder of a page of which nothing is left goes too. */
  const tidyFolders = (texts: PagePlan['texts']): void => {
    for (const { file } of texts.filter(({ after }) => after === null)) {
      if (!file.endsWith('/index.mdx')) continue;
      try {
        rmdirSync(join(root, dirname(file)));
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException;
        if (!['ENOTEMPTY', 'ENOENT', 'EEXIST'].includes(code)) throw error;
      }
    }
  };

  /** Removes the files beside a page that a change has put there: their names were free before. */
  const removeFiles = ({ texts, files }: Pick<PageChange, 'texts' | 'files'>): void => {
    const written = new Set(texts.map(({ file }) => file));
    for (const file of files) if (!written.has(file)) rmSync(join(root, file), { force: true });
  };

  return {
    apply: ({ action, page, texts, bytes }, by) =>
      work.inTurn(async () => {
        if (!areTexts(root, texts, 'before')) throw new PageChanged();
        const files = [...texts.map(({ file }) => file), ...bytes.keys()];
        const planned = {
          action,
          letter: `page ${page}`,
          circular: page,
          texts,
          files,
          undoes: null,
        };
        const id = await notePlan(db, planned, by);
        try {
          applyPage(root, { action, page, texts, bytes });
        } catch (error) {
          if (areTexts(root, texts, 'after')) await confirmPage(db, id, by.now);
          else if (areTexts(root, texts, 'before')) {
            removeFiles({ texts, files });
            await voidPage(db, id);
          }
          throw error;
        }
        await confirmPage(db, id, by.now);
        await commitPages(desk);
      }),
    undo: (page, by) =>
      work.inTurn(async () => {
        const last = lastChange(await changesOfPage(db, page));
        if (!last) return false;
        if (!areTexts(root, last.texts, 'after')) throw new PageChanged();
        const texts = last.texts.map(({ file, before, after }) => ({
          file,
          before: after,
          after: before,
        }));
        const planned = {
          action: 'undo-page',
          letter: `page ${page}`,
          circular: page,
          texts,
          files: last.files,
          undoes: last.id,
        } as const;
        const id = await notePlan(db, planned, by);
        writeTexts(root, texts);
        removeFiles({ texts, files: last.files });
        tidyFolders(texts);
        await confirmPage(db, id, by.now);
        await commitPages(desk);
        return true;
      }),
    recover: async () => {
      const planned = await plannedPages(db, 'pages');
      if (planned.length + (await uncommittedPages(db)).length === 0) return;
      await work.inTurn(async () => {
        for (const { id, action, texts, files } of planned) {
          try {
            // Of several texts some may be written: a page that says what another does not is finished, never left.
            const isBegun = texts.some(
              ({ file, after }) => (readContentText(root, file) ?? null) === after,
            );
            // What was being written when the process was killed lies beside its file, under a name that nothing reads.
            for (const folder of new Set(files.map((file) => join(root, dirname(file)))))
              if (existsSync(folder)) removeUnfinished(folder);
            const isOurs = texts.every(({ file, before, after }) =>
              [before, after].includes(readContentText(root, file) ?? null),
            );
            if (isBegun && isOurs) {
              writeTexts(root, texts);
              if (action === 'undo-page') removeFiles({ texts, files });
              tidyFolders(texts);
              await confirmPage(db, id, new Date());
            } else {
              if (isOurs && action !== 'undo-page') removeFiles({ texts, files });
              await voidPage(db, id);
            }
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            report(`desk: page ${id} was interrupted: ${error.message}`);
          }
        }
        await commitPages(desk);
      });
    },
  };
};
