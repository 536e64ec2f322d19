import type { Receipt } from '#core/chain/chain.ts';
import { parseIsoDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';

type Row = Readonly<Record<string, string>>;

const columnFact = (row: Row, column: string): Fact<string> => {
  const value = row[column] || null;
  const doubtful = value === null || (row.doubt ?? '').split(' ').includes(column);
  if (!doubtful) return { value };
  const readings = row.read ? [{ read: row.read, value, source: row.source || 'letter' }] : [];
  return { value, doubt: { kind: value === null ? 'unreadable' : 'unclear', readings } };
};

const dateFact = (row: Row): Fact<string> => {
  const fact = columnFact(row, 'date');
  return fact.value !== null && parseIsoDate(fact.value) ? fact : { ...fact, value: null };
};

/** The receipt stamps among the rows of movements.csv, in the order of recording. */
export const receiptsOf = (rows: readonly Row[]): Receipt[] =>
  rows
    .filter(({ kind }) => kind === 'received')
    .map((row) => ({
      office: row.office ?? '',
      desk: row.desk || undefined,
      number: columnFact(row, 'number'),
      date: dateFact(row),
      time: row.time || undefined,
    }));
