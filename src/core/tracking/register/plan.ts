import type { IsoDate } from '#core/letter/date.ts';
import type { Route } from '#core/office/route.ts';
import { effectiveMovements, type Movement } from '../movement.ts';
import { refusalsOf } from '../recording.ts';
import type { UnnumberedMovement } from './match.ts';

/**
 * What of a movement is not recorded yet; null where nothing is. Recorded is a movement of the same office, kind,
 * number and day. One letter may be in several rows of a register, with an addressee each: of a letter sent only
 * those addressees are left that no row has. A desk counts only where both name one.
 */
export const stillToRecord = (
  recorded: readonly (Movement | UnnumberedMovement)[],
  one: UnnumberedMovement,
): UnnumberedMovement | null => {
  const same = recorded.filter(
    ({ kind, office, number, date, desk }) =>
      kind === one.kind &&
      office === one.office &&
      number === one.number &&
      date === one.date &&
      (desk === undefined || one.desk === undefined || desk === one.desk),
  );
  if (same.length === 0) return one;
  const to = one.to.filter((addressee) => !same.some((other) => other.to.includes(addressee)));
  return to.length > 0 ? { ...one, to } : null;
};

/** A movement that a row of a register gives. */
export interface PlannedMovement {
  readonly line: number;
  readonly movement: UnnumberedMovement;
}

/** What is to be added to one ledger, what is there already, and what it would contradict, with the reason. */
export interface Additions<Planned extends PlannedMovement> {
  readonly added: readonly Planned[];
  readonly already: readonly Planned[];
  readonly refused: readonly { readonly planned: Planned; readonly reason: string }[];
}

/**
 * Movements of one letter that one register may add. No office has more addressees than some hundred; each is checked
 * against the whole ledger, which takes the square of their number.
 */
export const MOST_OF_ONE_LETTER = 1000;

/** Why a row of such a letter is not taken. */
export const TOO_MANY = `the register has more than ${MOST_OF_ONE_LETTER.toLocaleString('en-US')} rows of this letter`;

const asColumn = (column: string): string => column;

/** Sorts movements for one ledger; whatever the ledger would then say that cannot be is not added. */
export const planAdditions = <Planned extends PlannedMovement>(
  recorded: readonly Movement[],
  planned: readonly Planned[],
  route: Route,
  ledger: Parameters<typeof refusalsOf>[3],
  asOf: IsoDate,
): Additions<Planned> => {
  const added: Planned[] = [];
  const already: Planned[] = [];
  const refused: { planned: Planned; reason: string }[] = [];
  let soFar = recorded;
  for (const one of planned) {
    if (added.length + already.length + refused.length >= MOST_OF_ONE_LETTER) {
      refused.push({ planned: one, reason: TOO_MANY });
      continue;
    }
    // A register says what a correction says since, or what it put right: neither is news.
    const left = stillToRecord([...soFar, ...effectiveMovements(soFar)], one.movement);
    if (left === null) {
      already.push(one);
      continue;
    }
    const movement = { ...left, no: soFar.length + 1 };
    const [problem] = refusalsOf(movement, soFar, route, ledger, asOf, asColumn);
    if (problem) {
      refused.push({ planned: one, reason: problem.what });
      continue;
    }
    added.push({ ...one, movement: left });
    soFar = [...soFar, movement];
  }
  return { added, already, refused };
};
