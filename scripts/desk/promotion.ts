import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { postAsBody } from '#core/board/promotion.ts';
import { ProblemError } from '#core/problem.ts';
import { readPost, readThread } from '#store/desk/board-reading.ts';
import type { DeskDatabase } from '#store/desk/database.ts';
import { audit, type By } from '#store/desk/members.ts';
import { refuseLinks, replaceContentFile } from '#store/files/content-file.ts';
import { whileLocked } from '#store/files/lock.ts';
import { skeletonOf } from '../new/skeletons.ts';

/** A draft of a question of the portal, before it is written: its file within the project, and the text of that. */
export interface Promotion {
  readonly thread: number;
  readonly path: string;
  readonly text: string;
}

/** The path of the draft of a thread. */
const pathOf = (thread: number): string => `content/faq/board-${thread}.mdx`;

/**
 * The draft that a thread makes: its question as the title, the accepted answer as the text, without names, with a link to
 * the thread at `board` (a whole address) as its source. Null where nobody sees the thread or no answer was accepted.
 */
export const planPromotion = async (
  db: DeskDatabase['db'],
  id: number,
  board: string,
  today: string,
): Promise<Promotion | null> => {
  const thread = await readThread(db, id);
  const answer = thread?.accepted ? await readPost(db, thread.accepted) : undefined;
  if (thread?.state !== 'shown' || answer?.state !== 'shown') return null;
  const draft = skeletonOf({ kind: 'faq', title: thread.title, today });
  const source = `[${thread.title.replaceAll(/[[\]\\{}<]/g, ' ')}](${board}/${id}/)`;
  return {
    thread: id,
    path: pathOf(id),
    text: `${draft}\n${postAsBody(answer.body)}\n\n${source}\n`,
  };
};

/** Whether there is such a page already, which nothing replaces. */
export const isTaken = (root: string, { path }: Promotion): boolean => {
  refuseLinks(root, path);
  return existsSync(join(root, path));
};

/** Whether a draft can be written where the desk runs: it has the folder of contents, through no link, and may write there. */
export const mayWriteContent = (root: string, { path }: Promotion): boolean => {
  try {
    refuseLinks(root, path);
    const folder = join(root, 'content/faq');
    accessSync(existsSync(folder) ? folder : join(root, 'content'), constants.W_OK);
    return true;
  } catch {
    // Whatever the reason is, who asks gets the draft to take elsewhere.
    return false;
  }
};

/** Throws where there is such a page already. */
export const refuseTaken = (root: string, promotion: Promotion): void => {
  if (!isTaken(root, promotion)) return;
  throw new ProblemError([
    {
      file: promotion.path,
      what: 'there is such a page already',
      why: 'A page has one address; nothing was written.',
      fix: 'Write on in that file, or remove it.',
    },
  ]);
};

/**
 * Writes a draft, and a row of the audit log. Waits for another writer of content for so many milliseconds. Throws a
 * ProblemError where there is such a page already, or it cannot be written.
 */
export const writePromotion = async (
  db: DeskDatabase['db'],
  root: string,
  promotion: Promotion,
  { actor, now }: By,
  waitMs?: number,
): Promise<void> => {
  const { path, text, thread } = promotion;
  whileLocked(
    root,
    () => {
      refuseTaken(root, promotion);
      mkdirSync(dirname(join(root, path)), { recursive: true });
      replaceContentFile(root, path, text);
    },
    waitMs,
  );
  await audit(db, actor, 'promote', `thread:${thread}`, now);
};
