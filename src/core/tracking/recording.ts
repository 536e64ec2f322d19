import type { IsoDate } from '#core/letter/date.ts';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import type { Route } from '#core/office/route.ts';
import { formatProblem, type Problem } from '#core/problem.ts';
import type { Movement } from './movement.ts';
import { rowFaults } from './row-rules.ts';
import { type CheckedLedger, verifyLedger } from './verify.ts';

/** Whether two movements say the same, whatever their numbers. */
export const isSameMovement = (one: Movement, other: Movement): boolean => {
  // To write out a whole ledger for each movement takes longer than all else.
  if (one.kind !== other.kind || one.office !== other.office) return false;
  if (one.number !== other.number || one.date !== other.date) return false;
  const said = ({ no: _, doubt, ...rest }: Movement): string =>
    JSON.stringify([Object.entries(rest).sort(), Object.entries(doubt).sort()]);
  return said(one) === said(other);
};

/** What a correction of a letter sent lacks: its columns are the whole corrected movement, or none at all. */
const incomplete = (
  { date, number, to, doubt }: Movement,
  corrected: Movement | undefined,
  fieldOf: (column: string) => string,
): Problem[] => {
  const takesBack = date === undefined && number === undefined && to.length === 0;
  if (corrected?.kind !== 'sent' || takesBack) return [];
  const lacks = (column: string, what: string, fix: string): Problem => {
    return { file: null, field: fieldOf(column), what, fix };
  };
  const isLetterNumber = number !== undefined && canonicalLetterNumber(number) === number;
  return [
    ...(isLetterNumber || (number === undefined && doubt.number)
      ? []
      : [
          lacks(
            'number',
            'a corrected letter has no letter number',
            'Give the number of the letter as it should be.',
          ),
        ]),
    ...(to.length > 0
      ? []
      : [
          lacks(
            'to',
            'a corrected letter has no addressee',
            'Give the offices or groups it was sent to, corrected or not.',
          ),
        ]),
  ];
};

/**
 * Why a movement may not be recorded after those that are: it names a day that has not come or an earlier row that is
 * not there, is there already, makes the ledger say what cannot be, or holds what the check refuses. `fieldOf` names a column
 * as the person gave it.
 */
export const refusalsOf = (
  one: Movement,
  recorded: readonly Movement[],
  route: Route,
  ledger: Omit<CheckedLedger, 'movements' | 'route'>,
  asOf: IsoDate,
  fieldOf: (column: string) => string,
): Problem[] => {
  const problems: Problem[] = [];
  if (one.date !== undefined && one.date > asOf) {
    problems.push({
      file: null,
      field: fieldOf('date'),
      what: `${one.date} has not come yet (as of ${asOf})`,
      fix: 'Correct the date; what has not happened is not recorded.',
    });
  }
  if (one.corrects !== undefined && one.corrects > recorded.length) {
    problems.push({
      file: null,
      field: fieldOf('corrects'),
      what: `the ledger has ${recorded.length} movements, none with the no ${one.corrects}`,
      fix: 'Give the no of the movement that is wrong (npm run -s track -- status CIRCULAR --json).',
    });
  }
  problems.push(...incomplete(one, recorded[(one.corrects ?? 0) - 1], fieldOf));
  const { keys } = ledger;
  for (const { field, ...said } of rowFaults(one, { keys, offices: route.registry.byId })) {
    problems.push({ file: null, field: fieldOf(field), ...said });
  }
  const again = recorded.find((old) => isSameMovement(old, one));
  if (again) {
    problems.push({
      file: null,
      what: `the same movement is recorded already, as no ${again.no}`,
      fix: 'Nothing needs to be done.',
    });
  }
  if (problems.length > 0) return problems;
  const before = { ...ledger, movements: recorded, route };
  const known = new Set(verifyLedger(before, asOf).map(formatProblem));
  return verifyLedger({ ...before, movements: [...recorded, one] }, asOf).filter(
    (problem) => !known.has(formatProblem(problem)),
  );
};
