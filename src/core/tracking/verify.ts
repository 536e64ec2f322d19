import { dayNumber, type IsoDate, isFullDate } from '#core/letter/date.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import { NOBODY, type Route } from '#core/office/route.ts';
import type { Problem } from '#core/problem.ts';
import { type Addressed, type Folded, findAddressed } from './fold.ts';
import { afterRecording, beforeIssue, beforeSending } from './impossible-dates.ts';
import { type Interval, officeVisitsOf } from './intervals.ts';
import { certainDate, effectiveMovements, type Movement, usableDate } from './movement.ts';
import { sourceFaults } from './row-rules.ts';
import { CERTAIN, CITED, type MovementTable, NO_DAY, NOT_RECORDED } from './table.ts';

/** A ledger to be checked, with the file that it is in. */
export interface CheckedLedger {
  readonly file: string;
  readonly circular: string;
  readonly movements: readonly Movement[];
  readonly route: Route;
  /** Keys of the covering letters of the chain. */
  readonly keys: readonly string[];
  /** Date of the letter; left out where it is not known at all. */
  readonly letterDate?: Fact<IsoDate> | undefined;
}

const atRow = (
  file: string,
  no: number,
  field: string,
  rest: Pick<Problem, 'what' | 'why' | 'fix'>,
): Problem => ({
  file,
  line: no + 1,
  field,
  ...rest,
});

const CORRECT =
  'Compare with the stamp or letter; correct it with npm run track -- record --kind corrected, or mark it as doubtful.';

const BACKWARDS = 'Time cannot run backwards; the two are left out of every sum.';

const backwards = (file: string, one: Interval | null, what: string): Problem[] => {
  if (one?.why !== 'impossible-order' || !one.to) return [];
  const [start, end] = [certainDate(one.from), certainDate(one.to)];
  if (start === null || end === null) return [];
  return [
    atRow(file, one.to.no, 'date', {
      what: `${what}: ${end}, and row ${one.from.no} is of ${start}`,
      why: BACKWARDS,
      fix: CORRECT,
    }),
  ];
};

/** What one ledger says that cannot be: sources that the chain does not have, dates before the letter's, receipts before sending, time running backwards, days that have not come. */
export const verifyLedger = (
  { file, movements, route, keys, letterDate }: CheckedLedger,
  today: IsoDate,
): Problem[] => {
  const later = afterRecording(movements, today).map(({ no, what }) =>
    atRow(file, no, 'date', { what, fix: 'Correct the date, or run with a later --as-of.' }),
  );
  const status = effectiveMovements(movements);
  const early = (letterDate ? beforeIssue(status, letterDate) : []).map(({ no, what }) =>
    atRow(file, no, 'date', {
      what,
      why: 'No letter arrives or leaves before it is there.',
      fix: CORRECT,
    }),
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
            fix: 'Correct the office, or the addressees of the circular, or content/registry/routes.',
          }),
        ],
  );
  const order = officeVisitsOf(route, status, '9999-12-31').flatMap((stop) => [
    ...backwards(file, stop.transit, 'received before it was sent'),
    ...backwards(file, stop.dwell, 'sent on before it was received'),
  ]);
  const ordered = new Set(order.map(({ line }) => line));
  // By all that addressees say, as the check has it, and not by the route alone.
  const unsent = beforeSending(status, route.registry.byId)
    .map(({ no, what }) => atRow(file, no, 'date', { what, why: BACKWARDS, fix: CORRECT }))
    .filter(({ line }) => !ordered.has(line));
  const ended = status.flatMap((movement) => {
    const day = usableDate(movement);
    const { until, successor } = route.registry.byId.get(movement.office) ?? {};
    if (day === null || until === undefined || day <= until) return [];
    return [
      atRow(file, movement.no, 'office', {
        what: `${movement.office} was an office until ${until}, and this is of ${day}`,
        why: 'An office that is no more does nothing; what came after is of the one that took its place.',
        fix:
          successor === undefined
            ? 'Name the office that took its place; the registry knows none (npm run registry -- import LIST --successor ID=ID).'
            : `Name the office that took its place: ${successor}.`,
      }),
    ];
  });
  const sources = movements.flatMap((movement) =>
    sourceFaults(movement, keys).map(({ field, ...said }) => atRow(file, movement.no, field, said)),
  );
  // A receipt before the sending of a later office says more than that it is before the letter.
  const reported = new Set([...order, ...unsent].map(({ line }) => line));
  return [
    ...later,
    ...strangers,
    ...ended,
    ...sources,
    ...early.filter(({ line }) => !reported.has(line)),
    ...order,
    ...unsent,
  ];
};

/** The first movement that used a number, for telling a second one. */
export interface NumberUse {
  readonly file: string;
  readonly circular: string;
  readonly no: number;
  readonly date: IsoDate;
}

/**
 * What must be used for one letter only: the number of a letter sent, or of a desk's register, by office and year.
 * Null for a movement that has no such number, or a doubtful one.
 */
export const numberUsed = ({
  kind,
  office,
  number,
  date,
  doubt,
  desk,
}: Movement): string | null => {
  if (number === undefined || doubt.number || doubt.date || !date || !isFullDate(date)) return null;
  if (kind !== 'sent' && kind !== 'received') return null;
  return [kind, office, date.slice(0, 4), kind === 'received' ? (desk ?? '') : '', number].join(
    '\t',
  );
};

/** What is wrong where a number is used a second time; null where both movements are of one letter and day. */
export const numberUsedAgain = (
  file: string,
  circular: string,
  { no, office, number, date }: Movement,
  first: NumberUse,
): Problem | null =>
  // One letter to several addressees may be in several rows of one ledger, all of one day.
  first.circular === circular && first.date === date
    ? null
    : atRow(file, no, 'number', {
        what: `${office} used the number ${number} already (${first.file}:${first.no + 1}, ${first.date})`,
        why: 'Within a year a number stands for one letter.',
        fix: CORRECT,
      });

/**
 * Whether a folded ledger may say anything that {@link verifyLedger} tells. It is quick and never misses one, so that
 * only few ledgers of thousands have to be read in full.
 */
export const mayBeFaulty = (table: MovementTable, route: Route, folded: Folded): boolean => {
  if (folded.later > 0) return true;
  for (let row = 0; row < table.count; row++) {
    const at = table.office[row] as number;
    if (at !== route.issuer && route.sender[at] === NOBODY) return true;
    const until = route.registry.offices[at]?.until;
    if (until !== undefined && (table.day[row] as number) > dayNumber(until)) return true;
    // The order of cited days is told by addressees alone.
    if (table.trust[row] === CITED) return true;
  }
  const { received, sent } = folded;
  const addressed: Addressed = { from: NOBODY, day: NO_DAY, trust: NOT_RECORDED };
  for (let at = 0; at < route.sender.length; at++) {
    if (received.trust[at] !== CERTAIN) continue;
    const day = received.day[at] as number;
    if (sent.trust[at] === CERTAIN && (sent.day[at] as number) < day) return true;
    findAddressed(folded, route, at, addressed);
    if (addressed.trust === CERTAIN && day < addressed.day) return true;
  }
  return false;
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
  effectiveMovements(movements).flatMap(({ no, kind, office, number, source, doubt }) => {
    const letter = letters.find(({ key, issuer }) => key === source && issuer === office);
    if (kind !== 'sent' || !letter || number === undefined || doubt.number) return [];
    const known = possibleValues(letter.number);
    return known.length === 0 || known.includes(number)
      ? []
      : [
          atRow(file, no, 'number', {
            what: `${number} is not the number of the letter on file (${source}: ${known.join(' or ')})`,
            fix: 'Compare both with the letter; correct the one that is wrong.',
          }),
        ];
  });
