import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ProblemError } from '#core/problem.ts';
import { isoDay } from '#schema/fact.ts';
import { pageAnswers } from '#schema/page-answers.ts';
import { readJson } from '#schema/read-json.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { readText } from '#store/files/read-file.ts';
import { attachedFile } from '../ingest/attach.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { applyPage } from './apply.ts';
import { checkPlanned } from './check-planned.ts';
import type { PageAnswers, PageOrder, SentPicture } from './orders.ts';
import { planPage } from './plan.ts';

const DOES = ['write', 'publish', 'withdraw', 'restore', 'cancel', 'replace'] as const;
type Does = (typeof DOES)[number];

const readAnswers = async (io: CommandIo, path: string | undefined): Promise<PageAnswers> => {
  if (path === undefined) return { fields: {} };
  const text = await readText(resolve(io.cwd, path));
  return readJson(pageAnswers, text, path, 'Write {"fields": {"title": "…"}, "body": "…"}.');
};

type Values = Readonly<
  Record<
    'answers' | 'reason' | 'by' | 'since' | 'at' | 'file' | 'picture' | 'alt',
    string | undefined
  >
>;

const readPicture = async (
  io: CommandIo,
  { picture, alt }: Values,
): Promise<SentPicture | undefined> => {
  if ((picture === undefined) !== (alt === undefined)) {
    throw new UsageError('Write --picture with its file, and --alt with what it shows.');
  }
  if (picture === undefined || alt === undefined) return undefined;
  const name = basename(picture);
  const { bytes } = await attachedFile(resolve(io.cwd, picture), name);
  return { name, bytes, alt };
};

/** Options that go with what is done; all others are refused. */
const OPTIONS: Readonly<Record<Does, readonly (keyof Values)[]>> = {
  write: ['answers', 'picture', 'alt'],
  publish: ['answers', 'picture', 'alt'],
  withdraw: ['reason'],
  restore: [],
  cancel: ['by', 'since'],
  replace: ['at', 'file'],
};

const orderOf = async (
  io: CommandIo,
  done: Does,
  named: string,
  values: Values,
): Promise<PageOrder> => {
  switch (done) {
    case 'write':
    case 'publish': {
      const answers = await readAnswers(io, values.answers);
      const picture = await readPicture(io, values);
      return { do: 'write', page: named, answers, publish: done === 'publish', picture };
    }
    case 'withdraw':
      return { do: 'withdraw', page: named, reason: values.reason ?? '' };
    case 'restore':
      return { do: 'restore', page: named };
    case 'cancel': {
      const { by, since } = values;
      if (by === undefined) throw new UsageError('Write --by and the page of the later letter.');
      if (since !== undefined && !isoDay.safeParse(since).success) {
        throw new UsageError(`--since "${since}" is no day: write YYYY-MM-DD.`);
      }
      return { do: 'cancel', page: named, by, since };
    }
    case 'replace': {
      const { at = '', file } = values;
      if (file === undefined || !/^[1-9]\d*$/.test(at))
        throw new UsageError('Write --at with the number of the file in the list, and --file.');
      const name = basename(file);
      const { bytes } = await attachedFile(resolve(io.cwd, file), name);
      return { do: 'replace', page: named, at: Number(at) - 1, name, bytes };
    }
  }
};

const isDone = (word: string | undefined): word is Does => DOES.some((one) => one === word);

/** `npm run page` */
export const page: Command = {
  help: `
npm run -s page -- write|publish PAGE [--answers FILE] [--picture FILE --alt TEXT] [--dry-run]
npm run -s page -- withdraw PAGE --reason "why"
npm run -s page -- restore PAGE
npm run -s page -- cancel CIRCULAR --by CIRCULAR [--since DAY]
npm run -s page -- replace FORM --at NUMBER --file FILE

Writes pages as the desk does (/desk/pages/), by the same plan: what is not named stays as it is, byte for byte. What
npm run check would refuse is not written. PAGE is a path: faq/how-to-sign-in, laws/…, circulars/2569/….

  write      changes a page that is there, or begins one as a draft
  publish    the same, and takes the mark of the draft off
  withdraw   makes a draft of a page again, whose address then says when and why
  restore    publishes what was withdrawn
  cancel     marks a letter as cancelled by a later one, on both pages
  replace    puts a file in the place of one of a form, which stays where it was and leads to the new one

  --answers FILE  JSON: {"fields": {"title": "…", "system": null}, "body": "…"}; null takes a field away
  --picture FILE  puts a picture beside the page and at the end of its text; --alt says what it shows
  --since DAY     day from which the letter no longer holds, where the later one states it
  --dry-run       prints what would be written, and writes nothing

Exit code: 0 written, 1 refused, 2 called wrongly.
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        answers: { type: 'string' },
        reason: { type: 'string' },
        by: { type: 'string' },
        since: { type: 'string' },
        at: { type: 'string' },
        file: { type: 'string' },
        picture: { type: 'string' },
        alt: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
    const [done, named, ...more] = positionals;
    if (!isDone(done)) throw new UsageError(`Write what to do: ${DOES.join(', ')}.`);
    if (named === undefined || more.length > 0) throw new UsageError('Give one page by its path.');
    const { 'dry-run': isDryRun = false, ...rest } = values;
    const { answers, reason, by, since, at, file, picture, alt } = rest;
    const given = { answers, reason, by, since, at, file, picture, alt };
    const stray = Object.entries(given).find(
      ([name, value]) => value !== undefined && !OPTIONS[done].some((one) => one === name),
    );
    if (stray) throw new UsageError(`--${stray[0]} does not go with "${done}".`);
    const order = await orderOf(io, done, named, given);
    await whileLockedFor(io.cwd, async () => {
      const plan = planPage(io.cwd, order, io.today);
      const problems = await checkPlanned(io.cwd, io.today, plan);
      if (problems.length > 0) throw new ProblemError(problems);
      if (!isDryRun) applyPage(io.cwd, plan);
      for (const path of plan.bytes.keys()) io.out(`${isDryRun ? 'would write' : 'wrote'} ${path}`);
      for (const { file, before, after } of plan.texts) {
        if (after === null) io.out(`${isDryRun ? 'would remove' : 'removed'} ${file}`);
        else if (isDryRun) io.out(`would write ${file}:\n\n${after}`);
        else io.out(before === after ? `as it was ${file}` : `wrote ${file}`);
      }
    });
    return EXIT.ok;
  },
};
