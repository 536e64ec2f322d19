import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { dayNumber, type IsoDate } from '#core/letter/date.ts';
import type { Problem } from '#core/problem.ts';
import { earliestDate } from '#core/tracking/impossible-dates.ts';
import { effectiveMovements, type Movement } from '#core/tracking/movement.ts';
import { NO_DAY, SENT } from '#core/tracking/table.ts';
import {
  mayBeFaulty,
  type NumberUse,
  numberUsed,
  numberUsedAgain,
  verifyLedger,
  verifyLetters,
} from '#core/tracking/verify.ts';
import { type NumberMarks, numberMarks } from './number-uses.ts';
import { validMovementAt } from './scan.ts';
import type { FoldedLedger, LedgerJob, ledgerFolder } from './summarize.ts';

/** A ledger to be verified, with the letters of its circular. */
export interface VerifiedLedger {
  readonly id: string;
  readonly job: LedgerJob;
  readonly circular: Pick<Circular, 'letter'>;
  readonly coveringLetters: readonly CoveringLetter[];
}

/** What verifying found. Of a very long list of problems only the first are kept. */
export interface Verified {
  readonly movements: number;
  readonly problems: readonly Problem[];
  /** Found in all, reported or not. */
  readonly found: number;
}

const MAX_TOLD = 1000;
/** Least bytes of a row, for guessing how many rows there are. */
const ROW_BYTES = 50;

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** The rows that sent one of the known letters: all that comparing letters needs. */
const sentBy = (
  { bytes, table, route }: FoldedLedger,
  issuers: ReadonlySet<number>,
): Movement[] => {
  const found: Movement[] = [];
  for (let row = 0; row < table.count; row++) {
    const isOne = table.kind[row] === SENT && issuers.has(table.office[row] as number);
    if (isOne) found.push(validMovementAt(bytes, table, row));
  }
  return found.filter(({ office }) => route.indexOf.has(office));
};

/** The first day of a date that may be known to the month or year only. */
const firstDay = (date: IsoDate): IsoDate => `${date}-01-01`.slice(0, 10);

const problemsOf = (
  { id, job, circular, coveringLetters }: VerifiedLedger,
  ledger: FoldedLedger,
  asOf: IsoDate,
): Problem[] => {
  const { route, hasCorrections, table, folded } = ledger;
  const letters = [{ key: 'letter', ...circular.letter }, ...coveringLetters];
  const issuers = new Set(letters.flatMap(({ issuer }) => route.indexOf.get(issuer) ?? []));
  const letterDate = circular.letter.date;
  const known = { file: job.file, circular: id, route, letterDate };
  const issued = earliestDate(letterDate);
  const isEarly =
    issued !== null && folded.earliest !== NO_DAY && folded.earliest < dayNumber(firstDay(issued));
  // Rows that a correction stands in for are no longer in the table.
  const isSuspect = hasCorrections || isEarly || mayBeFaulty(table, route, folded);
  const sent = hasCorrections ? ledger.recorded() : sentBy(ledger, issuers);
  return [
    ...(isSuspect ? verifyLedger({ ...known, movements: ledger.recorded() }, asOf) : []),
    ...verifyLetters({ ...known, movements: sent }, letters),
  ];
};

const markNumbers = (ledger: FoldedLedger, marks: NumberMarks): void => {
  if (ledger.hasCorrections) for (const one of ledger.effective()) marks.mark(one);
  else marks.markRows(ledger.bytes, ledger.table);
};

const candidatesOf = (ledger: FoldedLedger, marks: NumberMarks): Movement[] =>
  ledger.hasCorrections
    ? effectiveMovements(ledger.recorded()).filter(marks.isCandidate)
    : marks
        .candidateRows(ledger.bytes, ledger.table)
        .map((row) => validMovementAt(ledger.bytes, ledger.table, row));

/**
 * Verifies ledgers one after the other: their form row by row, what they say that cannot be, and numbers used for two
 * letters. Ledgers with faulty rows are reported, and left out of the comparison of numbers.
 */
export const verifyLedgers = (
  root: string,
  fold: ReturnType<typeof ledgerFolder>,
  ledgers: readonly VerifiedLedger[],
  asOf: IsoDate,
): Verified => {
  const problems: Problem[] = [];
  let [found, movements] = [0, 0];
  const tell = (more: readonly Problem[]): void => {
    found += more.length;
    problems.push(...more.slice(0, Math.max(0, MAX_TOLD - problems.length)));
  };
  const bytes = ledgers.reduce((sum, { job }) => sum + sizeOf(join(root, job.file)), 0);
  const marks = numberMarks(bytes / ROW_BYTES);
  const sound: VerifiedLedger[] = [];
  for (const one of ledgers) {
    const ledger = fold(one.job, asOf);
    if (!('folded' in ledger)) {
      tell(ledger.problems);
      continue;
    }
    movements += ledger.movements;
    tell(ledger.problems);
    if (ledger.problems.length > 0) continue;
    tell(problemsOf(one, ledger, asOf));
    markNumbers(ledger, marks);
    sound.push(one);
  }
  const uses = new Map<string, NumberUse>();
  for (const { id, job } of marks.hasCandidates() ? sound : []) {
    const ledger = fold(job, asOf);
    if (!('folded' in ledger) || ledger.problems.length > 0) continue;
    for (const movement of candidatesOf(ledger, marks)) {
      const key = numberUsed(movement);
      if (key === null) continue;
      const first = uses.get(key);
      if (!first) {
        uses.set(key, {
          file: job.file,
          circular: id,
          no: movement.no,
          date: movement.date as IsoDate,
        });
        continue;
      }
      const problem = numberUsedAgain(job.file, id, movement, first);
      if (problem) tell([problem]);
    }
  }
  return { movements, problems, found };
};
