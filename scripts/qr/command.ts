import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Problem, ProblemError } from '#core/problem.ts';
import { CORRECTION_LEVELS, type CorrectionLevel } from '#core/qr/symbol.ts';
import { textOutliner } from '#output/qr/outline-text.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { readSarabun } from '#store/sarabun.ts';
import { DEFAULT_SITE_URL, readSettings } from '#store/settings.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import {
  DEFAULT_MM,
  FORMATS,
  type Format,
  type PlannedFile,
  planFiles,
  type Wanted,
} from './plan.ts';
import { codedCirculars, findCircular, findOffice, loadCirculars, loadOffices } from './records.ts';
import { mintNumbers, missingNumbers } from './register.ts';

const OPTIONS = {
  all: { type: 'boolean' },
  office: { type: 'string' },
  attachment: { type: 'string' },
  format: { type: 'string', default: 'svg' },
  size: { type: 'string' },
  level: { type: 'string', default: 'Q' },
  out: { type: 'string', default: 'qr' },
  force: { type: 'boolean' },
  register: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

const oneOf = <T extends string>(name: string, text: string, allowed: readonly T[]): T => {
  const found = allowed.find((one) => one === text);
  if (!found) throw new UsageError(`--${name} is "${text}": give ${allowed.join(', ')}.`);
  return found;
};

const positive = (name: string, text: string | undefined, whole: boolean): number | undefined => {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(number > 0) || (whole && !Number.isInteger(number))) {
    const kind = whole ? 'whole number from 1 on' : 'number of millimetres above 0';
    throw new UsageError(`--${name} is "${text}": give a ${kind}.`);
  }
  return number;
};

const register = async (io: CommandIo, dryRun: boolean): Promise<number> => {
  const { codes, numbers } = await (dryRun ? missingNumbers : mintNumbers)(io.cwd, io.today);
  for (const { circular, code } of codes) io.out(`${code}  ${circular}`);
  for (const { circular, attachment, file } of numbers) {
    io.out(`attachment ${attachment}  ${circular}  ${file || '(missing)'}`);
  }
  const done = dryRun ? 'would be registered' : 'registered';
  io.out(
    codes.length + numbers.length === 0
      ? 'Every circular has its short code, and every attachment its number.'
      : `${done}: ${codes.length} of circulars, ${numbers.length} of attachments`,
  );
  return EXIT.ok;
};

const exists = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null)) !== null;

const alreadyThere = (path: string): Problem => ({
  file: path,
  what: 'the file is there already',
  why: 'A file that somebody may have printed from is not written over unasked.',
  fix: 'Give another folder with --out, or --force to write over it.',
});

/** Writes a file whole or not at all. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const part = `${path}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
};

const AT_ONCE = 4;

const writeAll = async (
  files: readonly PlannedFile[],
  folder: string,
  io: CommandIo,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const step = Math.max(100, Math.ceil(files.length / 20));
  let reported = 0;
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    await Promise.all(
      some.map(async ({ name, make }) => writeWhole(join(folder, name), await make())),
    );
    if (at + AT_ONCE - reported >= step && at + AT_ONCE < files.length) {
      reported = at + AT_ONCE;
      io.err(`${reported} of ${files.length} files ...`);
    }
  }
};

const wantedOf = async (values: Values, io: CommandIo): Promise<Wanted> => ({
  siteUrl: readSettings(io.env, io.today).siteUrl,
  format: oneOf<Format>('format', values.format, FORMATS),
  mm: positive('size', values.size, false) ?? null,
  level: oneOf<CorrectionLevel>('level', values.level.toUpperCase(), CORRECTION_LEVELS),
  attachment: positive('attachment', values.attachment, true),
  office:
    values.office === undefined
      ? undefined
      : findOffice(await loadOffices(io.cwd, io.today), values.office),
});

/** `npm run qr` */
export const qr: Command = {
  help: `
npm run qr -- CIRCULAR [--office OFFICE] [--attachment N] [--format svg|png|sheet] [--size MM] [--out DIR]
npm run qr -- --all [the same options]
npm run qr -- --register [--dry-run]

Draws the QR code of a circular's short address, with its caption, ready to print.

  CIRCULAR         its id (2567/dla-0808-4-w2007-0917, the year may be left out), short code or letter number
  --all            every circular that is no draft
  --office OFFICE  the office that passes it on: its id or full name; readers then see above the circular who did
  --attachment N   lead to the Nth attachment
  --format         svg (default); png: for print at 300 dpi, and for screens; sheet: A4 as PDF
  --size MM        width of the code with its quiet zone (default ${DEFAULT_MM}); a sheet holds as many as fit,
                   and without --size one large code
  --level          least error correction: L, M, Q (default), H; raised where there is room
  --out DIR        where to write (default: qr)
  --force          write over files that are there
  --register       mint the short codes, and the numbers of attachments, that the registers lack
  --dry-run        tell what would be written, and write nothing

  WIAN_SITE_URL    address at which the portal stands (default: ${DEFAULT_SITE_URL})
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
    });
    if (values.register) {
      return values['dry-run']
        ? register(io, true)
        : whileLockedFor(io.cwd, () => register(io, false));
    }
    const asked = positionals.join(' ');
    if ((asked === '') !== (values.all ?? false)) {
      throw new UsageError(
        asked === '' ? 'Which circular?' : 'Give a circular or --all, not both.',
      );
    }
    const wanted = await wantedOf(values, io);
    const circulars = await loadCirculars(io.cwd);
    const chosen = codedCirculars(
      values.all ? circulars.filter(({ isDraft }) => !isDraft) : [findCircular(circulars, asked)],
    );
    const outline = textOutliner(readSarabun);
    const plans = chosen.map((coded) => planFiles(coded, wanted, outline));
    const files = plans.flatMap((plan) => plan.files);
    const problems = plans.flatMap((plan) => plan.problems);
    const folder = resolve(io.cwd, values.out);
    const shown = (name: string) => {
      const path = join(folder, name);
      const inside = relative(io.cwd, path);
      return inside.startsWith('..') ? path : inside;
    };
    if (!values.force) {
      for (const { name } of files) {
        if (await exists(join(folder, name))) problems.push(alreadyThere(shown(name)));
      }
    }
    if (problems.length > 0) throw new ProblemError(problems);
    if (!values['dry-run']) await writeAll(files, folder, io);
    for (const { name } of files.slice(0, 20)) io.out(shown(name));
    if (files.length > 20) io.out(`... ${files.length} files in all`);
    if (wanted.siteUrl === DEFAULT_SITE_URL) {
      io.err(
        `WIAN_SITE_URL is not set: these codes lead to ${DEFAULT_SITE_URL} and work nowhere else.`,
      );
    }
    return EXIT.ok;
  },
};
