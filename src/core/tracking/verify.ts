import { type IsoDate, isFullDate } from '#core/letter/date.ts';
import { possibleValues } from '#core/letter/fact.ts';
import type { Route } from '#core/office/route.ts';
import type { Problem } from '#core/problem.ts';
import { type Interval, stopsOf } from './intervals.ts';
import { certainDate, type Movement, standingMovements } from './movement.ts';

/** A ledger to be checked, with the file that it stands in. */
export interface CheckedLedger {
  readonly file: string;
  readonly circular: string;
  readonly movements: readonly Movement[];
  readonly route: Route;
}

const atRow = (
  file: string,
  no: number,
  field: string,
  rest: Pick<Problem, 'what' | 'why' | 'mend'>,
): Problem => ({
  file,
  line: no + 1,
  field,
  ...rest,
});

const CORRECT =
  'Compare with the stamp or letter; correct it with npm run track -- record --kind corrected, or mark it as doubtful.';

const backwards = (file: string, one: Interval | null, what: string): Problem[] => {
  if (one?.why !== 'impossible-order' || !one.to) return [];
  const [start, end] = [certainDate(one.from), certainDate(one.to)];
  if (start === null || end === null) return [];
  return [
    atRow(file, one.to.no, 'date', {
      what: `${what}: ${end}, and row ${one.from.no} is of ${start}`,
      why: 'Time cannot run backwards; the two are left out of every sum.',
      mend: CORRECT,
    }),
  ];
};

/** What one ledger says that cannot be: receipts before sending, time running backwards, days that have not come. */
export const verifyLedger = (
  { file, movements, route }: CheckedLedger,
  today: IsoDate,
): Problem[] => {
  const later = movements.flatMap(({ no, date }) =>
    date !== undefined && date.slice(0, 10) > today.slice(0, date.length)
      ? [
          atRow(file, no, 'date', {
            what: `${date} has not come yet (as of ${today})`,
            mend: 'Correct the date, or run with a later --as-of.',
          }),
        ]
      : [],
  );
  const onWay = new Set<string>();
  for (const [at, { id }] of route.registry.offices.entries()) {
    if (at === route.issuer || route.sender[at] !== -1) onWay.add(id);
  }
  const strangers = movements.flatMap(({ no, office }) =>
    onWay.has(office)
      ? []
      : [
          atRow(file, no, 'office', {
            what: `${office} is not on the route of this circular`,
            why: 'Nothing would ever show what is recorded there.',
            mend: 'Correct the office, or the addressees of the circular, or content/registry/routes.',
          }),
        ],
  );
  const stops = stopsOf(route, standingMovements(movements), '9999-12-31');
  return [
    ...later,
    ...strangers,
    ...stops.flatMap((stop) => [
      ...backwards(file, stop.transit, 'received before it was sent'),
      ...backwards(file, stop.dwell, 'sent on before it was received'),
    ]),
  ];
};

interface Use {
  readonly file: string;
  readonly circular: string;
  readonly movement: Movement;
}

/** Numbers that one office used for two different letters in one year: of letters sent, and of its register. */
export const verifyNumbers = (ledgers: readonly CheckedLedger[]): Problem[] => {
  const uses = new Map<string, Use>();
  const problems: Problem[] = [];
  for (const { file, circular, movements } of ledgers) {
    for (const movement of standingMovements(movements)) {
      const { kind, office, number, date, doubt, desk } = movement;
      if (number === undefined || doubt.number || doubt.date || !date || !isFullDate(date))
        continue;
      if (kind !== 'sent' && kind !== 'received') continue;
      const key = [
        kind,
        office,
        kind === 'received' ? (desk ?? '') : '',
        date.slice(0, 4),
        number,
      ].join('\t');
      const first = uses.get(key);
      if (!first) {
        uses.set(key, { file, circular, movement });
        continue;
      }
      // One letter to several addressees may stand in several rows of one ledger, all of one day.
      if (first.circular === circular && first.movement.date === date) continue;
      problems.push(
        atRow(file, movement.no, 'number', {
          what: `${office} used the number ${number} already (${first.file}:${first.movement.no + 1}, ${first.movement.date})`,
          why: 'Within a year a number stands for one letter.',
          mend: CORRECT,
        }),
      );
    }
  }
  return problems;
};

/** Numbers and days of sent letters that the ledger has otherwise than the letters of the circular. */
export const verifyLetters = (
  { file, movements }: CheckedLedger,
  letters: readonly {
    readonly key: string;
    readonly issuer: string;
    readonly number: Parameters<typeof possibleValues<string>>[0];
  }[],
): Problem[] =>
  standingMovements(movements).flatMap(({ no, kind, office, number, source, doubt }) => {
    const letter = letters.find(({ key, issuer }) => key === source && issuer === office);
    if (kind !== 'sent' || !letter || number === undefined || doubt.number) return [];
    const known = possibleValues(letter.number);
    return known.length === 0 || known.includes(number)
      ? []
      : [
          atRow(file, no, 'number', {
            what: `${number} is not the number of the letter ${source} (${known.join(' or ')})`,
            mend: 'Compare both with the letter; correct the one that is wrong.',
          }),
        ];
  });
