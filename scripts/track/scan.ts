import { resolve } from 'node:path';
import { formatProblem, type Problem, ProblemError } from '#core/problem.ts';
import { MOVEMENT_COLUMNS, type Movement } from '#core/tracking/movement.ts';
import { refusalsOf } from '#core/tracking/recording.ts';
import { OF_SCAN } from '#core/tracking/row-rules.ts';
import { loadRegisterRows } from '#store/content/append-only.ts';
import { SHORT_CODES } from '#store/content/short-codes.ts';
import { readContentText } from '#store/files/content-file.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { keysOf } from '#store/ledger/tracked.ts';
import { appendMovements } from '#store/ledger/write-ledger.ts';
import { type OpenReaders, openOwnReaders, openScanning } from '../ingest/scans.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { languageOf } from '../lib/language.ts';
import { openContext, readArgs, requireOffice, type TrackContext } from './context.ts';
import { readNew } from './recording.ts';
import type { Proposal } from './scan/propose.ts';
import { type FilePages, proposalsOfFiles, readFolder, type ScanFolder } from './scan/read.ts';
import { cutOutName, type Outcome, type Sorted, writeRest } from './scan/rest.ts';
import { type Pause, pauseBetween, watchFolder } from './scan/watch.ts';

const cellsOf = ({ office, stamp, place }: Proposal): Record<string, string> => ({
  ...Object.fromEntries(MOVEMENT_COLUMNS.map((name) => [name, ''])),
  kind: 'received',
  office: office ?? '',
  date: stamp?.date ?? '',
  time: stamp?.time ?? '',
  number: stamp?.number ?? '',
  desk: stamp?.office ?? '',
  source: `${OF_SCAN}${place}`,
});

const isSame = (one: Movement, { office, stamp }: Proposal): boolean =>
  one.kind === 'received' &&
  one.office === office &&
  one.date === stamp?.date &&
  (one.number ?? null) === (stamp?.number ?? null);

/** Records one proposal that was taken, or says why not. */
const settle = (
  context: TrackContext,
  proposal: Outcome['proposal'],
  isTaken: boolean,
  isDryRun: boolean,
): Outcome => {
  const record = context.records.find(({ id }) => id === proposal.circular);
  if (!record)
    return { proposal, became: isTaken ? 'refused' : 'proposed', why: proposal.obstacle };
  const recorded = parseLedger(readContentText(context.root, record.ledger) ?? '', record.ledger);
  if (recorded.some((one) => isSame(one, proposal))) {
    return { proposal, became: 'already', why: null };
  }
  if (!isTaken) return { proposal, became: 'proposed', why: proposal.obstacle };
  if (proposal.obstacle !== null) return { proposal, became: 'refused', why: proposal.obstacle };
  const ledger = {
    file: record.ledger,
    circular: record.id,
    keys: keysOf(record),
    letterDate: record.circular.letter.date,
  };
  const plan = (before: readonly Movement[]): Movement[] => {
    const one = readNew(cellsOf(proposal), before.length + 1);
    const problems = refusalsOf(one, before, context.routeOf(record), ledger, context.asOf, String);
    if (problems.length > 0) throw new ProblemError(problems);
    return [one];
  };
  try {
    if (isDryRun) plan(recorded);
    else appendMovements(context.root, record.ledger, plan);
    return { proposal, became: 'recorded', why: null };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { proposal, became: 'refused', why: error.problems.map(formatProblem).join('; ') };
  }
};

const isLeft = ({ became }: Outcome): boolean => became === 'proposed' || became === 'refused';

/** Where the picture of a stamp lies that is left to be looked at; null where there is none. */
const cutOutOf = (outcome: Outcome, rest: string): string | null =>
  isLeft(outcome) && outcome.proposal.box !== null
    ? `${rest}/${cutOutName(outcome.proposal.place)}`
    : null;

const lineOf = ({ proposal, became, why }: Outcome, picture: string | null): string => {
  const { place, circular, office, stamp, reasons } = proposal;
  const said = stamp
    ? `${office ?? '(office ?)'} received ${[stamp.date ?? '(date ?)', stamp.time].filter(Boolean).join(' ')} under ${stamp.number ?? '(number ?)'}`
    : 'no stamp';
  return `  ${became.padEnd(9)} ${place} -> ${circular ?? '?'}: ${said}\n            ${[...(why === null ? [] : [why]), ...(became === 'proposed' ? reasons : [])].join('; ')}${picture === null ? '' : `\n            picture: ${picture}`}`.trimEnd();
};

const unknownPlaces = (take: readonly string[], { proposals }: ScanFolder): Problem[] =>
  take
    .filter((place) => !proposals.some((one) => one.place === place))
    .map((place) => ({
      file: null,
      field: `--take ${place}`,
      what: 'no proposal has that place',
      why: 'Nothing was recorded.',
      fix: 'Give a place as the list of proposals names it: scan.jpg, monday/scan.jpg, or scan.pdf#2.',
    }));

/** What the command was asked for. */
interface Asked {
  readonly folder: string;
  readonly office: string | undefined;
  readonly take: readonly string[];
  readonly rest: string;
  readonly isDryRun: boolean;
  readonly values: Parameters<typeof openContext>[1];
}

/** What the pages of some files propose by the circulars and ledgers as they are now, and what becomes of it. */
const outcomesOf = async (files: readonly FilePages[], asked: Asked, io: CommandIo) => {
  const context = await openContext(io, asked.values);
  const office = asked.office === undefined ? null : requireOffice(context, asked.office);
  const codes = await loadRegisterRows(context.root, SHORT_CODES);
  const circularOf = new Map(codes.map(({ code, circular }) => [code, circular]));
  const read = proposalsOfFiles(files, { registry: context.registry, circularOf, office });
  const wrong = unknownPlaces(asked.take, read);
  if (wrong.length > 0) throw new ProblemError(wrong);
  const outcomes = read.proposals.map((one) =>
    settle(context, one, asked.take.includes(one.place), asked.isDryRun),
  );
  return { context, read, outcomes };
};

/** Writes and tells what becomes of the files that were read; `isFresh` says of which it has not been told before. */
const conclude = async (
  files: readonly FilePages[],
  asked: Asked,
  io: CommandIo,
  isFresh: (input: string) => boolean,
): Promise<boolean> => {
  const { context, read, outcomes } = await outcomesOf(files, asked, io);
  const { folder, rest, isDryRun } = asked;
  const left = outcomes.filter(isLeft);
  const pictureOf = (one: Outcome): string | null => (isDryRun ? null : cutOutOf(one, rest));
  if (!isDryRun) await writeRest(resolve(io.cwd, rest), rest, left, isFresh);
  const { print } = languageOf(io.env);
  for (const { input, problem } of read.refused) if (isFresh(input)) io.err(print(problem));
  if (context.json) {
    const proposals = outcomes.map((outcome) => {
      const { source: _, ...one } = outcome.proposal;
      const { became, why } = outcome;
      return { ...one, became, why, cutOut: pictureOf(outcome) };
    });
    const refused = read.refused.map(({ problem }) => problem);
    const told = { folder, asOf: context.asOf, dryRun: isDryRun, proposals, refused };
    io.out(JSON.stringify({ ...told, rest: isDryRun || left.length === 0 ? null : rest }, null, 2));
  } else {
    const count = (kind: Sorted): number => outcomes.filter(({ became }) => became === kind).length;
    for (const one of outcomes) {
      if (isFresh(one.proposal.source.input.name)) io.out(lineOf(one, pictureOf(one)));
    }
    io.out(
      `${isDryRun ? 'would record' : 'recorded'} ${count('recorded')}; ${count('already')} stood in the ledgers already; proposed ${count('proposed')}, refused ${count('refused') + read.refused.length}`,
    );
    if (isDryRun) io.out('nothing was written');
    else if (left.length > 0) io.out(`to look at: ${rest}/rest.csv`);
  }
  return read.refused.length === 0 && outcomes.every(({ became }) => became !== 'refused');
};

/** `npm run -s track -- scan`, with readers of scans that `open` opens, and a watch that `pause` paces. */
export const scanWith = (open: OpenReaders, pause: Pause = pauseBetween): Command => ({
  help: `
npm run -s track -- scan FOLDER [--office ID] [--take PLACE]... [--rest FOLDER] [--watch] [--dry-run] [--as-of YYYY-MM-DD] [--json]

Stamped copies come home: reads the scans and photos in a folder (docs/scans.md). The QR code at the foot of a copy names
the circular and the office that passed it on; the receipt stamp gives number, day and time. Each stamp is a proposed
movement. Nothing is recorded by itself: what you compared with the paper you take with --take. All other proposals go
to a table with a picture of each stamp beside it; files that cannot be read, or are no scans, are named with the reason
(--json: refused). Pages are read once: a run that was ended goes on where it was.

  --office   the office whose stamps these are, where a stamp does not name it: p50, d5009, or its full name
  --take     a proposal that you compared with the paper and want recorded as it was read, by its place as it was listed;
             may be repeated. Where the reading is wrong, record it by npm run -s track -- record instead
  --rest     folder for the table and the pictures (default: FOLDER.rest)
  --watch    goes on looking at the folder, as of a scanner, until it is ended (Ctrl+C), and reads each file once it is
             whole. Takes nothing: run the command again with --take
  --dry-run  shows what would be recorded, writes nothing but the cache of read pages

  npm run -s track -- scan from-provinces
  npm run -s track -- scan from-provinces --take nan/scan-004.jpg --take "all.pdf#12"
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      office: { type: 'string' },
      take: { type: 'string', multiple: true },
      rest: { type: 'string' },
      watch: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError('Give one folder of scans.');
    if (values.watch && (values.take !== undefined || values.json)) {
      throw new UsageError('--watch takes nothing and prints lines: leave out --take and --json.');
    }
    const rest = values.rest ?? `${folder.replace(/[\\/]+$/, '')}.rest`;
    const isDryRun = values['dry-run'] === true;
    const { office, take = [] } = values;
    const asked: Asked = { folder, office, take, rest, isDryRun, values };
    // What is wrong with the question is said before hours of reading.
    const { root, json } = (await outcomesOf([], { ...asked, take: [] }, io)).context;
    const progress = json ? () => undefined : io.out;
    const scanning = await openScanning(root, open, { pages: null, progress });
    if (values.watch) {
      io.out(`watching ${folder}; end it with Ctrl+C`);
      const tell = async (files: readonly FilePages[], fresh: ReadonlySet<string>) => {
        await conclude(files, asked, io, (input) => fresh.has(input));
      };
      await watchFolder(io.cwd, folder, scanning, tell, pause).finally(scanning.close);
      return EXIT.ok;
    }
    const files = await readFolder(io.cwd, folder, scanning).finally(scanning.close);
    return (await conclude(files, asked, io, () => true)) ? EXIT.ok : EXIT.failed;
  },
});

/** `npm run -s track -- scan`. */
export const scan: Command = scanWith(openOwnReaders);
