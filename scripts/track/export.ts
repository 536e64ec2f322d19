import { MOVEMENT_COLUMNS, type Movement, standingMovements } from '#core/tracking/movement.ts';
import { csvLine } from '#store/csv/table.ts';
import { readLedger } from '#store/ledger/read-ledger.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { movementLine } from '#store/ledger/write-ledger.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { findCircular, openContext, readArgs } from './context.ts';

const SPEED_CODES = {
  normal: '001',
  urgent: '002',
  'very-urgent': '003',
  'most-urgent': '004',
} as const;
const SECRET_CODE_NORMAL = '001';

/** One movement with the field names of the e-CMS letter exchange; empty where there is no certain value. */
const asExchange = (
  { id, circular }: CircularRecord,
  movement: Movement,
  nameOf: (id: string) => string,
) => {
  const { letter } = circular;
  const isSent = movement.kind === 'sent';
  return {
    Message: isSent
      ? 'CorrespondenceLetterOutboundRequest'
      : movement.kind === 'received'
        ? 'AcceptLetterNotifier'
        : movement.kind,
    LetterID: letter.number.doubt ? '' : (letter.number.value ?? ''),
    CorrespondenceDate: letter.date.doubt ? '' : (letter.date.value ?? ''),
    Subject: letter.subject.value ?? '',
    SpeedCode: letter.urgency.value === null ? '' : SPEED_CODES[letter.urgency.value],
    SecretCode: SECRET_CODE_NORMAL,
    SenderParty: isSent ? nameOf(movement.office) : '',
    ReceiverParty: isSent ? movement.to.join(';') : nameOf(movement.office),
    AcceptID: movement.kind === 'received' && !movement.doubt.number ? (movement.number ?? '') : '',
    SendDate: isSent && !movement.doubt.date ? (movement.date ?? '') : '',
    ProcessTime:
      !isSent && !movement.doubt.date && movement.date
        ? `${movement.date}${movement.time ? `T${movement.time}:00+07:00` : ''}`
        : '',
    Description:
      Object.keys(movement.doubt).length > 0
        ? `needs checking: ${movement.read ?? Object.keys(movement.doubt).join(' ')}`
        : '',
    WianCircular: id,
    WianMovement: String(movement.no),
    WianOffice: movement.office,
    WianNumber: movement.number ?? '',
  };
};

export const exportMovements: Command = {
  help: `
npm run -s track -- export [CIRCULAR] [--format csv|json|ecms-csv|ecms-json]

Writes the movements of one circular, or of all, to standard output. csv and json have the columns of movements.csv;
the ecms formats name the fields as the e-CMS letter exchange does (LetterID, CorrespondenceDate, AcceptID, SpeedCode
...) and leave out what is doubtful; fields that it does not have begin with Wian. --json is --format json.

  npm run -s track -- export dla-x-wx-0325 --format csv > movements.csv
  npm run -s track -- export --format ecms-json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { format: { type: 'string' } });
    if (positionals.length > 1) throw new UsageError('Give one circular, or none for all.');
    const format = values.format ?? (values.json ? 'json' : 'csv');
    if (!['csv', 'json', 'ecms-csv', 'ecms-json'].includes(format))
      throw new UsageError(`--format ${format}: there are csv, json, ecms-csv and ecms-json.`);
    const context = await openContext(io, values);
    const records =
      positionals[0] === undefined ? context.records : [findCircular(context, positionals[0])];
    const rows: { record: CircularRecord; movement: Movement }[] = [];
    for (const record of records) {
      const all = await readLedger(context.root, record.ledger);
      const chosen = format.startsWith('ecms') ? standingMovements(all) : all;
      rows.push(
        ...chosen
          .filter(({ date }) => date === undefined || date <= context.asOf)
          .map((movement) => ({ record, movement })),
      );
    }
    const exchange = rows.map(({ record, movement }) =>
      asExchange(record, movement, context.nameOf),
    );
    if (format === 'json')
      io.out(
        JSON.stringify(
          {
            asOf: context.asOf,
            movements: rows.map(({ record, movement }) => ({ circular: record.id, ...movement })),
          },
          null,
          2,
        ),
      );
    else if (format === 'ecms-json')
      io.out(JSON.stringify({ asOf: context.asOf, letters: exchange }, null, 2));
    else if (format === 'csv') {
      io.out(csvLine(['circular', ...MOVEMENT_COLUMNS]));
      for (const { record, movement } of rows) io.out(`${record.id},${movementLine(movement)}`);
    } else {
      for (const [at, one] of exchange.entries()) {
        if (at === 0) io.out(csvLine(Object.keys(one)));
        io.out(csvLine(Object.values(one)));
      }
    }
    return EXIT.ok;
  },
};
