import { type Problem, ProblemError } from '#core/problem.ts';
import type { RegisterKind } from '#core/tracking/register/headings.ts';
import {
  letterFinder,
  type MatchedEntry,
  matchEntry,
  type RegisterContext,
  type UnnumberedMovement,
  type Verdict,
} from '#core/tracking/register/match.ts';
import {
  MOST_OF_ONE_LETTER,
  type PlannedMovement,
  stillToRecord,
  TOO_MANY,
} from '#core/tracking/register/plan.ts';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import { registerReader, type SheetSurvey } from '#core/tracking/register/rows.ts';
import { openRegister } from '#store/register/read-register.ts';
import type { RegisterFile, RegisterSheet, SkippedSheet } from '#store/register/register-file.ts';
import type { RestFile } from '#store/register/rest-file.ts';
import { breather } from '../../lib/breather.ts';
import type { TrackContext } from '../context.ts';
import { knownTo, type RegisterCircular } from './known-letters.ts';
import { noteUnknown, type UnknownRows } from './unknown-rows.ts';

/** Rows of a kind that are listed one by one; all of them are in the file for the rest. */
const TOLD = 500;

/** What a person asks of an import. */
export interface ImportRequest {
  readonly path: string;
  /** How the person calls the register, and how sources name it. */
  readonly file: string;
  readonly source: string;
  readonly office: string;
  readonly kind: 'received' | 'sent' | null;
  /** Places (`4`, `2568!4`) of doubtful entries that the person looked at and wants recorded. */
  readonly take: ReadonlySet<string>;
  /** Is told how far it is, at each row. */
  readonly onProgress?: (progress: RegisterProgress) => void;
}

/** How far a register is: rows looked through for what it is, rows sorted, or ledgers that were added to, and of how many. */
export interface RegisterProgress {
  readonly step: 'reading' | 'sorting' | 'recording';
  readonly done: number;
  /** Null while nobody knows. */
  readonly of: number | null;
}

/** Where a row stands, as a person finds it: its line, behind the name of its sheet where the file has several. */
export const placeOfRow = (sheet: string | null, line: number): string =>
  sheet === null ? String(line) : `${sheet}!${line}`;

/** A movement to be recorded, with the row that gives it. */
export interface ClassifiedMovement extends PlannedMovement {
  readonly sheet: string | null;
  readonly circular: RegisterCircular;
  readonly cells: readonly string[];
  readonly heading: readonly string[];
}

/** A doubtful row, as it is reported. */
export interface DoubtfulRow {
  readonly sheet: string | null;
  readonly line: number;
  readonly circular: string | null;
  readonly reasons: readonly string[];
  /** What is recorded where a person takes it; null where it cannot be. */
  readonly takeable: UnnumberedMovement | null;
  /** As they stand in the register. */
  readonly cells: readonly string[];
}

/** What a register holds, row by row. */
export interface ClassifiedRegister {
  readonly kind: RegisterKind;
  readonly planned: readonly ClassifiedMovement[];
  readonly counts: Record<Verdict | 'recorded', number>;
  /** The first of them. */
  readonly doubtful: DoubtfulRow[];
  /** Entries that are unknown, by the reason. */
  readonly unknown: ReadonlyMap<string, UnknownRows>;
  /** Sheets that were read, by their names; none where the file is one table. */
  readonly read: readonly string[];
  /** Entries that stand in rows which the spreadsheet hides, by hand or by a filter; they are read as the others are. */
  readonly hidden: number;
  /** Sheets that are there and were not read, with the reasons. */
  readonly skipped: readonly SkippedSheet[];
}

const WITHOUT_HEADINGS = 'no row of it is the heading of a register';

const empty = (file: string): ProblemError =>
  new ProblemError([
    { file, what: 'the register has no entries', fix: 'Export it again with its rows.' },
  ]);

const withoutHeadings = (file: string, skipped: readonly SkippedSheet[]): ProblemError =>
  new ProblemError([
    ...skipped
      .filter(({ reason }) => reason !== WITHOUT_HEADINGS)
      .map(({ name, reason }) => ({
        file,
        field: `sheet "${name}"`,
        what: reason,
        fix: 'Put that right if it holds the register, then import it again.',
      })),
    {
      file,
      what: WITHOUT_HEADINGS,
      why: 'A heading names at least ที่ (letter number), เรื่อง or ลงวันที่, and one more column of form 13 or 14.',
      fix: 'Add the row of headings above the entries, then import it again.',
    },
  ]);

const notTakeable = (file: string, places: Iterable<string>): Problem[] =>
  [...places].map((place) => {
    const line = Number(place);
    const isLine = Number.isInteger(line);
    return {
      file,
      ...(isLine ? { line } : {}),
      field: isLine ? '--take' : `--take ${place}`,
      what: 'there is no doubtful entry with a day and a number that could be recorded',
      fix: 'Name lines of doubtful entries; record others with npm run -s track -- record.',
    };
  });

const takenByHand = ({ takeable, reasons }: MatchedEntry): UnnumberedMovement | null =>
  takeable && { ...takeable, note: `taken by hand: ${reasons.join('; ')}` };

/** Adds a row to the counts of doubtful ones and to those that are listed. */
export const describeDoubtful = (
  { counts, doubtful }: Pick<ClassifiedRegister, 'counts' | 'doubtful'>,
  row: DoubtfulRow,
): void => {
  counts.doubtful++;
  if (doubtful.length < TOLD) doubtful.push(row);
};

interface SurveyedSheet {
  readonly sheet: RegisterSheet;
  readonly survey: SheetSurvey;
  readonly kind: RegisterKind;
}

/** Reads a sheet for what it is as a whole, or says why it is not read. */
const surveySheet = async (
  sheet: RegisterSheet,
  title: string,
  asked: RegisterKind | null,
  onRow: () => void,
): Promise<SurveyedSheet | string> => {
  const reader = registerReader(title);
  let rows = 0;
  const breathe = breather();
  for await (const row of sheet.rows()) {
    await breathe();
    rows++;
    onRow();
    reader.read(row);
    if (reader.isLost()) break;
  }
  const headings = reader.headings();
  if (rows === 0) return 'it is empty';
  if (!headings) return WITHOUT_HEADINGS;
  const kind = headings.saysKind ? headings.kind : (asked ?? headings.kind);
  if (asked !== null && kind !== asked) {
    return `it is a register of letters ${kind}: import it with --kind ${kind}`;
  }
  return { sheet, survey: reader.survey(), kind };
};

const surveyAll = async ({ file, kind, onProgress }: ImportRequest, register: RegisterFile) => {
  const read: SurveyedSheet[] = [];
  let rows = 0;
  const onRow = () => {
    rows++;
    onProgress?.({ step: 'reading', done: rows, of: null });
  };
  const skipped = [...register.skipped];
  for (const sheet of register.sheets) {
    const found = await surveySheet(
      sheet,
      `${file.replace(/^.*[\\/]/, '')} ${sheet.name ?? ''}`,
      kind,
      onRow,
    );
    if (typeof found !== 'string') read.push(found);
    else skipped.push({ name: sheet.name ?? file, reason: found });
  }
  const [first] = read;
  const isOneTable = register.sheets.length === 1 && register.skipped.length === 0;
  const [reason] = skipped;
  if (!first && isOneTable && reason && reason.reason !== WITHOUT_HEADINGS) {
    throw reason.reason === 'it is empty'
      ? new ProblemError([
          { file, what: 'the register is empty', fix: 'Export it again, with its headings.' },
        ])
      : new ProblemError([{ file, what: reason.reason, fix: 'Import it as what it is.' }]);
  }
  if (!first) throw withoutHeadings(file, skipped);
  const others = read.filter((one) => one.kind !== first.kind);
  skipped.push(
    ...others.map(({ sheet, kind: other }) => ({
      name: sheet.name ?? file,
      reason: `it is a register of letters ${other}: import it with --kind ${other}`,
    })),
  );
  const own = read.filter((one) => one.kind === first.kind);
  return { kind: first.kind, own, skipped, hasSheets: !isOneTable, rows };
};

/** Reads a register and sorts its rows; those that stay doubtful, unknown or refused go to `rest`. */
export const classifyRegister = async (
  context: TrackContext,
  request: ImportRequest,
  rest: RestFile,
): Promise<ClassifiedRegister> => {
  const { path, file, source, office, take, onProgress } = request;
  const register = await openRegister(path, file);
  const { kind, own, skipped, hasSheets, rows } = await surveyAll(request, register);
  const circulars = new Map((await knownTo(context, office)).map((one) => [one.id, one]));
  const finder = letterFinder([...circulars.values()]);
  const called = new Map(context.rules.flatMap((one) => Object.entries(one.called ?? {})));
  const { registry } = context;
  const about: RegisterContext = { kind, office, source, finder, registry, called };
  const counts = { matched: 0, recorded: 0, doubtful: 0, unknown: 0, refused: 0 };
  const doubtful: DoubtfulRow[] = [];
  const unknown = new Map<string, UnknownRows>();
  const planned: ClassifiedMovement[] = [];
  const toTake = new Set(take);
  /** Movements planned by circular. */
  const taken = new Map<string, number>();
  const siftRow = async (
    row: RegisterRow,
    found: MatchedEntry,
    sheet: string | null,
    heading: readonly string[],
  ): Promise<void> => {
    const { line, cells } = row;
    const place = placeOfRow(sheet, line);
    const circular = found.circular === null ? undefined : circulars.get(found.circular);
    const isRefused = found.verdict === 'refused';
    if (circular && !isRefused && (taken.get(circular.id) ?? 0) >= MOST_OF_ONE_LETTER) {
      const doubt = { sheet, line, circular: circular.id, reasons: [TOO_MANY], takeable: null };
      describeDoubtful({ counts, doubtful }, { ...doubt, cells });
      const left = { place, verdict: 'doubtful' as const, reason: TOO_MANY, circular: circular.id };
      await rest.add({ ...left, cells }, heading);
      return;
    }
    const said = found.movement ?? found.takeable;
    if (circular && said && stillToRecord(circular.own, said) === null) {
      counts.recorded++;
      toTake.delete(place);
      return;
    }
    const movement = found.movement ?? (toTake.delete(place) ? takenByHand(found) : null);
    if (circular && movement) {
      counts.matched++;
      planned.push({ sheet, line, movement, circular, cells, heading });
      circular.own.push({ ...movement, no: 0 });
      taken.set(circular.id, (taken.get(circular.id) ?? 0) + 1);
      return;
    }
    if (take.has(place)) toTake.add(place);
    const { verdict, reasons } = found;
    const [reason, copied] = [reasons.join('; '), verdict === 'refused' ? [] : cells];
    if (verdict === 'doubtful') {
      const { circular: likely, takeable } = found;
      describeDoubtful(
        { counts, doubtful },
        { sheet, line, circular: likely, reasons, takeable: circular ? takeable : null, cells },
      );
    } else counts[verdict]++;
    if (verdict === 'unknown') noteUnknown(unknown, reason, place);
    await rest.add({ place, verdict, reason, circular: found.circular, cells: copied }, heading);
  };
  const breathe = breather();
  let [sorted, hidden] = [0, 0];
  for (const { sheet, survey } of own) {
    const name = hasSheets ? sheet.name : null;
    const title = `${file.replace(/^.*[\\/]/, '')} ${sheet.name ?? ''}`;
    const reader = registerReader(title, survey, sheet.around?.());
    for await (const row of sheet.rows()) {
      await breathe();
      sorted++;
      onProgress?.({ step: 'sorting', done: sorted, of: rows });
      const entry = reader.read(row);
      if (entry && row.isHidden) hidden++;
      if (entry) await siftRow(row, matchEntry(entry, about), name, reader.heading());
    }
  }
  if (Object.values(counts).every((count) => count === 0)) throw empty(file);
  if (toTake.size > 0) throw new ProblemError(notTakeable(file, toTake));
  const names = own.flatMap(({ sheet }) => (hasSheets && sheet.name !== null ? [sheet.name] : []));
  return { kind, planned, counts, doubtful, unknown, read: names, hidden, skipped };
};
