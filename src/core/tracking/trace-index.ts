import { formatLetterNumber, parseLetterNumber } from '#core/letter/number.ts';
import { editDistance } from '#core/nearest.ts';
import { kindOfNumber, TRACE_KINDS, type Trace } from './trace.ts';
import { runningOf, type TraceQuery } from './trace-query.ts';

/**
 * All numbers of all chains in parts, so that a browser fetches some kilobytes of what may be a hundred thousand
 * numbers. A number is looked up by how it ends. Numbers like one that is not found are sought among those that begin
 * or end like it.
 */

/** A number in a part of the index: number, circular, kind, office, date or empty, 1 where it is doubtful. */
type Row = readonly [
  number: string,
  circular: number,
  as: number,
  office: number,
  date: string,
  doubtful: 0 | 1,
];

/** The part of the index with all numbers of one ending. */
export interface TracePart {
  readonly circulars: readonly string[];
  /** Ids of offices with their names. */
  readonly offices: readonly (readonly [id: string, name: string])[];
  readonly rows: readonly Row[];
}

/** Running numbers of letters, by what comes before them. */
export type NearPart = Readonly<Record<string, readonly string[]>>;

/** A number found in the index, with the name of the office where it is. */
export interface IndexedTrace extends Omit<Trace, 'letter'> {
  readonly officeName: string;
}

const FOLDER = '/trace/';
const ENDING = 3;
const NEAR = 2;

const endingOf = (running: string): string => running.padStart(ENDING, '0').slice(-ENDING);
const partName = (running: string): string => `at-${endingOf(running)}`;
// A slip changes all of a number of two digits: these are few, and stand together.
const isShort = (running: string): boolean => running.length <= NEAR;
const headName = (running: string): string =>
  isShort(running) ? 'short' : `from-${running.slice(0, NEAR)}`;
const tailName = (running: string): string =>
  isShort(running) ? 'short' : `to-${running.slice(-NEAR)}`;

/** Address of a part of the index. */
export const tracePartPath = (name: string): string => `${FOLDER}${name}.json`;

/** Names of the parts in which the number of a query is, if it stands anywhere. */
export const partsToSearch = ({ readings }: TraceQuery): string[] => [
  ...new Set(readings.map(({ running }) => partName(running))),
];

const exchanged = (text: string, at: number): string =>
  text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);

/** Names of the parts in which letters stand whose running number is one slip of the keys away. */
export const partsNearby = ({ readings }: TraceQuery): string[] => {
  const running = readings.find(({ source }) => source === 'letter')?.running;
  if (running === undefined) return [];
  // A slip in the first digits leaves the last ones alone, and the other way round; an exchange may touch both.
  const heads = [running, exchanged(running, 0), exchanged(running, 1), running.slice(1)];
  const names = heads.filter((one) => one !== '').map(headName);
  return [...new Set([tailName(running), ...names])];
};

const indexed = <Key>(keys: Iterable<Key>): Map<Key, number> =>
  new Map([...new Set(keys)].map((key, at) => [key, at]));

const buildPart = (traces: readonly Trace[], nameOf: (office: string) => string): TracePart => {
  const circulars = indexed(traces.map(({ circular }) => circular));
  const offices = indexed(traces.map(({ office }) => office));
  return {
    circulars: [...circulars.keys()],
    offices: [...offices.keys()].map((id) => [id, nameOf(id)]),
    rows: traces.map(({ number, circular, as, office, date, doubtful }) => [
      number,
      circulars.get(circular) as number,
      TRACE_KINDS.indexOf(as),
      offices.get(office) as number,
      date ?? '',
      doubtful ? 1 : 0,
    ]),
  };
};

const buildNearParts = (traces: readonly Trace[]): Map<string, NearPart> => {
  const parts = new Map<string, Map<string, Set<string>>>();
  for (const trace of traces) {
    const letter = trace.as === 'register' ? null : parseLetterNumber(trace.number);
    if (!letter) continue;
    const stem = formatLetterNumber({ ...letter, running: '' });
    for (const name of [headName(letter.running), tailName(letter.running)]) {
      const part = parts.get(name) ?? new Map<string, Set<string>>();
      parts.set(name, part);
      part.set(stem, (part.get(stem) ?? new Set()).add(letter.running));
    }
  }
  return new Map(
    [...parts].map(([name, part]) => [
      name,
      Object.fromEntries([...part].map(([stem, runnings]) => [stem, [...runnings]])),
    ]),
  );
};

/** The whole index, each part by its name. */
export interface TraceIndex {
  readonly parts: ReadonlyMap<string, TracePart>;
  readonly near: ReadonlyMap<string, NearPart>;
}

/** Arranges the numbers of all chains. `nameOf` gives the name of an office by its id. */
export const buildTraceIndex = (
  traces: readonly Trace[],
  nameOf: (office: string) => string,
): TraceIndex => {
  const byName = new Map<string, Trace[]>();
  for (const trace of traces) {
    const running = runningOf(kindOfNumber(trace), trace.number);
    if (running === null) continue;
    const name = partName(running);
    const known = byName.get(name);
    if (known) known.push(trace);
    else byName.set(name, [trace]);
  }
  const parts = [...byName].map(([name, own]) => [name, buildPart(own, nameOf)] as const);
  return { parts: new Map(parts), near: buildNearParts(traces) };
};

/** The numbers of a part of the index. */
export const tracesInPart = ({ circulars, offices, rows }: TracePart): IndexedTrace[] =>
  rows.map(([number, circular, as, office, date, doubtful]) => {
    const [id, officeName] = offices[office] as readonly [string, string];
    return {
      circular: circulars[circular] as string,
      as: TRACE_KINDS[as] as Trace['as'],
      office: id,
      officeName,
      number,
      date: date || null,
      doubtful: doubtful === 1,
    };
  });

/** Slips that a number offered may be away from the one typed. */
const SLIPS = 2;

/** Whether a number on record is of a letter that {@link nearestNumbers} may offer. */
export const isLike = ({ readings }: TraceQuery, number: string): boolean => {
  const typed = readings.find(({ source }) => source === 'letter');
  const running = typed && parseLetterNumber(number)?.running;
  return running !== undefined && editDistance(typed?.running ?? '', running) <= SLIPS;
};

/** The letter numbers on record that are most like the one typed, nearest first: one slip or two away. */
export const nearestNumbers = (
  { readings }: TraceQuery,
  parts: readonly NearPart[],
  count = 5,
): string[] => {
  const typed = readings.find(({ source }) => source === 'letter');
  if (!typed) return [];
  const slips = new Map<string, number>();
  for (const part of parts) {
    for (const [stem, runnings] of Object.entries(part)) {
      const letter = parseLetterNumber(`${stem}0`);
      const around =
        Number(typed.prefix !== null && typed.prefix !== letter?.prefix) +
        Number(typed.unit !== null && typed.unit !== letter?.unit);
      for (const running of runnings) {
        const by = around + editDistance(typed.running, running);
        if (by <= SLIPS) slips.set(stem + running, by);
      }
    }
  }
  return [...slips]
    .sort(([a, slipsOfA], [b, slipsOfB]) => slipsOfA - slipsOfB || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([number]) => number);
};
