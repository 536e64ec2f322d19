import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ProblemError } from '#core/problem.ts';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { serveDesk } from './serve.ts';
import { readDeskSettings } from './settings.ts';

const makeAdministrator = async (email: string, io: CommandIo, dryRun: boolean): Promise<void> => {
  const { place } = readDeskSettings(io.cwd, io.env, io.today);
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    throw new ProblemError([
      {
        file: place.file,
        what: 'there is no database of a desk yet',
        why: 'A member is made an administrator, and nobody has signed up.',
        fix: 'Start the desk by npm run desk, sign up at /members/sign-up/, then run the command again.',
      },
    ]);
  }
  const { db, close } = await openDeskDatabase(place);
  try {
    const member = await memberByEmail(db, email);
    if (!member?.emailVerified) {
      throw new ProblemError([
        {
          file: null,
          what: member
            ? `the member with the address ${email} has not confirmed it`
            : `there is no member with the address ${email}`,
          why: 'Whoever confirms an address gets what was granted to it.',
          fix: 'Sign up at /members/sign-up/, open the link of the letter, then run the command again.',
        },
      ]);
    }
    if (dryRun) return io.out(`${email} would become an administrator. Nothing was written.`);
    const by = { actor: 'command', now: new Date() };
    const isNew = await grantRole(db, member.id, { role: 'administrator', office: null }, by);
    io.out(isNew ? `${email} is an administrator now.` : `${email} was an administrator already.`);
  } finally {
    await close();
  }
};

const serve = async (io: CommandIo): Promise<void> => {
  const settings = readDeskSettings(io.cwd, io.env, io.today);
  const desk = await serveDesk(io.cwd, settings, io.err);
  io.out(`Wian is at ${desk.url}, its members at ${desk.url}members/ (Ctrl+C ends it)`);
  if (!settings.smtpUrl) {
    io.out('No SMTP_URL is set: letters to members are kept in .data/outbox/ and go nowhere.');
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => desk.close());
  }
  await once(desk.server, 'close');
};

type Act = (argument: string, io: CommandIo, dryRun: boolean) => Promise<void>;

/** What is done with one argument. Each is loaded when it is asked for: a desk that serves needs none of them. */
const ACTS: Readonly<Record<string, () => Promise<Act>>> = {
  admin: async () => makeAdministrator,
  backup: async () => (await import('./backup.ts')).backUp,
  restore: async () => (await import('./backup.ts')).restore,
  promote: async () => (await import('./promote.ts')).promote,
};

/** What each of them is given. */
const NEEDS: Readonly<Record<string, string>> = {
  admin: 'the address of a member',
  backup: 'the file to write',
  restore: 'the file of a backup',
  promote: 'the number of a thread',
};

const wrongCall = (
  args: readonly string[],
  [what = '', argument, ...more]: readonly string[],
  sample: boolean,
): UsageError => {
  const isKnown = Object.hasOwn(NEEDS, what);
  if (sample && (isKnown || what === 'digest'))
    return new UsageError('--sample belongs to export.');
  if (isKnown && argument === undefined) return new UsageError(`${what}: give ${NEEDS[what]}.`);
  if (isKnown && more.length > 0)
    return new UsageError(`${what}: give ${NEEDS[what]}, and not ${more.length} more words.`);
  return new UsageError(`The desk does not know "${args.join(' ')}".`);
};

/** `npm run desk`. */
export const desk: Command = {
  help: `
npm run desk
npm run desk -- admin EMAIL [--dry-run]
npm run desk -- backup FILE [--dry-run]
npm run desk -- restore FILE [--dry-run]
npm run desk -- promote THREAD [--dry-run]
npm run desk -- export [--sample] [--dry-run]
npm run desk -- digest [--dry-run]

Serves the portal in dist/ (npm run build makes it) with the board and the pages of members beside it, at /board/ and
/members/. Stop it with Ctrl+C. Data lies in .data/: desk.sqlite, the secret that signs cookies, and letters where no mail server is set.

  admin EMAIL   makes the member with this address an administrator
  backup FILE   writes the database and the secret into a new file, also while the desk runs
  restore FILE  puts a backup into an empty desk, on either kind of database
  promote THREAD  writes a draft of content/faq/ from a thread with an accepted answer, with its source
  export        writes the threads that everybody sees to content/board/, as pages of the portal; the next build has them
  digest        sends the letters of this day about new posts now; a desk that runs does so by itself each day
  --sample      marks those pages as made up, for a desk on which people only try things out
  --dry-run     says what would be done, and writes nothing

Settings by environment:
  HOST, PORT      where to listen; 127.0.0.1 and 4321 by default
  WIAN_SITE_URL   the address that people type, the one that the portal was built for; needed where HOST is not this
                  machine alone
  DATABASE_URL    postgres://user:password@host/name, in place of .data/desk.sqlite
  SMTP_URL        smtps://user:password@mail.example:465; without it letters are files in .data/outbox/
  DESK_SENDER     sender of letters; needed with SMTP_URL
  DESK_DIGEST_HOUR  hour in Thailand from which the letters of a day go out, 7 by default
  DESK_BUILD_MINUTES  minutes between builds for movements that were recorded, 10 by default; 0 for none by itself
  OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL
                  an identity provider, as ThaiD, by which members may sign in; OIDC_SCOPES is "openid email" by default
  DESK_PROXY      1 where a proxy before the desk sets X-Forwarded-For
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean', default: false },
        sample: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [what, argument, ...more] = positionals;
    const dryRun = values['dry-run'];
    const { sample } = values;
    const act = Object.hasOwn(ACTS, what ?? '') ? ACTS[what ?? ''] : undefined;
    if (what === undefined && !dryRun && !sample) await serve(io);
    else if (what === 'export' && argument === undefined) {
      const { exportBoard } = await import('./export.ts');
      await exportBoard(io, { dryRun, sample });
    } else if (what === 'digest' && argument === undefined && !sample) {
      const { sendDigest } = await import('./digest.ts');
      await sendDigest(io, dryRun);
    } else if (act && !sample && argument !== undefined && more.length === 0) {
      await (await act())(argument, io, dryRun);
    } else throw wrongCall(args, positionals, sample);
    return EXIT.ok;
  },
};
