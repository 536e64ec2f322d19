import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { postAsBody } from '#core/board/promotion.ts';
import { ProblemError } from '#core/problem.ts';
import { readPost, readThread } from '#store/desk/board-reading.ts';
import { openDeskDatabase } from '#store/desk/database.ts';
import { refuseLinks, replaceContentFile } from '#store/files/content-file.ts';
import { whileLocked } from '#store/files/lock.ts';
import { type CommandIo, UsageError } from '../lib/command.ts';
import { skeletonOf } from '../new/skeletons.ts';
import { readDeskSettings } from './settings.ts';

const problem = (file: string | null, what: string, why: string, fix: string): ProblemError =>
  new ProblemError([{ file, what, why, fix }]);

/** `promote THREAD`: a draft of a question of the portal from a thread with an accepted answer, with its source. */
export const promote = async (argument: string, io: CommandIo, dryRun: boolean): Promise<void> => {
  if (!/^[1-9]\d{0,8}$/.test(argument)) {
    throw new UsageError(
      `"${argument}" is no number of a thread: it is the number in its address.`,
    );
  }
  const { place, origin, base } = readDeskSettings(io.cwd, io.env, io.today);
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    throw problem(
      place.file,
      'there is no database of a desk yet',
      'A thread of it is promoted.',
      'Start the desk by npm run desk, or set DATABASE_URL.',
    );
  }
  const { db, close } = await openDeskDatabase(place);
  try {
    const thread = await readThread(db, Number(argument));
    const answer = thread?.accepted ? await readPost(db, thread.accepted) : undefined;
    if (thread?.state !== 'shown' || !answer) {
      throw problem(
        null,
        `there is no thread ${argument} with an accepted answer`,
        'The answer of a question of the portal is the one that was accepted.',
        'Choose the answer on the board first.',
      );
    }
    const path = `content/faq/board-${thread.id}.mdx`;
    const file = join(io.cwd, path);
    refuseLinks(io.cwd, path);
    const refuseTaken = () => {
      if (!existsSync(file)) return;
      throw problem(
        path,
        'there is such a page already',
        'A page has one address; nothing was written.',
        'Write on in that file, or remove it.',
      );
    };
    refuseTaken();
    const draft = skeletonOf({ kind: 'faq', title: thread.title, today: io.today });
    const source = `[${thread.title.replaceAll(/[[\]\\{}<]/g, ' ')}](${origin}${base}/board/${thread.id}/)`;
    const text = `${draft}\n${postAsBody(answer.body)}\n\n${source}\n`;
    if (dryRun) {
      io.out(`would write ${path}:\n\n${text}`);
      return;
    }
    whileLocked(io.cwd, () => {
      refuseTaken();
      mkdirSync(dirname(file), { recursive: true });
      replaceContentFile(io.cwd, path, text);
    });
    io.out(`wrote ${path}`);
  } finally {
    await close();
  }
};
