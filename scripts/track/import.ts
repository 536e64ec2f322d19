import { basename, resolve } from 'node:path';
import type { Movement } from '#core/tracking/movement.ts';
import { type Additions, planAdditions } from '#core/tracking/register/plan.ts';
import { readContentText } from '#store/files/content-file.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { appendMovements } from '#store/ledger/write-ledger.ts';
import { beginRestFile, NO_REST_FILE } from '#store/register/rest-file.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { openContext, readArgs, requireOffice, type TrackContext } from './context.ts';
import {
  type ClassifiedMovement,
  classifyRegister,
  describeDoubtful,
  type ImportRequest,
  placeOfRow,
} from './import/classify.ts';
import { importData, importText } from './import/result.ts';

const recordedIn = (root: string, ledger: string): Movement[] => {
  const text = readContentText(root, ledger);
  return text === null ? [] : parseLedger(text, ledger);
};

/** Adds what is planned for one ledger, or only tells what would be added. */
const addTo = (
  context: TrackContext,
  planned: readonly [ClassifiedMovement, ...ClassifiedMovement[]],
  isDryRun: boolean,
): Additions<ClassifiedMovement> => {
  const [{ circular }] = planned;
  const { record } = circular;
  const letterDate = record.circular.letter.date;
  const ledger = { file: record.ledger, circular: record.id, letterDate };
  const route = context.routeOf(record);
  const sort = (recorded: readonly Movement[]): Additions<ClassifiedMovement> =>
    planAdditions(recorded, planned, route, ledger, context.asOf);
  if (isDryRun) return sort(recordedIn(context.root, record.ledger));
  let additions: Additions<ClassifiedMovement> = { added: [], already: [], refused: [] };
  appendMovements(context.root, record.ledger, (recorded) => {
    additions = sort(recorded);
    return additions.added.map(({ movement }) => movement);
  });
  return additions;
};

const readPlaces = (given: string | undefined): Set<string> => {
  const places = (given ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  if (places.every((one) => /^(?:.+!)?[1-9]\d*$/.test(one))) return new Set(places);
  throw new UsageError(
    `--take ${given}: give lines of the register, parted by commas: 4,9 (of a workbook: SHEET!4).`,
  );
};

export const importRegister: Command = {
  help: `
npm run -s track -- import REGISTER --office ID [--kind received|sent] [--take LINES] [--rest FILE] [--dry-run]
                    [--as-of YYYY-MM-DD] [--json]

Takes over a register that an office keeps anyway: ทะเบียนหนังสือรับ (form 13) or ทะเบียนหนังสือส่ง (form 14), as CSV (UTF-8,
UTF-16 or Windows-874), XLSX, ODS, or a web page that a system named .xls. Every sheet is read, or named with the reason.
Thai headings in the usual spellings, in one row or two, Thai digits, B.E. dates, title rows above the headings and rows
that give the day of a page are understood; what a spreadsheet broke (2568 as a year of the Common Era, 9.3 for 09.30) is
taken where it can mean one thing only. Letters received are matched to known circulars by number, date and issuer;
letters sent by number, date, the office and its addressees. What is recorded already is not recorded again. Nothing
unmatched is dropped: it goes to a file to look at. Of letters marked as secret anywhere in their row nothing is copied
but the line. More in docs/registers.md.

  --office   whose register it is: p50, d5009, or its full name
  --kind     which register, where its headings do not say
  --take     lines of doubtful entries that you looked at and want recorded after all: 4,9; of a workbook SHEET!4
  --rest     where doubtful and unknown entries go (default: REGISTER.rest.csv)
  --dry-run  shows what would be recorded, writes nothing

  npm run -s track -- import register-2568.csv --office d5009 --dry-run
  npm run -s track -- import sent-2568.xlsx --office p50 --take 12,40
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      office: { type: 'string' },
      kind: { type: 'string' },
      take: { type: 'string' },
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
    const take = readPlaces(values.take);
    const context = await openContext(io, values);
    const request: ImportRequest = {
      path: resolve(context.root, file),
      file,
      source: `register:${basename(file)}`,
      office: requireOffice(context, values.office),
      kind,
      take,
    };
    const isDryRun = values['dry-run'];
    const restName = values.rest ?? `${file}.rest.csv`;
    const rest = isDryRun
      ? NO_REST_FILE
      : await beginRestFile(resolve(context.root, restName), restName);
    try {
      const classified = await classifyRegister(context, request, rest);
      const added: ClassifiedMovement[] = [];
      for (const planned of Map.groupBy(classified.planned, ({ circular }) => circular).values()) {
        const done = addTo(context, planned as [ClassifiedMovement], isDryRun);
        added.push(...done.added);
        classified.counts.recorded += done.already.length;
        classified.counts.matched -= done.already.length + done.refused.length;
        for (const { planned: one, reason } of done.refused) {
          const { sheet, line, cells, heading } = one;
          const circular = one.circular.id;
          describeDoubtful(classified, { sheet, line, circular, reasons: [reason] });
          const place = placeOfRow(sheet, line);
          await rest.add({ place, verdict: 'doubtful', reason, circular, cells }, heading);
        }
      }
      await rest.finish();
      const { counts } = classified;
      const hasRest = counts.doubtful + counts.unknown + counts.refused > 0;
      const report = { request, classified, added, isDryRun, rest: hasRest ? restName : null };
      io.out(context.json ? importData(context, report) : importText(context, report));
      return EXIT.ok;
    } catch (error) {
      await rest.abandon();
      throw error;
    }
  },
};
