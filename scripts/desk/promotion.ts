import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  asLinkWords,
  type PromotedPicture,
  picturesAsBody,
  postAsBody,
  promotedPictures,
} from '#core/board/promotion.ts';
import { ProblemError } from '#core/problem.ts';
import { readPost, readThread } from '#store/desk/board-reading.ts';
import type { DeskDatabase } from '#store/desk/database.ts';
import { audit, type By } from '#store/desk/members.ts';
import { pictureFile, readPictures } from '#store/desk/pictures.ts';
import { refuseLinks, replaceContentFile } from '#store/files/content-file.ts';
import { whileLocked } from '#store/files/lock.ts';
import { writeNewFolder } from '#store/files/new-folder.ts';
import { skeletonOf } from '../new/skeletons.ts';

/** A draft of a question of the portal, before it is written: its file within the project, and the text of that. */
export interface Promotion {
  readonly thread: number;
  readonly path: string;
  readonly text: string;
  /** Pictures of the answer, which lie beside the page. */
  readonly pictures: readonly PromotedPicture[];
}

/** Where the draft of a thread lies: a file, or one in a folder of its own where it has pictures. */
const pathOf = (thread: number, hasPictures: boolean): string =>
  `content/faq/board-${thread}${hasPictures ? '/index' : ''}.mdx`;

/**
 * The draft that a thread makes: its question as the title, the accepted answer as the text with its pictures, without
 * names, with a link to the thread at `board` (a whole address) as its source. Null where nobody sees the thread or no answer was accepted.
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
  const source = `[${asLinkWords(thread.title)}](${board}/${id}/)`;
  const pictures = promotedPictures((await readPictures(db, [answer.id])).get(answer.id) ?? []);
  const body = `${postAsBody(answer.body)}\n${picturesAsBody(pictures)}`;
  return {
    thread: id,
    path: pathOf(id, pictures.length > 0),
    text: `${draft}\n${body}\n${source}\n`,
    pictures,
  };
};

/** Whether there is such a page already, which nothing replaces. */
export const isTaken = (root: string, { path, thread }: Promotion): boolean => {
  refuseLinks(root, path);
  return [true, false].some((hasPictures) => existsSync(join(root, pathOf(thread, hasPictures))));
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

/** The files of a draft in its folder: its page, and its pictures out of the data folder of the desk. */
const filesOf = (data: string, { text, pictures }: Promotion): Map<string, string | Uint8Array> => {
  const files = new Map<string, string | Uint8Array>([['index.mdx', text]]);
  for (const { id, name } of pictures) {
    const file = pictureFile(data, id);
    if (!existsSync(file)) {
      throw new ProblemError([
        {
          file,
          what: 'this picture of a post is not there',
          why: 'The draft would show none. Nothing was written.',
          fix: 'Put the folder of pictures of a backup in its place, or take the picture away on the board.',
        },
      ]);
    }
    files.set(name, readFileSync(file));
  }
  return files;
};

/**
 * Writes a draft with its pictures, which lie in the data folder of the desk, and a row of the audit log. Waits for another
 * writer of content for so many milliseconds. Throws a ProblemError where there is such a page already, a picture is
 * missing, or it cannot be written.
 */
export const writePromotion = async (
  db: DeskDatabase['db'],
  { root, data }: { readonly root: string; readonly data: string },
  promotion: Promotion,
  { actor, now }: By,
  waitMs?: number,
): Promise<void> => {
  const { path, text, thread, pictures } = promotion;
  whileLocked(
    root,
    () => {
      refuseTaken(root, promotion);
      if (pictures.length > 0) return writeNewFolder(root, dirname(path), filesOf(data, promotion));
      mkdirSync(dirname(join(root, path)), { recursive: true });
      replaceContentFile(root, path, text);
    },
    waitMs,
  );
  await audit(db, actor, 'promote', `thread:${thread}`, now);
};
