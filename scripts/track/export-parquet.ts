import { resolve } from 'node:path';
import { dayNumber, isFullDate } from '#core/letter/date.ts';
import { provinceOf } from '#core/office/registry.ts';
import { isKnownOn, type Movement } from '#core/tracking/movement.ts';
import { type OfficeRecord, officeRecords } from '#core/tracking/office-record.ts';
import { OFFICE_STATES } from '#core/tracking/office-state.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { beginExport, requireExportFolder } from '#store/parquet/export-folder.ts';
import { partitionedWriter, type RowColumn } from '#store/parquet/partitioned-writer.ts';
import { openLedger, type TrackContext } from './context.ts';

/** Tables that the export of movements writes. */
const TABLES = ['movements', 'tracking'] as const;

type MovementRow = Movement & { readonly circular: string };
type TrackingRow = OfficeRecord & { readonly circular: string };

const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;

const MOVEMENTS: readonly RowColumn<MovementRow>[] = [
  { name: 'circular', type: 'text', read: ({ circular }) => circular },
  { name: 'no', type: 'whole', read: ({ no }) => no },
  { name: 'kind', type: 'text', read: ({ kind }) => kind },
  { name: 'office', type: 'text', read: ({ office }) => office },
  {
    name: 'date',
    type: 'day',
    read: ({ date }) => (date !== undefined && isFullDate(date) ? dayNumber(date) : null),
  },
  { name: 'time', type: 'text', read: ({ time }) => orNull(time) },
  { name: 'number', type: 'text', read: ({ number }) => orNull(number) },
  { name: 'desk', type: 'text', read: ({ desk }) => orNull(desk) },
  { name: 'to', type: 'text', read: ({ to }) => (to.length === 0 ? null : to.join(';')) },
  { name: 'read', type: 'text', read: ({ read }) => orNull(read) },
  {
    name: 'doubt',
    type: 'text',
    read: ({ doubt }) =>
      Object.entries(doubt)
        .map(([column, kind]) => `${column}:${kind}`)
        .join(' ') || null,
  },
  { name: 'source', type: 'text', read: ({ source }) => source },
  { name: 'corrects', type: 'whole', read: ({ corrects }) => orNull(corrects) },
  { name: 'note', type: 'text', read: ({ note }) => orNull(note) },
];

const TRACKING: readonly RowColumn<TrackingRow>[] = [
  { name: 'circular', type: 'text', read: ({ circular }) => circular },
  { name: 'office', type: 'text', read: ({ office }) => office },
  { name: 'level', type: 'text', read: ({ level }) => level },
  { name: 'state', type: 'whole', read: ({ state }) => state },
  { name: 'state_name', type: 'text', read: ({ state }) => OFFICE_STATES[state] as string },
  { name: 'transit_from', type: 'day', read: ({ transitFrom }) => transitFrom },
  { name: 'transit_to', type: 'day', read: ({ transitTo }) => transitTo },
];

/**
 * Writes movements, and what a report counts of each office, as Parquet by province and B.E. year of the letter; the number of
 * files. `name` is the folder as the person called it; it has to be new, empty, or an earlier export.
 */
export const exportParquet = (
  context: TrackContext,
  records: readonly CircularRecord[],
  name: string,
): number => {
  const folder = resolve(context.root, name);
  requireExportFolder(folder, name);
  const target = beginExport(folder, TABLES);
  const movements = partitionedWriter('movements', MOVEMENTS, target.write);
  const tracking = partitionedWriter('tracking', TRACKING, target.write);
  for (const record of records) {
    const ledger = openLedger(context, record);
    const [circular, year] = [record.id, Number(record.id.slice(0, 4))];
    const known = ledger.recorded().filter((one) => isKnownOn(one, context.asOf));
    for (const one of known) {
      movements.add(provinceOf(context.registry, one.office), year, { circular, ...one });
    }
    for (const one of officeRecords(ledger.folded, ledger.route)) {
      tracking.add(provinceOf(context.registry, one.office), year, { circular, ...one });
    }
  }
  return movements.end() + tracking.end();
};
