import { MOVEMENT_COLUMNS, MOVEMENT_KINDS, type Movement } from '#core/tracking/movement.ts';
import { CERTAIN, type MovementTable, RECEIVED, SENT } from '#core/tracking/table.ts';
import { numberUsed } from '#core/tracking/verify.ts';
import { validMovementAt } from './scan.ts';

/**
 * Finds numbers that may have been used twice among tens of millions, in two passes over the ledgers: every number is
 * marked by its hash in a set of bits, and a number whose mark was there already is a candidate. The second pass
 * compares candidates in full. Two numbers may share a mark; one used twice is never missed.
 */
export interface NumberMarks {
  /** First pass: marks the numbers of a ledger without corrections, row by row, without making strings. */
  readonly markRows: (bytes: Buffer, table: MovementTable) => void;
  /** First pass for one movement that was read in full. */
  readonly mark: (movement: Movement) => void;
  /** Whether any number may have been used twice. */
  readonly hasCandidates: () => boolean;
  /** Second pass: the rows of a ledger without corrections whose numbers may have been used twice. */
  readonly candidateRows: (bytes: Buffer, table: MovementTable) => number[];
  readonly isCandidate: (movement: Movement) => boolean;
}

const [COMMA, LINE_FEED, QUOTE, TAB] = [0x2c, 0x0a, 0x22, 0x09];
const WIDTH = MOVEMENT_COLUMNS.length;
const column = (name: (typeof MOVEMENT_COLUMNS)[number]): number => MOVEMENT_COLUMNS.indexOf(name);
const [OFFICE, DATE, NUMBER] = [column('office'), column('date'), column('number')];
const [DESK, DOUBT] = [column('desk'), column('doubt')];
const BITS_PER_ROW = 16;
const MAX_BITS = 2 ** 30;

const SEED = 0x811c9dc5;
const step = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
const NAMES = [SENT, RECEIVED].map((kind) => Buffer.from(MOVEMENT_KINDS[kind] as string));

// Lead bytes of the characters besides ASCII that count as white space.
const SPACE_LEADS = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/** Whether reading a cell in full would surely take no white space off its ends. */
const isTrimmed = (bytes: Uint8Array, start: number, end: number): boolean => {
  if (start === end) return true;
  if ((bytes[start] as number) <= 0x20 || (bytes[end - 1] as number) <= 0x20) return false;
  for (let at = start; at < end; at++) if (SPACE_LEADS.has(bytes[at] as number)) return false;
  return true;
};

/** Room for the numbers of so many rows, give or take. */
export const numberMarks = (rows: number): NumberMarks => {
  let bits = 2 ** 16;
  while (bits < rows * BITS_PER_ROW && bits < MAX_BITS) bits *= 2;
  const seen = new Uint8Array(bits / 8);
  const again = new Uint8Array(bits / 8);
  let candidates = false;
  const cells = new Int32Array(WIDTH + 1);

  const place = (hash: number): number => ((hash ^ (hash >>> 15)) >>> 0) & (bits - 1);
  const note = (at: number): void => {
    const [byte, bit] = [at >>> 3, 1 << (at & 7)];
    if ((seen[byte] as number) & bit) {
      again[byte] = (again[byte] as number) | bit;
      candidates = true;
    } else seen[byte] = (seen[byte] as number) | bit;
  };
  const isAgain = (at: number): boolean => ((again[at >>> 3] as number) & (1 << (at & 7))) !== 0;

  const mix = (hash: number, bytes: Uint8Array, start: number, end: number): number => {
    let mixed = hash;
    for (let at = start; at < end; at++) mixed = step(mixed, bytes[at] as number);
    return step(mixed, TAB);
  };
  const placeOf = (movement: Movement): number => {
    const key = numberUsed(movement);
    if (key === null) return -1;
    const bytes = Buffer.from(`${key}\t`);
    let hash = SEED;
    for (const byte of bytes) hash = step(hash, byte);
    return place(hash);
  };
  /** The mark of a row; -1 where it has no number. A row that is not plain is read in full. */
  const placeOfRow = (bytes: Buffer, table: MovementTable, row: number): number => {
    const kind = table.kind[row] as number;
    if ((kind !== SENT && kind !== RECEIVED) || table.trust[row] !== CERTAIN) return -1;
    const start = table.start[row] as number;
    let commas = 0;
    cells[0] = start - 1;
    let at = start;
    for (let byte = bytes[at] as number; byte !== LINE_FEED; byte = bytes[++at] as number) {
      if (byte === COMMA) cells[++commas] = at;
      else if (byte === QUOTE) return placeOf(validMovementAt(bytes, table, row));
    }
    const from = (cell: number): number => (cells[cell] as number) + 1;
    const to = (cell: number): number => cells[cell + 1] as number;
    if (from(NUMBER) === to(NUMBER)) return -1;
    const isPlain =
      from(DOUBT) === to(DOUBT) &&
      isTrimmed(bytes, from(NUMBER), to(NUMBER)) &&
      isTrimmed(bytes, from(DESK), to(DESK));
    if (!isPlain) return placeOf(validMovementAt(bytes, table, row));
    const name = NAMES[kind] as Buffer;
    let hash = mix(SEED, name, 0, name.length);
    hash = mix(hash, bytes, from(OFFICE), to(OFFICE));
    hash = mix(hash, bytes, from(DATE), from(DATE) + 4);
    hash = kind === RECEIVED ? mix(hash, bytes, from(DESK), to(DESK)) : step(hash, TAB);
    return place(mix(hash, bytes, from(NUMBER), to(NUMBER)));
  };
  return {
    markRows: (bytes, table) => {
      for (let row = 0; row < table.count; row++) {
        const at = placeOfRow(bytes, table, row);
        if (at >= 0) note(at);
      }
    },
    mark: (movement) => {
      const at = placeOf(movement);
      if (at >= 0) note(at);
    },
    hasCandidates: () => candidates,
    candidateRows: (bytes, table) => {
      const rows: number[] = [];
      for (let row = 0; row < table.count; row++) {
        const at = placeOfRow(bytes, table, row);
        if (at >= 0 && isAgain(at)) rows.push(row);
      }
      return rows;
    },
    isCandidate: (movement) => {
      const at = placeOf(movement);
      return at >= 0 && isAgain(at);
    },
  };
};
