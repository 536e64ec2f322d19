import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { directSenders } from '#core/office/chain.ts';
import { ProblemError } from '#core/problem.ts';
import { lastDayOf, readSlipDays, SLIP_DAYS } from '#core/slip/slip.ts';
import { type SlipsToMake, slipsToMake } from '#core/slip/wanted.ts';
import { DESK_TEXTS } from '#i18n/desk.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import { isEmptyDesk } from '#store/desk/backup.ts';
import { type DeskDatabase, openDeskDatabase } from '#store/desk/database.ts';
import { liveSlipsOf, refuseTooManySlips, revokeSlips, slipById } from '#store/desk/slips.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { readSettings } from '#store/settings.ts';
import { readSecret } from '../desk/secret.ts';
import { type DeskSettings, readDeskSettings } from '../desk/settings.ts';
import { slipKeys } from '../desk/slip-keys.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import {
  findCircular,
  openContext,
  readArgs,
  requireProvince,
  type TrackContext,
} from '../track/context.ts';
import { officesForSlips } from './offices.ts';
import { printSlips } from './print.ts';
import { withoutAcknowledged } from './unacknowledged.ts';

const OPTIONS = {
  province: { type: 'string' },
  days: { type: 'string' },
  out: { type: 'string' },
  missing: { type: 'boolean', default: false },
  renew: { type: 'boolean', default: false },
  revoke: { type: 'boolean', default: false },
  slip: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArgs<typeof OPTIONS>>['values'];

const alreadyThere = (file: string): ProblemError =>
  new ProblemError([
    {
      file,
      what: 'the file is there already',
      why: 'Slips that somebody may have printed from it are not written over. No slip was made.',
      fix: 'Give another name with --out, or remove the file.',
    },
  ]);

const noAddress = (): ProblemError =>
  new ProblemError([
    {
      file: null,
      field: 'WIAN_SITE_URL',
      what: 'it is not set',
      why: 'The codes on slips lead to it, and paper cannot be changed. No slip was made.',
      fix: 'Set it to the address at which people reach the desk, as in https://wian.example.go.th',
    },
  ]);

const noSecret = (file: string): ProblemError =>
  new ProblemError([
    {
      file,
      what: 'there is no secret of the desk here, while its database is in use',
      why: 'Slips that are signed with another secret would not be taken by the desk. No slip was made.',
      fix: 'Run the command in the folder in which the desk runs, or copy its .data/secret to this place.',
    },
  ]);

const withDesk = async <Result>(
  io: CommandIo,
  work: (desk: { settings: DeskSettings; database: DeskDatabase }) => Promise<Result>,
): Promise<Result> => {
  const settings = readDeskSettings(io.cwd, io.env, io.today);
  const database = await openDeskDatabase(settings.place);
  try {
    return await work({ settings, database });
  } finally {
    await database.close();
  }
};

const by = () => ({ actor: 'command', now: new Date() });

const say = (io: CommandIo, json: boolean, said: object, text: string): number => {
  io.out(json ? JSON.stringify(said, null, 2) : text);
  return EXIT.ok;
};

/** Whether the command may open the database without making one: a dry run writes nothing. */
const hasDatabase = (io: CommandIo): boolean => {
  const { place } = readDeskSettings(io.cwd, io.env, io.today);
  return place.kind === 'postgres' || existsSync(place.file);
};

const revokeOne = async (io: CommandIo, values: Values): Promise<number> => {
  const id = /^[1-9]\d{0,8}$/.test(values.slip ?? '') ? Number(values.slip) : null;
  if (id === null) throw new UsageError(`--slip ${values.slip}: give the number on the slip.`);
  const isDryRun = values['dry-run'];
  const found = hasDatabase(io)
    ? await withDesk(io, async ({ database: { db } }) => {
        const slip = await slipById(db, id);
        if (slip === null) return null;
        return { ...slip, count: isDryRun ? 0 : await revokeSlips(db, [id], by()) };
      })
    : null;
  if (found === null) {
    throw new ProblemError([
      {
        file: null,
        field: '--slip',
        what: `there is no slip ${id}`,
        fix: 'Give the number on the slip.',
      },
    ]);
  }
  const { circular, office, revoked, count } = found;
  const what = `slip ${id} of ${office} for ${circular}`;
  const text = revoked
    ? `${what} was revoked already`
    : isDryRun
      ? `${what} would be revoked; nothing was written`
      : `${what} is revoked`;
  return say(io, values.json, { slip: id, circular, office, revoked: count }, text);
};

const revokeAll = async (
  io: CommandIo,
  values: Values,
  record: CircularRecord,
  offices: readonly string[],
): Promise<number> => {
  const isDryRun = values['dry-run'];
  const count = hasDatabase(io)
    ? await withDesk(io, async ({ database: { db } }) => {
        const live = await liveSlipsOf(db, record.id, io.today);
        const ids = live.filter(({ office }) => offices.includes(office)).map(({ id }) => id);
        return isDryRun ? ids.length : revokeSlips(db, ids, by());
      })
    : 0;
  const text = isDryRun
    ? `${count} slips would be revoked; nothing was written`
    : `${count} slips are revoked`;
  return say(io, values.json, { circular: record.id, written: !isDryRun, revoked: count }, text);
};

const print = async (
  io: CommandIo,
  values: Values,
  context: TrackContext,
  { record, province, toMake }: { record: CircularRecord; province: string; toMake: SlipsToMake },
): Promise<number> => {
  const { offices, replaced } = toMake;
  const days = values.days === undefined ? SLIP_DAYS : readSlipDays(values.days);
  if (days === null)
    throw new UsageError(`--days ${values.days}: give a whole number from 1 to 365.`);
  const file = resolve(
    io.cwd,
    values.out ?? `slips-${record.id.replace('/', '-')}-${province}.pdf`,
  );
  const shown = relative(io.cwd, file);
  const expires = lastDayOf(io.today, days);
  const said = {
    circular: record.id,
    province,
    slips: offices.length,
    replaced: replaced.length,
    expires,
    file: shown,
  };
  const inPlace = replaced.length > 0 ? `, in the place of ${replaced.length} that are good` : '';
  if (values['dry-run']) {
    if (hasDatabase(io)) {
      await withDesk(io, ({ database: { db } }) =>
        refuseTooManySlips(db, offices.length, io.today),
      );
    }
    const list = offices.map((office) => `${office}  ${context.nameOf(office)}`);
    const end = `${offices.length} slips, good until ${expires}, would be made${inPlace}, and printed to ${shown}; nothing was written`;
    return say(io, values.json, { ...said, written: false }, [...list, end].join('\n'));
  }
  if (!io.env.WIAN_SITE_URL) throw noAddress();
  if (existsSync(file)) throw alreadyThere(shown);
  return withDesk(io, async ({ settings, database: { db } }) => {
    const secretFile = join(settings.data, 'secret');
    if (!existsSync(secretFile) && !(await isEmptyDesk(db))) throw noSecret(secretFile);
    const { language } = readSettings(io.env, io.today);
    const sheet = {
      keys: slipKeys(readSecret(secretFile), `${settings.origin}${settings.base}`),
      texts: DESK_TEXTS[language] as DeskTexts,
      language,
      nameOf: context.nameOf,
      record,
    };
    const order = { toMake, above: province, today: io.today, days };
    const { made } = await printSlips(db, sheet, order, by(), (pdf) =>
      // Whoever has the file can acknowledge in the name of these offices.
      writeFile(file, pdf, { flag: 'wx', mode: 0o600 }),
    );
    const [first, last] = [made.at(0)?.id, made.at(-1)?.id];
    const text = `${made.length} slips (${first} to ${last}), good until ${expires}${inPlace ? `${inPlace} before` : ''}: ${shown}\nsigned with ${relative(io.cwd, secretFile)}; whoever has the file can acknowledge in the name of these offices`;
    return say(io, values.json, { ...said, written: true, first, last }, text);
  });
};

/** Makes or revokes slips; see `npm run -s track -- slips --help`. */
export const runSlips: Command['run'] = async (args, io) => {
  const { values, positionals } = readArgs(args, OPTIONS);
  const [asked, ...more] = positionals;
  if (values.slip !== undefined) {
    if (!values.revoke || asked !== undefined || values.province !== undefined) {
      throw new UsageError('--slip goes with --revoke, without a circular and a province.');
    }
    return revokeOne(io, values);
  }
  if (asked === undefined || more.length > 0) throw new UsageError('Give one circular.');
  if (values['as-of'] !== undefined)
    throw new UsageError('Slips are issued today; leave out --as-of.');
  if (
    values.revoke &&
    (values.days ?? values.out ?? (values.missing || values.renew || undefined)) !== undefined
  ) {
    throw new UsageError('--revoke goes without --days, --out, --missing and --renew.');
  }
  const context = await openContext(io, values);
  const province = requireProvince(context, values.province);
  if (province === null) throw new UsageError('--province is missing.');
  const record = findCircular(context, asked);
  const senders = directSenders(context.registry, context.rules);
  const all = officesForSlips(context, senders, record, province);
  if (values.revoke) return revokeAll(io, values, record, all);
  const wanted = values.missing ? withoutAcknowledged(context, record, all) : all;
  const live = hasDatabase(io)
    ? await withDesk(io, ({ database: { db } }) => liveSlipsOf(db, record.id, io.today))
    : [];
  const toMake = slipsToMake(wanted, live, values.renew);
  if (toMake.offices.length > 0) return print(io, values, context, { record, province, toMake });
  const name = context.nameOf(province);
  const why =
    all.length === 0
      ? `the circular comes to no office of ${name}`
      : wanted.length === 0
        ? `nobody is missing in ${name}`
        : `each of these offices in ${name} has a good slip, which --renew replaces`;
  const nothing = { circular: record.id, province, slips: 0, written: false };
  return say(io, values.json, nothing, `${why}: no slip was made`);
};
