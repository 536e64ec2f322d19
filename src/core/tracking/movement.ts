import type { IsoDate } from '#core/letter/date.ts';
import { ADDRESSEE_GROUPS, type AddresseeGroup } from '#core/letter/letter.ts';

/** What happened to the letter at an office. `corrected` puts another movement right, or takes it back. */
export const MOVEMENT_KINDS = ['sent', 'received', 'acknowledged', 'done', 'corrected'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/**
 * The columns of movements.csv, in this order. A row is one movement; rows are added at the end and never
 * changed, so `no` counts them in the order of recording, not of happening.
 */
export const MOVEMENT_COLUMNS = [
  'no',
  'kind',
  'office',
  'date',
  'time',
  'number',
  'desk',
  'to',
  'read',
  'doubt',
  'source',
  'corrects',
  'note',
] as const;
export type MovementColumn = (typeof MOVEMENT_COLUMNS)[number];

/** Columns that may be marked as doubtful. */
export const DOUBTFUL_COLUMNS = ['office', 'date', 'time', 'number', 'desk', 'to'] as const;
export type DoubtfulColumn = (typeof DOUBTFUL_COLUMNS)[number];

/**
 * How a column is doubtful. `unclear`: what was read cannot be relied on; it is left out of every sum.
 * `cited`: known only from a later letter that cites it; shown with that, and left out of sums over circulars.
 */
export const MOVEMENT_DOUBTS = ['unclear', 'cited'] as const;
export type MovementDoubt = (typeof MOVEMENT_DOUBTS)[number];

/** What movements that an office recorded by a printed slip name as their source. */
export const SLIP_SOURCE = 'slip';

/** One dated fact about a letter at an office. Empty cells are fields left out. */
export interface Movement {
  /** From 1, ascending. */
  readonly no: number;
  readonly kind: MovementKind;
  /** Id in the registry. */
  readonly office: string;
  /** Gregorian, as precise as it is known; always known to the day where the column is not doubtful. */
  readonly date?: IsoDate | undefined;
  /** `09:30`, local time in Thailand. */
  readonly time?: string | undefined;
  /** Of a sent letter its canonical letter number; else the number in the office's register. */
  readonly number?: string | undefined;
  /** Desk inside the office: front desk, work group. */
  readonly desk?: string | undefined;
  /** Of a sent letter: ids of offices, and groups relative to the sender. */
  readonly to: readonly string[];
  /** What was on paper, where it is doubtful. */
  readonly read?: string | undefined;
  /** Doubtful columns. */
  readonly doubt: Readonly<Partial<Record<DoubtfulColumn, MovementDoubt>>>;
  /**
   * `letter`, the key of a covering letter, `register:<name>` for a register that an office keeps, `scan:<file>` for a stamped
   * copy, or `slip` for what an office acknowledged by a printed slip.
   */
  readonly source: string;
  /**
   * Of a correction: the `no` of the movement that it stands in for. Its other columns are the whole corrected
   * movement; with no date, number and addressees at all it takes the movement back.
   */
  readonly corrects?: number | undefined;
  readonly note?: string | undefined;
}

const GROUPS: ReadonlySet<string> = new Set(ADDRESSEE_GROUPS);

/** Whether an entry of `to` is a group relative to the sender, not an office. */
export const isGroup = (addressee: string): addressee is AddresseeGroup => GROUPS.has(addressee);

/** The date of a movement for single figures: a full date that was read or cited; null where it is unclear. */
export const usableDate = ({ date, doubt }: Movement): IsoDate | null =>
  date === undefined || date.length < 10 || doubt.date === 'unclear' ? null : date;

/**
 * Whether a movement is known on a day: it is not dated later. A month counts from its first day on; without any date
 * nothing says that it was later.
 */
export const isKnownOn = ({ date }: Pick<Movement, 'date'>, day: IsoDate): boolean =>
  date === undefined || date <= day;

/** The date of a movement for sums and medians over circulars: nothing about it may be doubtful. */
export const certainDate = (movement: Movement): IsoDate | null =>
  movement.doubt.date === undefined ? usableDate(movement) : null;

/**
 * The movements that stand, in the order of recording: each as its latest correction has it (with the `no` and
 * `kind` of the one corrected), those taken back left out.
 */
export const effectiveMovements = (movements: readonly Movement[]): Movement[] => {
  const status = new Map<number, Movement | null>();
  for (const movement of movements) {
    if (movement.kind !== 'corrected') {
      status.set(movement.no, movement);
      continue;
    }
    let original = movement.corrects as number;
    for (let at = movements[original - 1]; at?.kind === 'corrected' && at.corrects; ) {
      original = at.corrects;
      at = movements[original - 1];
    }
    const kind = movements[original - 1]?.kind;
    if (kind === undefined || kind === 'corrected') continue;
    const takesBack =
      movement.date === undefined && movement.number === undefined && movement.to.length === 0;
    const { corrects: _, ...corrected } = movement;
    status.set(original, takesBack ? null : { ...corrected, no: original, kind });
  }
  return [...status.values()].filter((movement) => movement !== null);
};

const NOBODY: readonly string[] = [];
const NO_DOUBT: Movement['doubt'] = {};

const doubtsIn = (cell: string): Movement['doubt'] =>
  Object.fromEntries(
    cell
      .split(' ')
      .filter(Boolean)
      .map((one) => {
        const [column, kind = 'unclear'] = one.split(':');
        return [column, kind as MovementDoubt];
      }),
  );

/** A movement from the cells of a row that was checked already, in the order of {@link MOVEMENT_COLUMNS}. */
export const movementOfRow = (cells: readonly string[]): Movement => {
  const [no, kind, office = '', date, time, number, desk, to, read, doubt, source = ''] = cells;
  const [corrects, note] = [cells[11], cells[12]];
  return {
    no: Number(no),
    kind: kind as MovementKind,
    office,
    date: date || undefined,
    time: time || undefined,
    number: number || undefined,
    desk: desk || undefined,
    to: to ? to.split(';').filter(Boolean) : NOBODY,
    read: read || undefined,
    doubt: doubt ? doubtsIn(doubt) : NO_DOUBT,
    source,
    corrects: corrects ? Number(corrects) : undefined,
    note: note || undefined,
  };
};

/** As {@link movementOfRow}, from cells by their columns, as the data of a build has them. */
export const movementOfCells = (cells: Readonly<Record<string, string>>): Movement =>
  movementOfRow(MOVEMENT_COLUMNS.map((column) => cells[column] ?? ''));
