import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { dayNumber, type IsoDate } from '#core/letter/date.ts';
import type { Office } from '#core/office/office.ts';
import type { OfficeTotal, Registry } from '#core/office/registry.ts';
import type { RouteRules } from '#core/office/route.ts';
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
import { inThread } from '../thread.ts';
import { type NumberMarks, numberMarks, type ThreadMarks } from './number-uses.ts';
import { validMovementAt } from './scan.ts';
import { type FoldedLedger, type LedgerJob, ledgerFolder } from './summarize.ts';

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
  const keys = coveringLetters.map(({ key }) => key);
  const known = { file: job.file, circular: id, route, keys, letterDate };
  const issued = earliestDate(letterDate);
  const isEarly =
    issued !== null && folded.earliest !== NO_DAY && folded.earliest < dayNumber(firstDay(issued));
  // Rows that a correction stands in for are no longer in the table.
  const isStrange = [...table.keys].some((key) => !keys.includes(key));
  const isSuspect = hasCorrections || isEarly || isStrange || mayBeFaulty(table, route, folded);
  const sent = hasCorrections ? ledger.recorded() : sentBy(ledger, issuers);
  return [
    ...(isSuspect ? verifyLedger({ ...known, movements: ledger.recorded() }, asOf) : []),
    ...verifyLetters({ ...known, movements: sent }, letters),
  ];
};

const markNumbers = (ledger: FoldedLedger, marks: NumberMarks): void => {
  if (ledger.hasCorrections) marks.markMovements(ledger.effective());
  else marks.markRows(ledger.bytes, ledger.table);
};

const candidatesOf = (ledger: FoldedLedger, marks: NumberMarks): Movement[] =>
  ledger.hasCorrections
    ? effectiveMovements(ledger.recorded()).filter(marks.isCandidate)
    : marks
        .candidateRows(ledger.bytes, ledger.table)
        .map((row) => validMovementAt(ledger.bytes, ledger.table, row));

/** What the first pass over some ledgers found. */
interface FirstPass extends Verified {
  /** Places of the ledgers without a faulty row. */
  readonly sound: readonly number[];
}

/** What a thread does: the first pass over some of the ledgers. */
export interface VerifyTask {
  readonly root: string;
  readonly offices: readonly Office[];
  readonly totals: readonly OfficeTotal[];
  readonly rules: readonly RouteRules[];
  readonly ledgers: readonly VerifiedLedger[];
  readonly asOf: IsoDate;
}

/** What a thread answers. */
export interface ThreadPass extends FirstPass {
  readonly marks: ThreadMarks;
}

const counter = () => {
  const problems: Problem[] = [];
  let found = 0;
  return {
    tell: (more: readonly Problem[], count = more.length): void => {
      found += count;
      problems.push(...more.slice(0, Math.max(0, MAX_TOLD - problems.length)));
    },
    said: () => ({ problems, found }),
  };
};

/** Reads ledgers one after the other: their form, what they say that cannot be, and the numbers that they use, into `marks`. */
export const firstPass = (
  fold: ReturnType<typeof ledgerFolder>,
  ledgers: readonly VerifiedLedger[],
  asOf: IsoDate,
  marks: NumberMarks,
): FirstPass => {
  const { tell, said } = counter();
  let movements = 0;
  const sound: number[] = [];
  for (const [at, one] of ledgers.entries()) {
    const ledger = fold(one.job, asOf);
    tell(ledger.problems);
    if (!('folded' in ledger)) continue;
    movements += ledger.movements;
    if (ledger.problems.length > 0) continue;
    tell(problemsOf(one, ledger, asOf));
    markNumbers(ledger, marks);
    sound.push(at);
  }
  return { movements, sound, ...said() };
};

/** Compares the numbers in full that may have been used twice. */
const secondPass = (
  fold: ReturnType<typeof ledgerFolder>,
  ledgers: readonly VerifiedLedger[],
  asOf: IsoDate,
  marks: NumberMarks,
  tell: (problems: readonly Problem[]) => void,
): void => {
  const uses = new Map<string, NumberUse>();
  for (const { id: circular, job } of ledgers) {
    const ledger = fold(job, asOf);
    if (!('folded' in ledger) || ledger.problems.length > 0) continue;
    for (const movement of candidatesOf(ledger, marks)) {
      const key = numberUsed(movement);
      if (key === null) continue;
      const first = uses.get(key);
      if (first) {
        const problem = numberUsedAgain(job.file, circular, movement, first);
        if (problem) tell([problem]);
      } else {
        const { no, date } = movement;
        uses.set(key, { file: job.file, circular, no, date: date as IsoDate });
      }
    }
  }
};

/** Bytes of ledgers from which on a second thread saves more than it costs. */
const WORTH_A_THREAD = 64_000_000;

/** How many ledgers are the first half of their bytes; all of them where a thread is not worth it. */
const halfOf = (root: string, ledgers: readonly VerifiedLedger[], worthAThread: number): number => {
  const sizes = ledgers.map(({ job }) => sizeOf(join(root, job.file)));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all < worthAThread || availableParallelism() < 2) return ledgers.length;
  let [half, sum] = [0, 0];
  while (sum < all / 2) sum += sizes[half++] as number;
  return half;
};

/**
 * Verifies ledgers: their form row by row, what they say that cannot be, and numbers used for two letters. Ledgers with faulty
 * rows are reported, and left out of the comparison of numbers. Half of many is read by a second thread.
 */
export const verifyLedgers = async (
  { root, registry, rules }: Pick<VerifyTask, 'root' | 'rules'> & { readonly registry: Registry },
  ledgers: readonly VerifiedLedger[],
  asOf: IsoDate,
  worthAThread = WORTH_A_THREAD,
): Promise<Verified> => {
  const fold = ledgerFolder(root, registry, rules);
  const half = halfOf(root, ledgers, worthAThread);
  const { offices, totals } = registry;
  const task = { root, offices, totals, rules, ledgers: ledgers.slice(half), asOf };
  const beside =
    half < ledgers.length
      ? inThread<ThreadPass>(
          new URL('./verify-thread.ts', import.meta.url),
          task satisfies VerifyTask,
        )
      : null;
  const marks = numberMarks();
  const here = firstPass(fold, ledgers.slice(0, half), asOf, marks);
  const there = await beside;
  if (there) marks.join(there.marks);
  const { tell, said } = counter();
  tell(here.problems, here.found);
  if (there) tell(there.problems, there.found);
  if (marks.hasCandidates()) {
    const sound = [...here.sound, ...(there?.sound ?? []).map((at) => half + at)];
    const all = sound.map((at) => ledgers[at] as VerifiedLedger);
    secondPass(fold, all, asOf, marks, tell);
  }
  return { movements: here.movements + (there?.movements ?? 0), ...said() };
};
