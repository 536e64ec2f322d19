import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { type DeskDatabase, openDeskDatabase } from '#store/desk/database.ts';
import { type LetterKey, lettersOfDay } from '#store/desk/notices.ts';
import { deskMailer } from '#store/desk/outbox.ts';
import { requireFinishedBuild } from '#store/portal/build-folder.ts';
import type { CommandIo } from '../lib/command.ts';
import { endingAddresses } from './endings.ts';
import { frameReader } from './frame.ts';
import { assignAll, assignWithin, sendLetters } from './notice-sender.ts';
import { keyedDigest, readSecret } from './secret.ts';
import { readDeskSettings } from './settings.ts';

class RolledBack extends Error {}

/** The letters that there would be, with what was posted lately assigned in a transaction that is taken back. */
const wouldSend = async (
  { db, kind }: DeskDatabase,
  day: string,
  now: Date,
): Promise<readonly LetterKey[]> => {
  let keys: readonly LetterKey[] = [];
  try {
    await db.transaction().execute(async (tx) => {
      await assignWithin(tx);
      keys = await lettersOfDay({ db: tx, kind }, { day, before: now }, now);
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  return keys;
};

/**
 * `digest`: sends the letters of this day now, with all that was posted until now, to members who had none today. A desk that
 * runs does so by itself each morning.
 */
export const sendDigest = async (io: CommandIo, dryRun: boolean): Promise<void> => {
  const settings = readDeskSettings(io.cwd, io.env, io.today);
  const { place, data, origin, base } = settings;
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    throw new ProblemError([
      {
        file: place.file,
        what: 'there is no database of a desk yet',
        why: 'Its members are sent the letters.',
        fix: 'Start the desk by npm run desk, or set DATABASE_URL.',
      },
    ]);
  }
  const dist = join(io.cwd, 'dist');
  // The letters speak the language of the portal.
  await requireFinishedBuild(dist, 'dist/');
  const [now, day] = [new Date(), io.today];
  const database = await openDeskDatabase(place);
  const mailer = deskMailer(settings.smtpUrl, join(data, 'outbox'));
  try {
    if (dryRun) {
      const { length } = await wouldSend(database, day, now);
      io.out(`${length} letters of ${day} would be sent. Nothing was sent or written.`);
      return;
    }
    const secret = readSecret(join(data, 'secret'));
    const parts = {
      settings,
      database,
      mailer,
      endings: endingAddresses(secret, `${origin}${base}`),
      digest: keyedDigest(secret),
      frame: frameReader(dist, base),
      report: io.err,
    };
    await assignAll(database);
    const due = { day, before: now };
    const keys = await lettersOfDay(database, due, now);
    const { sent, failed } = await sendLetters(parts, keys, now, due);
    const left = keys.length - sent;
    io.out(`${sent} letters of ${day} sent${left > 0 ? `, ${left} not` : ''}`);
    if (failed === 0) return;
    throw new ProblemError([
      {
        file: null,
        what: `${left} letters of ${day} were not sent`,
        why: 'The mail server did not take them; what they tell stays in the database.',
        fix: 'Run the command again in some minutes. A desk that runs tries again by itself.',
      },
    ]);
  } finally {
    mailer.close();
    await database.close();
  }
};
