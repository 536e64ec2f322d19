import { memoizeEach } from '#core/memo.ts';
import type { Line } from '#core/my-office/area-circulars.ts';
import type { Office } from '#core/office/office.ts';
import type { CircularEntry } from '../content.ts';
import { messages } from '../i18n.ts';
import { getRecordsOf, type OfficeRecord } from '../office/known.ts';
import { type EventView, type LetterView, type RecordView, viewRecord } from '../office/record.ts';
import { joined, lineOf, textOf } from './texts.ts';

const t = messages.circular;
const own = messages.office.records;

const letterLine = (label: string, { from, number, date, to }: LetterView): Line =>
  lineOf(
    joined(
      label,
      from?.name,
      number && `${t.letterNumber} ${textOf(number)}`,
      date && `${t.date} ${textOf(date)}`,
      to && `${own.to} ${to}`,
    ),
    number,
    date,
  );

const eventLine =
  (label: string) =>
  ({ desk, number, date, time }: EventView): Line =>
    lineOf(
      joined(
        label,
        desk && `(${desk})`,
        number && `${t.registerNumber} ${textOf(number)}`,
        date && `${t.stampDate} ${textOf(date)}`,
        time && `${t.stampTime} ${time}`,
      ),
      number,
      date,
    );

const linesOf = (record: RecordView, isLast: boolean): Line[] => [
  ...(isLast ? record.from.map((letter) => letterLine(own.from, letter)) : []),
  ...record.received.map(eventLine(own.received)),
  ...record.sent.map((letter) => letterLine(own.sent, letter)),
  ...record.acknowledged.map(eventLine(own.acknowledged)),
  ...record.done.map(eventLine(own.done)),
];

const viewOnce = memoizeEach((record: OfficeRecord) => viewRecord(record));

const byCircular = memoizeEach(
  (records: readonly OfficeRecord[]) =>
    new Map(records.map((record) => [record.tracked.entry.id, record])),
);

const recordOf = async (office: string, { id }: CircularEntry): Promise<OfficeRecord | undefined> =>
  byCircular((await getRecordsOf(office)).own).get(id);

/** Only those of its letters that may be meant for one of the offices, by its id or its group. */
const concerning = (record: OfficeRecord, among: ReadonlySet<string>): OfficeRecord => {
  const { tracked, status } = record;
  const sent = status.sent.filter(({ to }) => to.length === 0 || to.some((one) => among.has(one)));
  return sent.length === status.sent.length ? record : { tracked, status: { ...status, sent } };
};

/** What is on record of an authority for a circular, in lines; empty where nothing is. */
export const linesAt = async (office: string, entry: CircularEntry): Promise<readonly Line[]> => {
  const record = await recordOf(office, entry);
  return record ? linesOf(await viewOnce(record), true) : [];
};

/**
 * What is on record of a circular at each of the offices through which it comes. `among` are the ids and groups of those
 * whom a letter from further up may concern; of the last office all letters are given.
 */
export const wayTo = (
  above: readonly Office[],
  among: ReadonlySet<string>,
  entry: CircularEntry,
): Promise<Line[][]> =>
  Promise.all(
    above.map(async ({ id }, at) => {
      const record = await recordOf(id, entry);
      const shown = record && at < above.length - 1 ? concerning(record, among) : record;
      return shown ? linesOf(await viewOnce(shown), false) : [];
    }),
  );
