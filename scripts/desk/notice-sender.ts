import { type DigestDay, digestDue, retrySeconds } from '#core/board/subscription.ts';
import { type SmtpFailure, smtpOutcome } from '#core/digest/smtp-outcome.ts';
import { todayInThailand } from '#store/clock.ts';
import { placeOfPost } from '#store/desk/board-reading.ts';
import type { DeskDatabase } from '#store/desk/database.ts';
import { takeTry } from '#store/desk/members.ts';
import {
  assignNotices,
  giveDayBack,
  type LetterKey,
  lettersDueNow,
  lettersOfDay,
  letWait,
  markSent,
  putOff,
  readLetter,
  takeDay,
  tidyNotices,
} from '#store/desk/notices.ts';
import type { Mailer } from '#store/mail/mailer.ts';
import type { Endings } from './endings.ts';
import type { Frame } from './frame.ts';
import { type Letter, MOST_POSTS, noticeLetter } from './notice-letters.ts';
import type { DeskSettings } from './settings.ts';

/** What letters about posts are sent with. */
export interface SenderParts {
  readonly settings: Pick<DeskSettings, 'origin' | 'base' | 'sender' | 'digestHour'>;
  readonly database: DeskDatabase;
  readonly mailer: Mailer;
  readonly endings: Endings;
  readonly digest: (text: string) => string;
  readonly frame: () => Promise<Frame>;
  readonly report: (line: string) => void;
}

const EVERYBODY = { member: null, moderates: false };
const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** Assigns what was posted since to those who are told of it. */
export const assignAll = async ({ db }: DeskDatabase): Promise<void> => {
  while ((await db.transaction().execute(assignNotices)) > 0);
};

/** The same within one transaction. */
export const assignWithin = async (tx: DeskDatabase['db']): Promise<void> => {
  while ((await assignNotices(tx)) > 0);
};

const composed = async (
  { settings, database, endings, frame }: SenderParts,
  key: LetterKey,
  now: Date,
  day: DigestDay | null,
): Promise<(Letter & { readonly mail: ReturnType<typeof noticeLetter> }) | null> => {
  const found = await readLetter(database, key, now, day?.before ?? null);
  if (!found) return null;
  const { texts, language } = await frame();
  const places = new Map<number, number>();
  for (const { post, thread } of found.posts.slice(0, MOST_POSTS)) {
    places.set(post, await placeOfPost(database.db, { thread, id: post }, EVERYBODY));
  }
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Asia/Bangkok' });
  const letter = {
    ...found,
    member: key.member,
    ending: key.by ?? ('daily' as const),
    day: day && { iso: day.day, shown: format.format(new Date(`${day.day}T12:00:00+07:00`)) },
    places,
    now,
  };
  return { ...letter, mail: noticeLetter({ settings, endings, texts }, letter) };
};

/** What became of a letter; `rest` where the server cannot be reached or refuses whatever is sent, so that no other is tried. */
type Onward = 'sent' | 'none' | 'failed' | 'rest';

const sendOne = async (
  parts: SenderParts,
  key: LetterKey,
  now: Date,
  day: DigestDay | null,
): Promise<Onward> => {
  const { database, mailer, digest, report } = parts;
  const { db } = database;
  const letter = await composed(parts, key, now, day);
  if (!letter) return 'none';
  const notices = letter.posts.map(({ notice }) => notice);
  const tries = Math.max(...letter.posts.map((post) => post.tries));
  if (key.by !== null && tries === 0) {
    const wait = await takeTry(db, 'notice-account', digest(key.member), now);
    if (wait > 0) {
      await letWait(db, key.member, key.by, after(now, wait));
      return 'none';
    }
  }
  // Kept before the letter is handed over: a process that is killed then sends no second one on that day.
  if (day !== null && !(await takeDay(db, key.member, day.day))) return 'none';
  try {
    await mailer.send(letter.mail);
  } catch (error) {
    const outcome = smtpOutcome(error as SmtpFailure);
    report(`mail: a letter about posts was not sent (${outcome}): ${(error as Error).message}`);
    if (outcome === 'refused') {
      await markSent(db, notices, now);
      return 'failed';
    }
    await putOff(db, notices, after(now, retrySeconds(tries + 1)));
    // Where it may have been sent after all, what it told comes again with the letter of the next day.
    if (day !== null && outcome !== 'unknown') await giveDayBack(db, key.member, day.day);
    return outcome === 'busy' || outcome === 'stop' ? 'rest' : 'failed';
  }
  await markSent(db, notices, now);
  return 'sent';
};

/** Sends letters one after the other, as long as `goOn` says so; returns how many were sent or failed, and whether the server rests. */
export const sendLetters = async (
  parts: SenderParts,
  keys: readonly LetterKey[],
  now: Date,
  day: DigestDay | null,
  goOn: () => boolean = () => true,
): Promise<{ readonly sent: number; readonly failed: number; readonly rests: boolean }> => {
  let [sent, failed] = [0, 0];
  for (const key of keys) {
    if (!goOn()) break;
    const onward = await sendOne(parts, key, now, day);
    if (onward === 'sent') sent += 1;
    else if (onward !== 'none') failed += 1;
    if (onward === 'rest') return { sent, failed, rests: true };
  }
  return { sent, failed, rests: false };
};

/** Sends letters about posts while the desk runs. */
export interface NoticeSender {
  /** Looks for letters that are due now, after the request that asks for it. */
  readonly soon: () => void;
  /** Sends all that are due at that time, and resolves once that was tried. */
  readonly send: (now: Date) => Promise<void>;
  /** Looks for letters every minute from now on. */
  readonly start: () => void;
  /** Ends it, after the letter that is being sent. */
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 60_000;
const TIDY_MS = 3_600_000;

/** Says whether something is to be done again: at the first time, and where so many milliseconds have passed since. */
const everySo = (ms: number): ((now: Date) => boolean) => {
  let last: number | undefined;
  return (now) => {
    if (last !== undefined && Math.abs(now.getTime() - last) < ms) return false;
    last = now.getTime();
    return true;
  };
};

/** The sender of a desk: one letter at a time, and none for a while after the mail server could not be reached. */
export const noticeSender = (parts: SenderParts): NoticeSender => {
  const { database, report } = parts;
  let running: Promise<void> = Promise.resolve();
  let [isWaiting, isStopped] = [false, false];
  let rest = { until: 0, failures: 0 };
  let timer: NodeJS.Timeout | undefined;
  const goOn = () => !isStopped;
  // Each post asks for letters; what takes long is not for each of them.
  const [tidies, looksForDay] = [everySo(TIDY_MS), everySo(EVERY_MS / 2)];
  const work = async (now: Date): Promise<void> => {
    const givenUp = tidies(now) ? await tidyNotices(database.db, now) : 0;
    if (givenUp > 0) report(`mail: ${givenUp} posts were not told to members: no server took it`);
    await assignAll(database);
    if (now.getTime() < rest.until) return;
    const letters = await sendLetters(parts, await lettersDueNow(database, now), now, null, goOn);
    const { digestHour } = parts.settings;
    const due =
      letters.rests || !looksForDay(now) ? null : digestDue(todayInThailand(now), digestHour, now);
    const daily = due
      ? await sendLetters(parts, await lettersOfDay(database, due, now), now, due, goOn)
      : { rests: letters.rests };
    const failures = daily.rests ? rest.failures + 1 : 0;
    const until = daily.rests ? after(now, retrySeconds(failures)).getTime() : 0;
    rest = { until, failures };
  };
  const send = (now: Date): Promise<void> => {
    running = running.then(async () => {
      isWaiting = false;
      if (isStopped) return;
      try {
        await work(now);
      } catch (error) {
        // What is due stays in the database, and is looked for again.
        report(`mail: letters about posts: ${(error as Error).stack}`);
      }
    });
    return running;
  };
  const soon = (): void => {
    if (isWaiting || isStopped) return;
    isWaiting = true;
    setImmediate(() => send(new Date()));
  };
  return {
    soon,
    send,
    start: () => {
      soon();
      timer = setInterval(soon, EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
};
