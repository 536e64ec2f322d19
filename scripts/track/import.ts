import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import type { Movement } from '#core/tracking/movement.ts';
import { dayOfPage, readEntry } from '#core/tracking/register/entry.ts';
import { type Headings, readHeadings } from '#core/tracking/register/headings.ts';
import {
  isRecorded,
  letterFinder,
  matchEntry,
  type Verdict,
} from '#core/tracking/register/match.ts';
import { csvLine } from '#store/csv/table.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { appendMovements, type NewMovement } from '#store/ledger/write-ledger.ts';
import { readRegister } from '#store/register/read-register.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { openContext, readArgs, requireOffice, type TrackContext } from './context.ts';

const HEADING_WITHIN = 50;

interface Planned {
  readonly circular: string;
  readonly ledger: string;
  readonly line: number;
  readonly movement: NewMovement;
}

interface Shown {
  readonly line: number;
  readonly verdict: Verdict;
  readonly circular: string | null;
  readonly reasons: readonly string[];
}

/** Reads a register row by row; what is not matched is handed to `keep` as it stands. */
const readAll = async (
  context: TrackContext,
  path: string,
  file: string,
  office: string,
  known: Headings['kind'] | null,
  keep: (line: string) => Promise<void>,
) => {
  const finder = letterFinder(context.records);
  const counts: Record<Verdict, number> = { matched: 0, doubtful: 0, unknown: 0, refused: 0 };
  const planned: Planned[] = [];
  const doubtful: Shown[] = [];
  let headings: Headings | null = null;
  let page: string | null = null;
  let before = 0;
  for await (const { line, cells } of readRegister(path, file)) {
    const heading = readHeadings(cells, known);
    if (heading) {
      headings = heading;
      continue;
    }
    page = dayOfPage(cells) ?? page;
    if (!headings) {
      if (++before > HEADING_WITHIN) break;
      continue;
    }
    if (dayOfPage(cells)) continue;
    const entry = readEntry(cells, headings, page);
    if (!entry) continue;
    const found = matchEntry(
      entry,
      headings.kind,
      office,
      `register:${basename(file)}`,
      finder,
      context.registry,
    );
    counts[found.verdict]++;
    const ledger = context.records.find(({ id }) => id === found.circular)?.ledger;
    if (found.movement && found.circular && ledger) {
      const late = found.movement.date !== undefined && found.movement.date > context.asOf;
      if (!late) planned.push({ circular: found.circular, ledger, line, movement: found.movement });
      else {
        counts.matched--;
        counts.doubtful++;
        doubtful.push({
          line,
          verdict: 'doubtful',
          circular: found.circular,
          reasons: [`${found.movement.date} has not come yet`],
        });
        await keep(
          csvLine([
            String(line),
            'doubtful',
            `${found.movement.date} has not come yet`,
            found.circular,
            ...cells,
          ]),
        );
      }
      continue;
    }
    if (found.verdict === 'doubtful') doubtful.push({ line, ...found });
    const copied = found.verdict === 'refused' ? [] : cells;
    await keep(
      csvLine([
        String(line),
        found.verdict,
        found.reasons.join('; '),
        found.circular ?? '',
        ...copied,
      ]),
    );
  }
  if (!headings) {
    throw new ProblemError([
      {
        file,
        what: 'no row of it is the heading of a register',
        why: 'A heading names at least ที่ (letter number), เรื่อง or ลงวันที่, and one more column of form 13 or 14.',
        mend: 'Add the row of headings above the entries, then import it again.',
      },
    ]);
  }
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  if (total === 0) {
    throw new ProblemError([
      { file, what: 'the register has no entries', mend: 'Export it again with its rows.' },
    ]);
  }
  return { kind: headings.kind, counts, planned, doubtful };
};

const newOnes = (recorded: readonly Movement[], planned: readonly Planned[]): NewMovement[] => {
  const added: NewMovement[] = [];
  for (const { movement } of planned) {
    const soFar = [...recorded, ...added.map((one) => ({ ...one, no: 0 }))];
    if (!isRecorded(soFar, movement)) added.push(movement);
  }
  return added;
};

const recordedIn = (root: string, ledger: string): Movement[] => {
  const path = join(root, ledger);
  return existsSync(path) ? parseLedger(readFileSync(path, 'utf8'), ledger) : [];
};

export const importRegister: Command = {
  help: `
npm run -s track -- import REGISTER --office ID [--kind received|sent] [--rest FILE] [--dry-run] [--json]

Takes over a register that an office keeps anyway: ทะเบียนหนังสือรับ (form 13) or ทะเบียนหนังสือส่ง (form 14), as CSV (UTF-8,
UTF-16 or Windows-874) or XLSX. Thai headings in the usual spellings, Thai digits, B.E. dates, title rows above the
headings and rows that give the day of a page are understood. Entries are matched to known circulars by number, date
and issuer; what is recorded already is not recorded again. Nothing unmatched is dropped: it goes to a file to look at.

  --office   whose register it is: p50, d5009
  --kind     which register, where its headings do not say
  --rest     where doubtful and unknown entries go (default: REGISTER.rest.csv)
  --dry-run  shows what would be recorded, writes nothing

  npm run -s track -- import register-2568.csv --office d5009 --dry-run
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      office: { type: 'string' },
      kind: { type: 'string' },
      rest: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Give one register.');
    if (values.office === undefined)
      throw new UsageError('--office is missing: whose register is it?');
    const { kind = null } = values;
    if (kind !== null && kind !== 'received' && kind !== 'sent')
      throw new UsageError(`--kind ${kind}: give received or sent.`);
    const context = await openContext(io, values);
    const office = requireOffice(context, values.office);
    const path = resolve(context.root, file);
    const rest = resolve(context.root, values.rest ?? `${file}.rest.csv`);
    const isDryRun = values['dry-run'];
    const aside = `${rest}.new-${process.pid}`;
    let stream: ReturnType<typeof createWriteStream> | null = null;
    const keep = async (line: string): Promise<void> => {
      if (isDryRun) return;
      stream ??= createWriteStream(aside).on('error', () => {});
      if (stream.bytesWritten === 0 && stream.writableLength === 0)
        stream.write('line,verdict,reason,circular,entry\n');
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    };
    try {
      const read = await readAll(context, path, file, office, kind, keep);
      const byLedger = Map.groupBy(read.planned, ({ ledger }) => ledger);
      let added = 0;
      for (const [ledger, planned] of byLedger) {
        added += isDryRun
          ? newOnes(recordedIn(context.root, ledger), planned).length
          : appendMovements(context.root, ledger, (recorded) => newOnes(recorded, planned)).length;
      }
      const left = read.counts.doubtful + read.counts.unknown + read.counts.refused;
      if (stream) {
        const ending = stream as ReturnType<typeof createWriteStream>;
        ending.end();
        await once(ending, 'close');
        renameSync(aside, rest);
      }
      if (context.json) {
        io.out(
          JSON.stringify(
            {
              register: file,
              office,
              kind: read.kind,
              dryRun: isDryRun,
              counts: read.counts,
              added,
              alreadyRecorded: read.planned.length - added,
              matched: read.planned.map(({ line, circular, movement }) => ({
                line,
                circular,
                movement,
              })),
              doubtful: read.doubtful,
              rest: isDryRun || left === 0 ? null : rest,
            },
            null,
            2,
          ),
        );
      } else {
        const { matched, doubtful, unknown, refused } = read.counts;
        io.out(`${file}: register of letters ${read.kind} of ${context.nameOf(office)}`);
        for (const { line, circular, movement } of read.planned)
          io.out(
            `  matched   line ${line} -> ${circular}: ${movement.kind} ${movement.date} under ${movement.number}`,
          );
        for (const { line, circular, reasons } of read.doubtful)
          io.out(`  doubtful  line ${line} -> ${circular ?? '?'}: ${reasons.join('; ')}`);
        io.out(
          `matched ${matched}, doubtful ${doubtful}, unknown ${unknown}${refused ? `, refused as secret ${refused}` : ''}; ${isDryRun ? 'would record' : 'recorded'} ${added}, ${read.planned.length - added} were recorded already`,
        );
        if (left > 0) io.out(isDryRun ? 'nothing was written' : `to look at: ${rest}`);
      }
      return EXIT.ok;
    } catch (error) {
      (stream as ReturnType<typeof createWriteStream> | null)?.destroy();
      rmSync(aside, { force: true });
      throw error;
    }
  },
};
