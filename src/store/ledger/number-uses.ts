import { dayNumber } from '#core/letter/date.ts';
import { MOVEMENT_COLUMNS, MOVEMENT_KINDS, type Movement } from '#core/tracking/movement.ts';
import { CERTAIN, type MovementTable, RECEIVED, SENT } from '#core/tracking/table.ts';
import { numberUsed } from '#core/tracking/verify.ts';
import { bitOf, type MarkedPages, type NumberPlace, numberPages, pageOf } from './number-pages.ts';
import { validMovementAt } from './scan.ts';

/**
 * Finds numbers that may have been used twice among tens of millions. Every number is marked once; one that was marked before is
 * a candidate, unless by another row of the same letter: to several addressees, on one day. A second pass, where there are any
 * candidates, compares these in full. One used twice is never missed.
 */
export interface NumberMarks {
  /** Marks the numbers of a ledger without corrections, row by row, without making strings. */
  readonly markRows: (bytes: Buffer, table: MovementTable) => void;
  /** Marks those of the movements of a ledger that were read in full. */
  readonly markMovements: (movements: readonly Movement[]) => void;
  /** Takes what another thread has marked of other ledgers. */
  readonly join: (other: ThreadMarks) => void;
  readonly marked: () => ThreadMarks;
  /** Whether any number may have been used twice. */
  readonly hasCandidates: () => boolean;
  /** Second pass: the rows of a ledger without corrections whose numbers may have been used twice. */
  readonly candidateRows: (bytes: Buffer, table: MovementTable) => number[];
  readonly isCandidate: (movement: Movement) => boolean;
}

/** What a thread has marked. */
export interface ThreadMarks {
  readonly pages: MarkedPages;
  readonly candidates: readonly string[];
}

const [COMMA, LINE_FEED, QUOTE, TAB] = [0x2c, 0x0a, 0x22, 0x09];
const WIDTH = MOVEMENT_COLUMNS.length;
const column = (name: (typeof MOVEMENT_COLUMNS)[number]): number => MOVEMENT_COLUMNS.indexOf(name);
const [OFFICE, DATE, NUMBER] = [column('office'), column('date'), column('number')];
const [DESK, DOUBT] = [column('desk'), column('doubt')];

// Lead bytes of the characters besides ASCII that count as white space.
const SPACE_LEADS = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/** Whether reading a cell in full would surely take no white space off its ends. */
const isTrimmed = (bytes: Uint8Array, start: number, end: number): boolean => {
  if (start === end) return true;
  if ((bytes[start] as number) <= 0x20 || (bytes[end - 1] as number) <= 0x20) return false;
  for (let at = start; at < end; at++) if (SPACE_LEADS.has(bytes[at] as number)) return false;
  return true;
};

/** Digits at the end of a number that are taken for an integer; with more it would not be exact. */
const MOST_DIGITS = 9;

const keyOf = ({ first, second, bit }: Readonly<NumberPlace>): string =>
  `${first} ${second} ${bit}`;

export const numberMarks = (): NumberMarks => {
  const pages = numberPages();
  const candidates = new Set<string>();
  const cells = new Int32Array(WIDTH + 1);
  /** Where the number that is looked at is marked; used again for each. */
  const place: NumberPlace = { first: 0, second: 0, bit: 0 };

  const step = (byte: number): void => {
    place.first = Math.imul(place.first ^ byte, 0x01000193);
    place.second = Math.imul(place.second ^ byte, 0x5bd1e995) ^ (place.second >>> 15);
  };
  const mix = (bytes: Uint8Array, start: number, end: number): void => {
    for (let at = start; at < end; at++) step(bytes[at] as number);
    step(TAB);
  };
  /** Sets the place of a number, behind what its office, kind, year and desk have made of it. */
  const placeNumber = (bytes: Uint8Array, start: number, end: number): void => {
    let at = end;
    let value = 0;
    let unit = 1;
    while (at > start && end - at < MOST_DIGITS) {
      const digit = (bytes[at - 1] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      value += digit * unit;
      unit *= 10;
      at--;
    }
    // What stands before its last digits, and how many these are: 07 is another number than 7.
    mix(bytes, start, at);
    step(end - at);
    const page = pageOf(value);
    step(page & 0xff);
    step((page >>> 8) & 0xff);
    step(page >>> 16);
    place.bit = bitOf(value);
  };
  const begin = (kind: number): void => {
    place.first = 0x811c9dc5 | 0;
    place.second = 0x1b873593;
    step(kind);
  };
  /** Sets the place of the number of a movement; false where it has none that counts. */
  const placeMovement = (movement: Movement): boolean => {
    if (numberUsed(movement) === null) return false;
    const { kind, office, date = '', desk = '', number = '' } = movement;
    begin(MOVEMENT_KINDS.indexOf(kind));
    for (const text of [office, date.slice(0, 4), kind === 'received' ? desk : '']) {
      const bytes = Buffer.from(text);
      mix(bytes, 0, bytes.length);
    }
    const bytes = Buffer.from(number);
    placeNumber(bytes, 0, bytes.length);
    return true;
  };
  /** Sets the place of the number of a row; false where it has none. A row that is not plain is read in full. */
  const placeRow = (bytes: Buffer, table: MovementTable, row: number): boolean => {
    const kind = table.kind[row] as number;
    if ((kind !== SENT && kind !== RECEIVED) || table.trust[row] !== CERTAIN) return false;
    const start = table.start[row] as number;
    let commas = 0;
    cells[0] = start - 1;
    let at = start;
    for (let byte = bytes[at] as number; byte !== LINE_FEED; byte = bytes[++at] as number) {
      if (byte === COMMA) {
        cells[++commas] = at;
        // Quotes behind it say nothing of the cells before.
        if (commas > DOUBT) break;
      } else if (byte === QUOTE) return placeMovement(validMovementAt(bytes, table, row));
    }
    const from = (cell: number): number => (cells[cell] as number) + 1;
    const to = (cell: number): number => cells[cell + 1] as number;
    if (from(NUMBER) === to(NUMBER)) return false;
    const isPlain =
      from(DOUBT) === to(DOUBT) &&
      isTrimmed(bytes, from(NUMBER), to(NUMBER)) &&
      isTrimmed(bytes, from(DESK), to(DESK));
    if (!isPlain) return placeMovement(validMovementAt(bytes, table, row));
    begin(kind);
    mix(bytes, from(OFFICE), to(OFFICE));
    mix(bytes, from(DATE), from(DATE) + 4);
    if (kind === RECEIVED) mix(bytes, from(DESK), to(DESK));
    else step(TAB);
    placeNumber(bytes, from(NUMBER), to(NUMBER));
    return true;
  };

  /** Days of the numbers of letters that the ledger has sent. */
  const sent = new Map<number, number>();
  const note = (isSent: boolean, day: number): void => {
    const wasMarked = pages.mark(place);
    if (isSent) {
      // All of one hash, a part of the other, and the place: 53 bits.
      const key = (place.first >>> 0) * 2 ** 21 + (place.second & 0xfff) * 2 ** 9 + place.bit;
      if (wasMarked && sent.get(key) === day) return;
      sent.set(key, day);
    }
    if (wasMarked) candidates.add(keyOf(place));
  };

  return {
    markRows: (bytes, table) => {
      sent.clear();
      for (let row = 0; row < table.count; row++) {
        if (placeRow(bytes, table, row)) note(table.kind[row] === SENT, table.day[row] as number);
      }
    },
    markMovements: (movements) => {
      sent.clear();
      for (const movement of movements) {
        if (placeMovement(movement)) note(movement.kind === 'sent', dayNumber(movement.date ?? ''));
      }
    },
    join: ({ pages: other, candidates: theirs }) => {
      for (const key of theirs) candidates.add(key);
      pages.inBoth(other, (both) => candidates.add(keyOf(both)));
    },
    marked: () => ({ pages: pages.marked(), candidates: [...candidates] }),
    hasCandidates: () => candidates.size > 0,
    candidateRows: (bytes, table) => {
      const rows: number[] = [];
      for (let row = 0; row < table.count; row++) {
        if (placeRow(bytes, table, row) && candidates.has(keyOf(place))) rows.push(row);
      }
      return rows;
    },
    isCandidate: (movement) => placeMovement(movement) && candidates.has(keyOf(place)),
  };
};
