import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { dayNumber, parseIsoDate } from '#core/letter/date.ts';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import type { Registry } from '#core/office/registry.ts';
import type { Route } from '#core/office/route.ts';
import { type MEASURES, newMeasures } from '#core/tracking/measures.ts';
import { isGroup } from '#core/tracking/movement.ts';
import type { Summary } from '#core/tracking/summary.ts';
import { NO_DAY } from '#core/tracking/table.ts';
import { COUNTED_LEVELS, type CountedLevel } from '#core/tracking/tally.ts';
import type { LedgerJob } from '#store/ledger/summarize.ts';

interface Seen {
  received?: number;
  sent?: number;
  readonly groups: Map<string, number>;
  named?: number;
}

type Row = Record<string, string>;

const isSound = (row: Row, no: number, registry: Registry): boolean =>
  row.no === String(no) &&
  registry.byId.has(row.office as string) &&
  parseIsoDate(row.date as string)?.day !== undefined &&
  (row.time === '' || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(row.time as string)) &&
  (row.kind !== 'sent' ||
    (canonicalLetterNumber(row.number as string) === row.number &&
      (row.to as string).split(';').every((one) => isGroup(one) || registry.byId.has(one))));

const add = (counts: Map<number, number>, key: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/**
 * The summary of a ledger of plain rows by the straightforward way, one object a row and a Map an office: what the
 * streaming reader is compared with, in speed here and in its results in a test.
 */
export const summarizeNaively = async (
  root: string,
  job: LedgerJob,
  registry: Registry,
  route: Route,
): Promise<{ summary: Summary; faulty: number }> => {
  const seen = new Map<string, Seen>();
  const of = (id: string): Seen => {
    const known = seen.get(id) ?? { groups: new Map() };
    seen.set(id, known);
    return known;
  };
  const earlier = (a: number | undefined, b: number): number => (a === undefined || b < a ? b : a);
  let [movements, faulty, latest] = [0, 0, NO_DAY];
  const rows = createReadStream(join(root, job.file)).pipe(parse({ columns: true }));
  for await (const row of rows as AsyncIterable<Row>) {
    movements++;
    if (!isSound(row, movements, registry)) {
      faulty++;
      continue;
    }
    const day = dayNumber(row.date as string);
    latest = Math.max(latest, day);
    const office = of(row.office as string);
    if (row.kind === 'received') office.received = earlier(office.received, day);
    if (row.kind !== 'sent') continue;
    office.sent = earlier(office.sent, day);
    for (const one of (row.to as string).split(';')) {
      if (isGroup(one)) office.groups.set(one, earlier(office.groups.get(one), day));
      else of(one).named = earlier(of(one).named, day);
    }
  }
  const none = (): number[] => [0, 0, 0, 0, 0, 0, 0];
  const states = { province: none(), district: none(), authority: none() };
  const measures = newMeasures();
  const note = (
    name: (typeof MEASURES)[number],
    from: number | undefined,
    to: number | undefined,
  ): void => {
    if (from === undefined) return;
    if (to === undefined) add(measures[name].openSince, from);
    else if (to < from) measures[name].leftOut++;
    else add(measures[name].ended, to - from);
  };
  const issued = seen.get(job.issuer)?.sent;
  const incomplete = new Set<number>();
  for (const [at, { id }] of registry.offices.entries()) {
    const sender = registry.offices[route.sender[at] as number];
    const branch = route.branches[route.branch[at] as number] as string;
    if (!sender || seen.get(sender.id)?.groups.has(branch) || seen.get(id)?.named !== undefined)
      continue;
    incomplete.add(route.sender[at] as number);
  }
  let oldest = null as Summary['oldest'];
  for (const [at, office] of registry.offices.entries()) {
    const sender = registry.offices[route.sender[at] as number];
    const level = office.level as CountedLevel;
    if (!sender || !COUNTED_LEVELS.includes(level)) continue;
    const own = seen.get(office.id);
    const addressed =
      seen.get(sender.id)?.groups.get(route.branches[route.branch[at] as number] as string) ??
      own?.named;
    const state =
      own?.sent !== undefined
        ? incomplete.has(at)
          ? 3
          : 4
        : own?.received !== undefined
          ? 2
          : addressed !== undefined
            ? 1
            : 0;
    states[level][state] = (states[level][state] as number) + 1;
    note(`transit-${level}`, addressed, own?.received);
    if (level === 'authority') note('end-to-end', issued, own?.received);
    else if (route.duty[at] !== 0) note(`dwell-${level}`, own?.received, own?.sent);
    const since =
      state === 1 ? addressed : state === 2 && route.duty[at] !== 0 ? own?.received : undefined;
    if (since === undefined) continue;
    const from = state === 1 ? sender.id : null;
    const what = state === 1 ? 'no-receipt' : 'not-passed-on';
    if (oldest === null || since < oldest.since) {
      oldest = { office: office.id, from, what, since, alike: 1 };
    } else if (since === oldest.since && what === oldest.what && from === oldest.from) {
      oldest = { ...oldest, alike: oldest.alike + 1 };
    }
  }
  return { summary: { states, measures, oldest, movements, later: 0, undated: 0, latest }, faulty };
};
