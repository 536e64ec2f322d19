import { daysBetween, formatThaiDate, type IsoDate } from '#core/letter/date.ts';
import { possibleValues } from '#core/letter/fact.ts';
import { type Bottleneck, isReceiptRecorded } from '#core/tracking/bottlenecks.ts';
import type { Interval, OfficeVisit } from '#core/tracking/intervals.ts';
import type { CircularStatus, StateCounts, StatusNode } from '#core/tracking/status.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { daysText } from './days-text.ts';

/** What `status` found of one circular; `tree` is all of it, or the part of one province. */
export interface FoundStatus {
  readonly record: CircularRecord;
  readonly status: CircularStatus;
  readonly asOf: string;
  readonly movements: number;
  readonly later: number;
  readonly undated: number;
  readonly tree: StatusNode | null;
  readonly province: string | null;
}

/** Trees of more stops than this are shown without their stamps, down to the provinces. */
const SHOWN_STOPS = 60;
const SHOWN_NAMES = 3;
const SHOWN_STUCK = 12;
const CITED = 'a day known only from a later letter';

const WHY = {
  'unclear-date': 'a date is unclear or missing: left out',
  'impossible-order': 'the dates are in an impossible order: left out',
  'not-recorded': 'no record of the end',
} as const;

type NameOf = (office: string) => string;

const lengthOf = (one: Interval): string =>
  one.why
    ? WHY[one.why]
    : `${daysText(one.days ?? 0)}${one.basis === 'cited' ? ` (${CITED}: not in sums)` : ''}`;

/** States and how many offices stand in each: `no record 853, addressed 24`. */
export const countsText = (states: StateCounts): string =>
  Object.entries(states)
    .map(([state, count]) => `${state === 'none' ? 'no record' : state} ${count}`)
    .join(', ');

const namesText = (ids: readonly string[], nameOf: NameOf): string =>
  ids.slice(0, SHOWN_NAMES).map(nameOf).join(', ') +
  (ids.length > SHOWN_NAMES ? ` and ${ids.length - SHOWN_NAMES} more` : '');

/** Since when, in words; days are counted only where the offices are known to have it, as else they read as blame. */
export const sinceText = (
  { what, since, basis }: Pick<Bottleneck, 'what' | 'since' | 'basis'>,
  asOf: IsoDate,
): string => {
  const isKnown = isReceiptRecorded(what);
  if (since === null) return isKnown ? 'since an unclear day' : 'nobody has reported';
  const cited = basis === 'cited' ? ` (${CITED})` : '';
  return isKnown
    ? `since ${since}, ${daysText(daysBetween(since, asOf))}${cited}`
    : `nobody has reported since ${since}${cited}`;
};

/** Offices from which no record says that a circular went on, in a sentence. */
export const bottleneckText = (one: Bottleneck, asOf: IsoDate, nameOf: NameOf): string => {
  const from = one.from ? nameOf(one.from) : 'an unknown office';
  const what = {
    'no-receipt': `${from} wrote to them, no receipt is recorded`,
    'not-passed-on': 'received, not passed on as far as recorded',
    'left-out': `${from} wrote to others, no letter to them is recorded`,
  }[one.what];
  return `${one.branch} (${one.offices.length}): ${what}, ${sinceText(one, asOf)}: ${namesText(one.offices, nameOf)}`;
};

/** Standstills of one kind under a heading, the longest first; nothing where there are none. */
const standstillLines = (
  heading: string,
  all: readonly Bottleneck[],
  asOf: IsoDate,
  nameOf: NameOf,
): string[] => {
  if (all.length === 0) return [];
  const shown = all.slice(0, SHOWN_STUCK);
  const more = all.length - shown.length;
  return [
    heading,
    ...shown.map((one) => `  ${bottleneckText(one, asOf, nameOf)}`),
    ...(more > 0 ? [`  and ${more} more (--json)`] : []),
  ];
};

const stampLines = (stop: OfficeVisit): string[] =>
  stop.movements.map(({ kind, date, time, number, desk, doubt, read }) => {
    const doubts = Object.entries(doubt).map(([name, how]) => `${name} ${how}`);
    const marks = doubts.length > 0 ? `[${doubts.join(', ')}${read ? `: ${read}` : ''}]` : '';
    const when = [date ?? 'no date', time].filter(Boolean).join(' ');
    return [`${kind.padEnd(8)} ${when}`, number, desk, marks].filter(Boolean).join('  ');
  });

const lengthLines = ({ transit, desks, fromLastDesk, dwell }: OfficeVisit): string[] => [
  ...(transit ? [`transit: ${lengthOf(transit)}`] : []),
  ...desks.map((one) => `between desks: ${lengthOf(one)}`),
  ...(fromLastDesk ? [`from the last desk on: ${lengthOf(fromLastDesk)}`] : []),
  ...(dwell ? [`dwell: ${lengthOf(dwell)}`] : []),
];

const HOW = {
  group: 'addressed as a whole',
  named: 'each addressed by name',
  partly: 'some addressed by name',
  none: 'no letter recorded',
} as const;

const belowLines = ({ stop, below }: StatusNode, nameOf: NameOf): string[] =>
  below.map(({ branch, states }) => {
    const figure = stop?.branches.find((one) => one.branch === branch);
    const missing =
      figure && (figure.how === 'partly' || figure.how === 'none')
        ? `, not to ${namesText(figure.missing, nameOf)}`
        : '';
    const how = figure ? ` (${HOW[figure.how]}${missing})` : '';
    return `below, ${branch}: ${countsText(states)}${how}`;
  });

const nodeLines = (node: StatusNode, nameOf: NameOf, isShort: boolean, depth = 1): string[] => {
  const pad = '  '.repeat(depth);
  const state = node.state === null ? 'issuer' : node.state === 'none' ? 'no record' : node.state;
  const stamps =
    isShort || !node.stop
      ? []
      : [
          ...stampLines(node.stop),
          ...lengthLines(node.stop),
          ...node.deadlines.map(({ deadline: { last }, runway }) =>
            runway === null
              ? `runway to ${last}: unknown, no usable day of arrival`
              : `runway to ${last}: ${daysText(runway.toLast)}${runway.toFirst === null ? '' : `, ${runway.toFirst} until it opens`}`,
          ),
        ];
  const isEnd = isShort && node.level === 'province';
  return [
    `${pad}${node.office} ${nameOf(node.office)} - ${state}`,
    ...[...stamps, ...belowLines(node, nameOf)].map((line) => `${pad}    ${line}`),
    ...(isEnd ? [] : node.children.flatMap((one) => nodeLines(one, nameOf, isShort, depth + 1))),
  ];
};

const sizeOf = ({ stop, children }: StatusNode): number =>
  (stop ? 1 : 0) + children.reduce((sum, one) => sum + sizeOf(one), 0);

/** Where a circular is, as people read it in a terminal. */
export const statusText = (
  { record, status, asOf, movements, later, undated, tree, province }: FoundStatus,
  nameOf: NameOf,
): string => {
  const { letter, title, sample } = record.circular;
  const numbers = possibleValues(letter.number).join(' or ') || 'no readable number';
  const date = letter.date.value ? formatThaiDate(letter.date.value) : 'no readable date';
  const isDoubtful = letter.number.doubt || letter.date.doubt;
  const isShort = province === null && tree !== null && sizeOf(tree) > SHOWN_STOPS;
  const known = status.bottlenecks.filter(({ what }) => isReceiptRecorded(what));
  const unreported = status.bottlenecks.filter(({ what }) => !isReceiptRecorded(what));
  return [
    `${record.id}  ${numbers}  ${date}${isDoubtful ? '  (needs checking)' : ''}`,
    `  ${title}${sample ? '  (sample data)' : ''}`,
    `as of ${asOf}: ${movements} movements recorded${later ? `, ${later} dated later left out` : ''}${undated ? `, ${undated} without a usable date left out of every sum` : ''}`,
    '"no record" means that nothing was reported, not that nothing arrived.',
    ...status.levels.map(({ level, listed, inCountry, states }) => {
      const known =
        inCountry === null || inCountry === listed
          ? ''
          : `; the registry lists ${listed} of ${inCountry}`;
      return `  ${level.padEnd(10)} ${countsText(states) || 'none on the route'}${known}`;
    }),
    ...standstillLines(
      'received, no record yet of passing it on, the longest first:',
      known,
      asOf,
      nameOf,
    ),
    ...standstillLines(
      'nobody has reported, which does not mean that nothing arrived, nor that it lies there:',
      unreported,
      asOf,
      nameOf,
    ),
    ...(status.bottlenecks.length > 0
      ? []
      : [
          movements === later
            ? 'nothing is recorded of it by that day'
            : 'no record shows an office that has not passed it on',
        ]),
    ...(status.offRoute.length > 0
      ? [
          `recorded at offices that are not on its route (see verify): ${status.offRoute.join(', ')}`,
        ]
      : []),
    isShort ? 'tree, down to the provinces (--province P shows one in full):' : 'tree:',
    ...(tree ? nodeLines(tree, nameOf, isShort) : ['  the issuer is not in the registry']),
  ].join('\n');
};
