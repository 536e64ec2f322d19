import { existsSync } from 'node:fs';
import { type Problem, ProblemError } from '#core/problem.ts';
import { openDeskDatabase } from '#store/desk/database.ts';
import { type CommandIo, UsageError } from '../lib/command.ts';
import { planPromotion, refuseTaken, writePromotion } from './promotion.ts';
import { readDeskSettings } from './settings.ts';

const problem = (given: Problem): ProblemError => new ProblemError([given]);

/** `promote THREAD`: a draft of a question of the portal from a thread with an accepted answer, with its source. */
export const promote = async (argument: string, io: CommandIo, dryRun: boolean): Promise<void> => {
  if (!/^[1-9]\d{0,8}$/.test(argument)) {
    throw new UsageError(
      `"${argument}" is no number of a thread: it is the number in its address.`,
    );
  }
  const { place, data, origin, base } = readDeskSettings(io.cwd, io.env, io.today);
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    throw problem({
      file: place.file,
      what: 'there is no database of a desk yet',
      why: 'A thread of it is promoted.',
      fix: 'Start the desk by npm run desk, or set DATABASE_URL.',
    });
  }
  const { db, close } = await openDeskDatabase(place);
  try {
    const board = `${origin}${base}/board`;
    const promotion = await planPromotion(db, Number(argument), board, io.today);
    if (promotion === null) {
      throw problem({
        file: null,
        what: `there is no thread ${argument} with an accepted answer`,
        why: 'The answer of a question of the portal is the one that was accepted.',
        fix: 'Choose the answer on the board first.',
      });
    }
    refuseTaken(io.cwd, promotion);
    if (dryRun) {
      io.out(`would write ${promotion.path}:\n\n${promotion.text}`);
      for (const { name } of promotion.pictures) io.out(`and beside it ${name}`);
      return;
    }
    const by = { actor: 'command', now: new Date() };
    await writePromotion(db, { root: io.cwd, data }, promotion, by);
    io.out(`wrote ${promotion.path}`);
  } finally {
    await close();
  }
};
