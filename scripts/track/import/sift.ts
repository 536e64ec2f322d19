import { type Problem, ProblemError } from '#core/problem.ts';
import {
  type LetterFinder,
  letterFinder,
  type MatchedEntry,
  matchEntry,
  type RegisterContext,
  type UnnumberedMovement,
  type Verdict,
} from '#core/tracking/register/match.ts';
import { type PlannedMovement, stillToRecord } from '#core/tracking/register/plan.ts';
import { registerReader } from '#core/tracking/register/rows.ts';
import { readRegister } from '#store/register/read-register.ts';
import type { RestFile } from '#store/register/rest-file.ts';
import type { TrackContext } from '../context.ts';
import { knownTo, type RegisterCircular } from './known-letters.ts';

/** Rows of a kind that are told one by one; all of them are in the file for the rest. */
const TOLD = 500;

/** What a person asks of an import. */
export interface ImportRequest {
  readonly path: string;
  /** How the person calls the register, and how sources name it. */
  readonly file: string;
  readonly source: string;
  readonly office: string;
  readonly kind: 'received' | 'sent' | null;
  /** Lines whose doubtful entries the person looked at and wants recorded. */
  readonly take: ReadonlySet<number>;
}

/** A movement to be recorded, with the row that gives it. */
export interface SiftedMovement extends PlannedMovement {
  readonly circular: RegisterCircular;
  readonly cells: readonly string[];
}

/** A doubtful row, as it is told. */
export interface DoubtfulRow {
  readonly line: number;
  readonly circular: string | null;
  readonly reasons: readonly string[];
}

/** What a register holds, row by row. */
export interface SiftedRegister {
  readonly kind: 'received' | 'sent';
  readonly heading: readonly string[];
  readonly planned: readonly SiftedMovement[];
  readonly counts: Record<Verdict | 'recorded', number>;
  /** The first of them. */
  readonly doubtful: DoubtfulRow[];
  /** Why entries are unknown, with how many for each reason. */
  readonly unknown: ReadonlyMap<string, number>;
}

const empty = (file: string): ProblemError =>
  new ProblemError([
    { file, what: 'the register has no entries', mend: 'Export it again with its rows.' },
  ]);

const withoutHeadings = (file: string): ProblemError =>
  new ProblemError([
    {
      file,
      what: 'no row of it is the heading of a register',
      why: 'A heading names at least ที่ (letter number), เรื่อง or ลงวันที่, and one more column of form 13 or 14.',
      mend: 'Add the row of headings above the entries, then import it again.',
    },
  ]);

const notTakeable = (file: string, lines: Iterable<number>): Problem[] =>
  [...lines].map((line) => ({
    file,
    line,
    field: '--take',
    what: 'there is no doubtful entry with a day and a number that could be recorded',
    mend: 'Name lines of doubtful entries; record others with npm run -s track -- record.',
  }));

const takenByHand = ({ takeable, reasons }: MatchedEntry): UnnumberedMovement | null =>
  takeable && { ...takeable, note: `taken by hand: ${reasons.join('; ')}` };

/** Adds a row to the counts of doubtful ones and to those that are told. */
export const tellDoubtful = (
  { counts, doubtful }: Pick<SiftedRegister, 'counts' | 'doubtful'>,
  row: DoubtfulRow,
): void => {
  counts.doubtful++;
  if (doubtful.length < TOLD) doubtful.push(row);
};

/** Reads a register and sorts its rows; those that stay doubtful, unknown or refused go to `rest`. */
export const siftRegister = async (
  context: TrackContext,
  { path, file, source, office, kind, take }: ImportRequest,
  rest: RestFile,
): Promise<SiftedRegister> => {
  const circulars = new Map(knownTo(context, office).map((one) => [one.id, one]));
  const finder: LetterFinder = letterFinder([...circulars.values()]);
  const called = new Map(context.rules.flatMap((one) => Object.entries(one.called ?? {})));
  const reader = registerReader(kind);
  const counts = { matched: 0, recorded: 0, doubtful: 0, unknown: 0, refused: 0 };
  const doubtful: DoubtfulRow[] = [];
  const unknown = new Map<string, number>();
  const planned: SiftedMovement[] = [];
  const toTake = new Set(take);
  for await (const { line, cells } of readRegister(path, file)) {
    const entry = reader.read(cells);
    if (reader.isLost()) break;
    const headings = reader.headings();
    if (!entry || !headings) continue;
    const { registry } = context;
    const about: RegisterContext = {
      kind: headings.kind,
      office,
      source,
      finder,
      registry,
      called,
    };
    const found = matchEntry(entry, about);
    const circular = found.circular === null ? undefined : circulars.get(found.circular);
    const said = found.movement ?? found.takeable;
    if (circular && said && stillToRecord(circular.own, said) === null) {
      counts.recorded++;
      toTake.delete(line);
      continue;
    }
    const movement = found.movement ?? (toTake.delete(line) ? takenByHand(found) : null);
    if (circular && movement) {
      counts.matched++;
      planned.push({ line, movement, circular, cells });
      circular.own.push({ ...movement, no: 0 });
      continue;
    }
    if (take.has(line)) toTake.add(line);
    const { verdict, reasons } = found;
    const reason = reasons.join('; ');
    if (verdict === 'doubtful')
      tellDoubtful({ counts, doubtful }, { line, circular: found.circular, reasons });
    else counts[verdict]++;
    if (verdict === 'unknown') unknown.set(reason, (unknown.get(reason) ?? 0) + 1);
    const copied = verdict === 'refused' ? [] : cells;
    const row = { line, verdict, reason, circular: found.circular, cells: copied };
    await rest.add(row, reader.heading());
  }
  const headings = reader.headings();
  if (!headings) throw withoutHeadings(file);
  if (Object.values(counts).every((count) => count === 0)) throw empty(file);
  if (toTake.size > 0) throw new ProblemError(notTakeable(file, toTake));
  return { kind: headings.kind, heading: reader.heading(), planned, counts, doubtful, unknown };
};
