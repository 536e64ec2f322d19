import { asExchange, EXCHANGE_FIELDS } from '#core/tracking/exchange.ts';
import { effectiveMovements, isKnownOn, MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { csvCell, csvLine } from '#store/csv/table.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { movementLine } from '#store/ledger/write-ledger.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { findCircular, openContext, openLedger, readArgs, type TrackContext } from './context.ts';
import { exportParquet } from './export-parquet.ts';

const FORMATS = ['csv', 'json', 'ecms-csv', 'ecms-json'] as const;
type Format = (typeof FORMATS)[number];

/** One circular's part of an export: lines of CSV, or objects for JSON. */
const partOf = (
  context: TrackContext,
  record: CircularRecord,
  format: Format,
): readonly string[] => {
  const { id, circular, coveringLetters } = record;
  const ledger = openLedger(context, record);
  const known = ledger.recorded().filter((one) => isKnownOn(one, context.asOf));
  if (format === 'csv') return known.map((one) => `${csvCell(id)},${movementLine(one)}`);
  if (format === 'json') return known.map((one) => JSON.stringify({ circular: id, ...one }));
  const effective = effectiveMovements(known);
  const rows = asExchange(id, circular, coveringLetters, ledger.route, effective, context.nameOf);
  return format === 'ecms-json'
    ? rows.map((one) => JSON.stringify(one))
    : rows.map((one) => csvLine(EXCHANGE_FIELDS.map((field) => one[field])));
};

/** Writes circular by circular, so that a whole year never lies in memory. */
const writeAll = (
  context: TrackContext,
  records: readonly CircularRecord[],
  format: Format,
  io: CommandIo,
): void => {
  const isJson = format === 'json' || format === 'ecms-json';
  if (isJson) {
    const name = format === 'json' ? 'movements' : 'letters';
    io.out(`{"asOf":${JSON.stringify(context.asOf)},"${name}":[`);
  } else {
    io.out(csvLine(format === 'csv' ? ['circular', ...MOVEMENT_COLUMNS] : EXCHANGE_FIELDS));
  }
  let before = '';
  for (const record of records) {
    const part = partOf(context, record, format);
    if (part.length === 0) continue;
    io.out(isJson ? `${before}${part.join(',\n')}` : part.join('\n'));
    before = ',';
  }
  if (isJson) io.out(']}');
};

export const exportMovements: Command = {
  help: `
npm run -s track -- export [CIRCULAR] [--format csv|json|ecms-csv|ecms-json] [--as-of YYYY-MM-DD]
npm run -s track -- export [CIRCULAR] --parquet DIR [--dry-run] [--as-of YYYY-MM-DD]

Writes the movements of one circular, or of all, to standard output. csv and json have the columns of movements.csv,
corrections as they were recorded; the ecms formats have the movements that stand, with the field names of the e-CMS
letter exchange (LetterID, CorrespondenceDate, AcceptID, SpeedCode ...), and leave out what is doubtful or not on file.
Several references or attachments in a field are parted by "; ". Fields that it does not have begin with Wian. --json is
--format json.

--parquet writes Parquet by province and year of the letter into DIR, a new or empty folder or an earlier export: the movements,
and what the report counts of each office (docs/parquet.md). --dry-run checks all that would be written.

  npm run -s track -- export dla-x-wx-0325 --format csv > movements.csv
  npm run -s track -- export --format ecms-json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      format: { type: 'string' },
      parquet: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    });
    if (values['dry-run'] && values.parquet === undefined)
      throw new UsageError('--dry-run goes with --parquet: without it nothing is written.');
    if (positionals.length > 1) throw new UsageError('Give one circular, or none for all.');
    const asked = values.format ?? (values.json ? 'json' : 'csv');
    const format = FORMATS.find((one) => one === asked);
    if (!format) throw new UsageError(`--format ${asked}: there are ${FORMATS.join(', ')}.`);
    const context = await openContext(io, values);
    const records =
      positionals[0] === undefined ? context.records : [findCircular(context, positionals[0])];
    // A faulty ledger stops an export before anything of it is written.
    for (const record of records) openLedger(context, record);
    if (values.parquet === undefined) {
      writeAll(context, records, format, io);
      return EXIT.ok;
    }
    if (values['dry-run']) {
      io.out(`${values.parquet}: ${records.length} circulars would be written`);
      return EXIT.ok;
    }
    const files = exportParquet(context, records, values.parquet);
    io.out(`${values.parquet}: ${files} files written`);
    return EXIT.ok;
  },
};
