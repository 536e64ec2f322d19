import { commitFiles } from '#store/desk/content-git.ts';
import { notePageCommit, uncommittedPages } from '#store/desk/page-changes.ts';
import type { Desk } from './app.ts';

/**
 * Commits what was written of pages and is in no commit yet, each in the name of its member. Where git fails what is written stays
 * written; the next change and the next start try it again.
 */
export const commitPages = async ({
  root,
  database: { db },
  report,
}: Pick<Desk, 'root' | 'database' | 'report'>): Promise<void> => {
  for (const { id, member, name, action, circular, files } of await uncommittedPages(db)) {
    try {
      const [file, ...others] = files as [string, ...string[]];
      const by = { id: member, name: name ?? member };
      const commit = await commitFiles(root, [file, ...others], by, `${action} ${circular}`);
      await notePageCommit(db, id, commit);
    } catch (error) {
      report(`desk: page ${id}: ${(error as Error).message}`);
      return;
    }
  }
};
