import type { z } from 'zod';
import { parseIsoDate } from '#core/letter/date.ts';
import { ADDRESSEE_GROUPS } from '#core/letter/letter.ts';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { findSecrecyMark } from '#core/letter/secrecy.ts';
import { officeNamed } from '#core/office/find.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { isGroup, MOVEMENT_COLUMNS, type Movement } from '#core/tracking/movement.ts';
import { refusalsOf } from '#core/tracking/recording.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';
import { readTimeCell } from '#core/tracking/register/time-cell.ts';
import { TEXT_COLUMNS } from '#core/tracking/row-rules.ts';
import { validate } from '#schema/issue-problem.ts';
import { movement as movementSchema } from '#schema/movement.ts';
import { numberUsedElsewhere } from '#store/ledger/number-used.ts';
import { type CircularRecord, keysOf } from '#store/ledger/tracked.ts';
import { breather } from '../lib/breather.ts';
import { requireOffice, type TrackContext } from './context.ts';

/** Cells of a movement as a person gave them, by columns; `no` is none of theirs. */
export type GivenCells = Readonly<Record<string, string | undefined>>;

/** Names a column of one of the movements as the person knows it: `--date`. */
export type FieldOf = (column: string, at: number) => string;

const asOption: FieldOf = (column) => `--${column}`;

/** The columns that a person gives. */
export const GIVEN_COLUMNS = MOVEMENT_COLUMNS.filter((name) => name !== 'no');

/** A movement from its cells. Throws a ProblemError that names the column where one is wrong. */
export const readNew = (
  cells: Readonly<Record<string, string>>,
  no: number,
  fieldOf: (column: string) => string = (column) => `--${column}`,
): Movement => {
  const { data, problems } = validate(movementSchema as z.ZodType, { ...cells, no: String(no) });
  if (problems.length === 0) return data as Movement;
  throw new ProblemError(
    problems.map(
      ({ path, ...said }): Problem => ({ file: null, field: fieldOf(String(path[0])), ...said }),
    ),
  );
};

/** A day as registers write it (๑๑ เม.ย. ๖๘, 11/4/2568, 2568-04-11) as ISO; all else as it was given. */
const readDate = (given: string, field: string): string => {
  const { value, doubt } = readDateCell(given);
  if (doubt === null && value !== null) return value;
  // As precise as it is known, and what is empty, is for the schema to take or refuse.
  if (given.trim() === '' || parseIsoDate(given) !== null) return given;
  throw new ProblemError([
    {
      file: null,
      field,
      what: `"${given}" is no day of the calendar that can be meant alone`,
      why: 'Nothing was recorded.',
      fix: 'Write it as registers do: 11/4/2568, ๑๑ เม.ย. ๖๘ or 2025-04-11. One that is wrong in the register is recorded as in doubt, with what was read.',
    },
  ]);
};

/** The cells of a row: offices by their ids, a letter number in its canonical form. */
const cellsOf = (
  context: TrackContext,
  given: GivenCells,
  fieldOf: (column: string) => string,
): Record<string, string> => {
  const to = (given.to ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
  const strange = to.find(
    (one) => !isGroup(one) && !/\d/.test(one) && officeNamed(context.registry, one) === null,
  );
  if (strange !== undefined) {
    throw new ProblemError([
      {
        file: null,
        field: fieldOf('to'),
        what: `"${strange}" is neither an office nor a group`,
        fix: `Give ids of offices, or groups (${ADDRESSEE_GROUPS.join(', ')}), parted by ";".`,
      },
    ]);
  }
  const known: Readonly<Record<string, string>> = {
    date: readDate(given.date ?? '', fieldOf('date')),
    time: readTimeCell(given.time ?? '').value ?? given.time ?? '',
    office: requireOffice(context, given.office as string),
    to: to.map((one) => (isGroup(one) ? one : requireOffice(context, one))).join(';'),
    number:
      given.kind === 'sent' || given.kind === 'corrected'
        ? (canonicalLetterNumber(given.number ?? '') ?? given.number ?? '')
        : (given.number ?? ''),
  };
  return Object.fromEntries(GIVEN_COLUMNS.map((name) => [name, known[name] ?? given[name] ?? '']));
};

/** Refuses what may not be published: marked as secret, or somebody's own data; without a word of it. */
const refuseUnpublishable = (given: GivenCells, fieldOf: (column: string) => string): void => {
  const problems = TEXT_COLUMNS.flatMap((name): Problem[] => {
    const text = given[name] ?? '';
    const field = fieldOf(name);
    if (findSecrecyMark(text) !== null) {
      return [
        {
          file: null,
          field,
          what: 'it says that a letter is secret, or may be',
          why: 'Ledgers are published. Nothing was recorded.',
          fix: 'Keep movements of secret letters out; put it in other words where none is meant.',
        },
      ];
    }
    if (findPersonalData(text).length === 0) return [];
    return [
      {
        file: null,
        field,
        what: "it holds a mobile number, a private e-mail address or a citizen's number",
        why: 'Ledgers are published. Nothing was recorded.',
        fix: 'Leave it out; give the telephone or address of the office where one is needed.',
      },
    ];
  });
  if (problems.length > 0) throw new ProblemError(problems);
};

/** Movements that were read and checked by themselves, and are still to be checked against a ledger. */
export interface Recording {
  readonly record: CircularRecord;
  /** Says what is added to what is recorded by then. Throws a ProblemError where any of it may not be. */
  readonly plan: (recorded: readonly Movement[]) => Movement[];
}

const planOf =
  (
    context: TrackContext,
    record: CircularRecord,
    rows: readonly Readonly<Record<string, string>>[],
    fieldOf: FieldOf,
  ): Recording['plan'] =>
  (recorded) => {
    const letterDate = record.circular.letter.date;
    const keys = keysOf(record);
    const ledger = { file: record.ledger, circular: record.id, keys, letterDate };
    const route = context.routeOf(record);
    const all = [...recorded];
    const problems: Problem[] = [];
    for (const [at, cells] of rows.entries()) {
      const field = (column: string): string => fieldOf(column, at);
      const one = readNew(cells, all.length + 1, field);
      problems.push(...refusalsOf(one, all, route, ledger, context.asOf, field));
      all.push(one);
    }
    if (problems.length > 0) throw new ProblemError(problems);
    return all.slice(recorded.length);
  };

/**
 * Reads the movements that a person gives of one circular: offices by id or full name, days as registers write them, numbers
 * in any spelling. Throws a ProblemError where one cannot be read, may not be published, or uses a number that stands for
 * another letter. The command and the desk record by this alone.
 */
export const prepareRecording = async (
  context: TrackContext,
  record: CircularRecord,
  given: readonly GivenCells[],
  fieldOf: FieldOf = asOption,
): Promise<Recording> => {
  const rows = given.map((one, at) => {
    const field = (column: string): string => fieldOf(column, at);
    refuseUnpublishable(one, field);
    return cellsOf(context, one, field);
  });
  const others = context.records.filter(({ id }) => id !== record.id);
  const breathe = breather({ isWaitedFor: true });
  const problems: Problem[] = [];
  for (const [at, cells] of rows.entries()) {
    // A correction uses a number as the movement does that it corrects, which only the ledger says.
    if (cells.kind === 'corrected') continue;
    const field = (column: string): string => fieldOf(column, at);
    const one = readNew(cells, 1, field);
    const used = await numberUsedElsewhere(context.root, others, one, breathe, context.numbers);
    if (used === null) continue;
    problems.push({
      file: null,
      field: field('number'),
      what: `${one.office} used the number ${one.number} already for another letter (${used.circular}, row ${used.no}, ${used.date})`,
      why: 'Within a year a number stands for one letter. Nothing was recorded.',
      fix: 'Compare with the register; give the right number or desk, or name "number" under doubt.',
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return { record, plan: planOf(context, record, rows, fieldOf) };
};
