import { dateOfDayNumber, daysBetween, formatThaiDate } from '#core/letter/date.ts';
import { possibleValues } from '#core/letter/fact.ts';
import { countedIn } from '#core/office/coverage.ts';
import type { Route } from '#core/office/route.ts';
import { ProblemError } from '#core/problem.ts';
import { runwayOf, statedDeadlines } from '#core/tracking/deadlines.ts';
import { type Interval, type Stop, stopsOf } from '#core/tracking/intervals.ts';
import { standingMovements, usableDate } from '#core/tracking/movement.ts';
import {
  COUNTED_LEVELS,
  type CountedLevel,
  OFFICE_STATES,
  type Summary,
  summarize,
} from '#core/tracking/summary.ts';
import { readLedger } from '#store/ledger/read-ledger.ts';
import { ledgerFolder } from '#store/ledger/summarize.ts';
import { type CircularRecord, jobOf } from '#store/ledger/tracked.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { findCircular, openContext, readArgs, type TrackContext } from './context.ts';

const inCountry = (
  { registry }: TrackContext,
  level: CountedLevel,
  { rules }: Route,
): number | null => countedIn(registry, 'th', level, rules);

const interval = (one: Interval | null) =>
  one && {
    fromNo: one.from.no,
    toNo: one.to?.no ?? null,
    days: one.days,
    basis: one.basis,
    why: one.why,
  };

const stopData = (context: TrackContext, record: CircularRecord, stop: Stop) => {
  const arrival = stop.movements
    .filter(({ kind }) => kind === 'received')
    .map(usableDate)
    .sort()[0];
  const issued = stop.movements.find(({ kind }) => kind === 'sent');
  const start =
    arrival ??
    (stop.office === record.circular.letter.issuer && issued ? usableDate(issued) : null);
  return {
    office: stop.office,
    name: context.nameOf(stop.office),
    movements: stop.movements,
    transit: interval(stop.transit),
    betweenDesks: stop.desks.map(interval),
    fromLastDesk: interval(stop.fromLastDesk),
    dwell: interval(stop.dwell),
    branches: stop.branches,
    runway: statedDeadlines(record.circular).map((deadline) => ({
      ...deadline,
      ...(start ? runwayOf(start, deadline) : { toLast: null, toFirst: null }),
    })),
  };
};

/** All that `status` tells of one circular. */
export const statusOf = async (context: TrackContext, record: CircularRecord) => {
  const route = context.routeOf(record);
  const fold = ledgerFolder(context.root, context.registry, context.rules);
  const one = fold(jobOf(record), context.asOf);
  if (one.problems.length > 0 || !('folded' in one)) throw new ProblemError(one.problems);
  const summary = summarize(one.folded, one.route, one.room, one.movements);
  const movements = standingMovements(await readLedger(context.root, record.ledger));
  const stops = stopsOf(route, movements, context.asOf);
  return { route, summary, stops: stops.map((stop) => stopData(context, record, stop)) };
};

type Status = Awaited<ReturnType<typeof statusOf>>;

const WHY = {
  'unclear-date': 'a date is unclear or missing: left out',
  'impossible-order': 'the dates are in an impossible order: left out',
  'not-recorded': 'no record of the end',
} as const;

const days = (one: ReturnType<typeof interval>): string => {
  if (!one) return '-';
  if (one.why) return WHY[one.why];
  return `${one.days} days${one.basis === 'cited' ? ' (a date known only from a later letter: not in sums)' : ''}`;
};

const countsLine = (level: CountedLevel, { states }: Summary, total: number | null): string => {
  const counts = OFFICE_STATES.flatMap((state, at) =>
    states[level][at] ? [`${state === 'none' ? 'no record' : state} ${states[level][at]}`] : [],
  );
  const listed = states[level].reduce((sum, one) => sum + one, 0);
  const known =
    total === null || total === listed ? '' : `; the registry lists ${listed} of ${total}`;
  return `  ${level.padEnd(10)} ${counts.join(', ') || 'none on the route'}${known}`;
};

const stopLines = ({ registry }: TrackContext, stop: Status['stops'][number]): string[] => {
  const branches = stop.branches.map(({ branch, how, missing }) => {
    const names = missing
      .slice(0, 3)
      .map((id) => registry.byId.get(id)?.name ?? id)
      .join(', ');
    return `${branch} ${how}${how === 'partly' || how === 'none' ? ` (no letter recorded to ${missing.length}: ${names}${missing.length > 3 ? ' …' : ''})` : ''}`;
  });
  return [
    `  ${stop.office} ${stop.name}`,
    ...stop.movements.map(({ kind, date, number, desk, doubt, read }) => {
      const doubts = Object.entries(doubt).map(([name, how]) => `${name} ${how}`);
      const marks = doubts.length > 0 ? `  [${doubts.join(', ')}${read ? `: ${read}` : ''}]` : '';
      return `    ${kind.padEnd(8)} ${date ?? 'no date'}  ${number ?? ''}  ${desk ?? ''}${marks}`.trimEnd();
    }),
    ...(stop.transit ? [`    transit: ${days(stop.transit)}`] : []),
    ...stop.betweenDesks.map((one) => `    between desks: ${days(one)}`),
    ...(stop.fromLastDesk ? [`    from the last desk on: ${days(stop.fromLastDesk)}`] : []),
    ...(stop.dwell ? [`    dwell: ${days(stop.dwell)}`] : []),
    ...(branches.length > 0 ? [`    passed on to: ${branches.join('; ')}`] : []),
    ...stop.runway.map(({ last, toLast, toFirst }) =>
      toLast === null
        ? `    runway to ${last}: unknown, no certain day of arrival`
        : `    runway to ${last}: ${toLast} days${toFirst === null ? '' : `, ${toFirst} until it opens`}`,
    ),
  ];
};

const printStatus = (context: TrackContext, record: CircularRecord, status: Status): string => {
  const { letter, title } = record.circular;
  const { summary, route } = status;
  const { oldest } = summary;
  const numbers = possibleValues(letter.number).join(' or ') || 'no readable number';
  const date = letter.date.value ? formatThaiDate(letter.date.value) : 'no readable date';
  return [
    `${record.id}  ${numbers}  ${date}${letter.number.doubt || letter.date.doubt ? '  (needs checking)' : ''}`,
    `  ${title}${record.circular.sample ? '  (sample data)' : ''}`,
    `as of ${context.asOf}: ${summary.movements} movements recorded${summary.later ? `, ${summary.later} dated later left out` : ''}${summary.undated ? `, ${summary.undated} without a usable date left out of every sum` : ''}`,
    '"no record" means that nothing was reported, not that nothing arrived.',
    ...COUNTED_LEVELS.map((level) => countsLine(level, summary, inCountry(context, level, route))),
    oldest
      ? `stuck longest: ${context.nameOf(oldest.office)} - ${oldest.what === 'no-receipt' ? 'no receipt recorded since it was sent' : 'received, not passed on as far as recorded'}, since ${dateOfDayNumber(oldest.since)} (${daysBetween(dateOfDayNumber(oldest.since), context.asOf)} days)`
      : 'stuck longest: nothing that certain dates show',
    'stops:',
    ...status.stops.flatMap((stop) => stopLines(context, stop)),
  ].join('\n');
};

export const status: Command = {
  help: `
npm run -s track -- status CIRCULAR [--as-of YYYY-MM-DD] [--json]

Where one circular is: offices by level and state, where it is stuck longest, and each stop on record with its stamps,
transit, dwell, runway to stated deadlines, and to which branches it was passed on.
CIRCULAR is a permanent id, a path or the number of its letter in any spelling.

  npm run -s track -- status dla-x-wx-0325
  npm run -s track -- status "มท ๐๘๐๘.๔/ว ๑๕๔๑" --as-of 2025-04-20
  npm run -s track -- status 2563/dla-x-wx-07xx --json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {});
    const [asked, ...more] = positionals;
    if (asked === undefined || more.length > 0) throw new UsageError('Give one circular.');
    const context = await openContext(io, values);
    const record = findCircular(context, asked);
    const found = await statusOf(context, record);
    if (!context.json) io.out(printStatus(context, record, found));
    else {
      const { summary, stops, route } = found;
      const levels = Object.fromEntries(
        COUNTED_LEVELS.map((level) => [
          level,
          {
            listed: summary.states[level].reduce((sum, one) => sum + one, 0),
            inCountry: inCountry(context, level, route),
            states: Object.fromEntries(
              OFFICE_STATES.map((state, at) => [state, summary.states[level][at]]),
            ),
          },
        ]),
      );
      const oldest = summary.oldest && {
        ...summary.oldest,
        since: dateOfDayNumber(summary.oldest.since),
      };
      const { movements, later, undated } = summary;
      io.out(
        JSON.stringify(
          {
            circular: record.id,
            asOf: context.asOf,
            sample: record.circular.sample,
            movements,
            later,
            undated,
            levels,
            stuckLongest: oldest,
            stops,
          },
          null,
          2,
        ),
      );
    }
    return EXIT.ok;
  },
};
