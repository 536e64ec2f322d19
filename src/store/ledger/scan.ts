import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { NOBODY, type Route } from '#core/office/route.ts';
import type { Problem } from '#core/problem.ts';
import {
  isGroup,
  MOVEMENT_COLUMNS,
  MOVEMENT_KINDS,
  type Movement,
  movementOfRow,
} from '#core/tracking/movement.ts';
import { mayBeKey, OF_REGISTER } from '#core/tracking/row-rules.ts';
import {
  ACKNOWLEDGED,
  CERTAIN,
  DONE,
  dayOf,
  growTable,
  type MovementTable,
  NO_DAY,
  RECEIVED,
  type Recipients,
  recipientsOf,
  SENT,
  trustOf,
  VOID,
} from '#core/tracking/table.ts';
import { validate } from '#schema/issue-problem.ts';
import { movement } from '#schema/movement.ts';
import { csvLine } from '#store/csv/table.ts';
import { beginsWith, dayIn, integerIn, isLetterNumberIn, isTimeIn } from './bytes.ts';
import type { OfficeHash } from './office-hash.ts';
import { unendedRow } from './read-ledger.ts';

/** What reading ledgers over one route needs; made once, used for every ledger. */
export interface LedgerScanner {
  readonly route: Route;
  readonly hash: OfficeHash;
  /** Recipients by the text of the column, which repeats from ledger to ledger. */
  readonly recipients: Map<string, Recipients | null>;
}

const HEAD = Buffer.from(`${MOVEMENT_COLUMNS.join(',')}\n`);
const WIDTH = MOVEMENT_COLUMNS.length;
const [COMMA, LINE_FEED, QUOTE, RETURN] = [0x2c, 0x0a, 0x22, 0x0d];
const MAX_PROBLEMS = 100;
const MAX_REMEMBERED = 100_000;

const column = (name: (typeof MOVEMENT_COLUMNS)[number]): number => MOVEMENT_COLUMNS.indexOf(name);
const [KIND, OFFICE, DATE, TIME] = [
  column('kind'),
  column('office'),
  column('date'),
  column('time'),
];
const [NUMBER, TO, DOUBT, SOURCE] = [
  column('number'),
  column('to'),
  column('doubt'),
  column('source'),
];
const CORRECTS = column('corrects');
const REGISTER = Buffer.from(OF_REGISTER);

const KIND_BYTES = [SENT, RECEIVED, ACKNOWLEDGED, DONE].map((kind) => ({
  kind,
  name: Buffer.from(MOVEMENT_KINDS[kind] as string),
}));

/** The kind whose name stands there, -1 for none and for corrections, which are never plain. */
const kindIn = (bytes: Uint8Array, start: number, end: number): number => {
  for (const { kind, name } of KIND_BYTES) {
    if (name.length === end - start && beginsWith(bytes, start, name)) return kind;
  }
  return -1;
};

const rememberedRecipients = (
  scanner: LedgerScanner,
  bytes: Buffer,
  start: number,
  end: number,
): Recipients | null => {
  const text = bytes.toString('latin1', start, end);
  const known = scanner.recipients.get(text);
  if (known !== undefined) return known;
  const to = text.split(';');
  const isKnown = to.every((one) => isGroup(one) || scanner.route.indexOf.has(one));
  const found = isKnown ? recipientsOf(to, scanner.route) : null;
  if (scanner.recipients.size >= MAX_REMEMBERED) scanner.recipients.clear();
  scanner.recipients.set(text, found);
  return found;
};

/**
 * Takes a row in its plain form: nothing doubtful, quoted or corrected, everything well formed. False for any other,
 * which is then read in full.
 */
const takePlain = (
  scanner: LedgerScanner,
  table: MovementTable,
  bytes: Buffer,
  cells: Int32Array,
): boolean => {
  const start = (at: number): number => (cells[at] as number) + 1;
  const end = (at: number): number => cells[at + 1] as number;
  const isEmpty = (at: number): boolean => start(at) === end(at);
  if (!isEmpty(DOUBT) || !isEmpty(CORRECTS) || isEmpty(SOURCE)) return false;
  const row = table.count;
  if (integerIn(bytes, start(0), end(0)) !== row + 1 || bytes[start(0)] === 0x30) return false;
  const kind = kindIn(bytes, start(KIND), end(KIND));
  if (kind < 0) return false;
  const office = scanner.hash.find(bytes, start(OFFICE), end(OFFICE));
  const day = dayIn(bytes, start(DATE), end(DATE));
  if (office === NOBODY || day === NO_DAY) return false;
  if (!isEmpty(TIME) && !isTimeIn(bytes, start(TIME), end(TIME))) return false;
  if (kind === SENT) {
    if (isEmpty(TO) || !isLetterNumberIn(bytes, start(NUMBER), end(NUMBER))) return false;
    const to = rememberedRecipients(scanner, bytes, start(TO), end(TO));
    if (to === null) return false;
    table.to[row] = to;
  } else if (!isEmpty(TO)) return false;
  if (!beginsWith(bytes, start(SOURCE), REGISTER)) {
    const source = bytes.toString('utf8', start(SOURCE), end(SOURCE)).trim();
    if (mayBeKey(source)) table.keys.add(source);
  }
  table.kind[row] = kind;
  table.office[row] = office;
  table.day[row] = day;
  table.trust[row] = CERTAIN;
  return true;
};

const cellsOfLine = (line: string): string[] | null => {
  try {
    return (parse(line) as string[][])[0] ?? null;
  } catch {
    return null;
  }
};

type Said = Omit<Problem, 'file' | 'line'>;

/** Where the cell of a field begins in its line, in characters from 1; undefined for a fault of the whole row. */
const columnOf = (cells: readonly string[], field: string): number | undefined => {
  const at = (MOVEMENT_COLUMNS as readonly string[]).indexOf(field);
  if (at < 0) return undefined;
  return at === 0 ? 1 : csvLine(cells.slice(0, at)).length + 2;
};

/** One line of a ledger read in full: the movement, or what is wrong with the line. */
const readLine = (line: string, no: number): { movement: Movement | null; said: Said[] } => {
  const cells = cellsOfLine(line);
  if (cells?.length !== WIDTH) {
    const what = cells
      ? `the row has ${cells.length} cells, not ${WIDTH}`
      : 'the row cannot be read as CSV';
    const fix =
      'Give every row the columns of the heading; quote a cell that holds a comma or a quote.';
    const column = cells ? line.length + 1 : line.indexOf('"') + 1;
    return { movement: null, said: [{ what, fix, column }] };
  }
  const row = Object.fromEntries(MOVEMENT_COLUMNS.map((name, at) => [name, cells[at] as string]));
  const { data, problems } = validate(movement as z.ZodType, row);
  const said: Said[] = problems.map(({ path, ...rest }) => {
    const field = String(path[0] ?? '');
    return { field, column: columnOf(cells, field), ...rest };
  });
  if (row.no !== String(no)) {
    said.push({
      field: 'no',
      column: 1,
      what: `the row has the number ${row.no}, and is the ${no}. of the ledger`,
      why: 'Rows are only ever added at the end; a gap or a swap means that one was lost or moved.',
      fix: 'Restore the file from the version history, then record again with npm run track -- record.',
    });
  }
  return { movement: said.length > 0 ? null : (data as Movement), said };
};

const unknownOffices = ({ office, to }: Movement, line: string, route: Route): Said[] =>
  [['office', office] as const, ...to.map((one) => ['to', one] as const)].flatMap(([field, id]) =>
    (field === 'to' && isGroup(id)) || route.indexOf.has(id)
      ? []
      : [
          {
            field,
            column: columnOf(cellsOfLine(line) ?? [], field),
            what: `${id} is not in the registry`,
            fix: 'Correct the id (npm run registry -- find TEXT), or add the office to the registry.',
          },
        ],
  );

const takeFull = (scanner: LedgerScanner, table: MovementTable, line: string): Said[] => {
  const row = table.count;
  const { movement: read, said } = readLine(line, row + 1);
  const problems = read ? unknownOffices(read, line, scanner.route) : said;
  const office = read ? scanner.route.indexOf.get(read.office) : undefined;
  // A faulty row keeps its place, so that the rows after it are still counted right.
  table.kind[row] = read && office !== undefined ? MOVEMENT_KINDS.indexOf(read.kind) : VOID;
  table.office[row] = office ?? 0;
  table.day[row] = NO_DAY;
  table.trust[row] = 0;
  if (!read || office === undefined) return problems;
  table.day[row] = dayOf(read);
  table.trust[row] = trustOf(read);
  if (read.kind === 'sent') table.to[row] = recipientsOf(read.to, scanner.route);
  if (read.kind === 'corrected') table.hasCorrections = true;
  if (mayBeKey(read.source)) table.keys.add(read.source);
  return problems;
};

const wholeFileProblem = (bytes: Buffer, length: number, file: string): Problem | null => {
  const head = bytes.subarray(0, Math.min(length, HEAD.length));
  if (!head.equals(HEAD)) {
    return {
      file,
      line: 1,
      what: length === 0 ? 'the ledger is empty' : 'the heading is not that of a ledger',
      fix: `Write the heading "${MOVEMENT_COLUMNS.join(',')}", ended by a line feed alone.`,
    };
  }
  if (!isUtf8(bytes.subarray(0, length))) {
    return {
      file,
      what: 'the ledger is not UTF-8',
      fix: 'Save it as UTF-8 without a byte-order mark.',
    };
  }
  if (bytes[length - 1] === LINE_FEED) return null;
  return unendedRow(file);
};

/**
 * Reads a ledger, the first `length` bytes of `bytes`, into a table. It walks the bytes and makes no strings for
 * plain rows. Faulty rows stay out of the figures; at most 100 problems of one ledger are reported.
 */
export const scanLedger = (
  scanner: LedgerScanner,
  bytes: Buffer,
  length: number,
  file: string,
  table: MovementTable,
): Problem[] => {
  table.count = 0;
  table.hasCorrections = false;
  table.keys.clear();
  const whole = wholeFileProblem(bytes, length, file);
  if (whole) return [whole];
  const problems: Problem[] = [];
  const cells = new Int32Array(WIDTH + 1);
  for (let start = HEAD.length; start < length; ) {
    if (table.count === table.kind.length) growTable(table);
    let commas = 0;
    let isPlain = true;
    cells[0] = start - 1;
    let at = start;
    for (let byte = bytes[at] as number; byte !== LINE_FEED; byte = bytes[++at] as number) {
      if (byte === COMMA) {
        if (++commas < WIDTH) cells[commas] = at;
      } else if (byte === QUOTE || byte === RETURN) isPlain = false;
    }
    cells[WIDTH] = at;
    table.start[table.count] = start;
    if (!isPlain || commas !== WIDTH - 1 || !takePlain(scanner, table, bytes, cells)) {
      const said = takeFull(scanner, table, bytes.toString('utf8', start, at));
      if (problems.length < MAX_PROBLEMS) {
        problems.push(...said.map((one) => ({ file, line: table.count + 2, ...one })));
      }
    }
    table.count++;
    start = at + 1;
  }
  return problems;
};

const lineAt = (bytes: Buffer, start: number): string =>
  bytes.toString('utf8', start, bytes.indexOf(LINE_FEED, start));

/**
 * A row that was scanned and found sound, as a movement with all its fields. Nothing is checked again, which makes it
 * some twenty times as fast as reading the row in full.
 */
export const validMovementAt = (bytes: Buffer, table: MovementTable, row: number): Movement => {
  const line = lineAt(bytes, table.start[row] as number);
  const cells = line.includes('"') ? (cellsOfLine(line) as string[]) : line.split(',');
  return movementOfRow(cells.map((cell) => cell.trim()));
};

/** Every movement of a ledger that was scanned without a fault, in the order of recording. */
export const validMovements = (bytes: Buffer, table: MovementTable): Movement[] =>
  Array.from({ length: table.count }, (_, row) => validMovementAt(bytes, table, row));
