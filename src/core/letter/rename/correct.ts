import type { Fact } from '#core/letter/fact.ts';

/** A letter of a circular by which its movements are corrected: `letter`, or the key of a covering letter. */
export interface CorrectedLetter {
  readonly key: string;
  readonly issuer: string;
  readonly number: Fact<string>;
  readonly date: Fact<string>;
}

type Cells = Readonly<Record<string, string>>;

const certainValue = ({ value, doubt }: Fact<string>): string | null =>
  doubt === undefined ? value : null;

const isAbout = (mark: string, column: string): boolean =>
  mark === column || mark.startsWith(`${column}:`);

const correctColumn = (row: Cells, column: 'number' | 'date', fact: Fact<string>): Cells => {
  const value = certainValue(fact);
  const marks = (row.doubt ?? '').split(' ').filter(Boolean);
  const left = marks.filter((mark) => !isAbout(mark, column));
  // A row that is certain is what the person who recorded it says; the check compares it with the letter.
  if (value === null || left.length === marks.length) return row;
  return {
    ...row,
    [column]: value,
    doubt: left.join(' '),
    ...(left.length === 0 ? { read: '' } : {}),
  };
};

/**
 * Rows of movements.csv in which a letter sent has number and date as its record has them now. Only what a row marks as
 * doubtful changes, and only where the record is certain.
 */
export const correctMovements = <Row extends Cells>(
  rows: readonly Row[],
  letters: readonly CorrectedLetter[],
): Row[] =>
  rows.map((row) => {
    const letter = letters.find(({ key, issuer }) => key === row.source && issuer === row.office);
    if (row.kind !== 'sent' || !letter) return row;
    const numbered = correctColumn(row, 'number', letter.number);
    return correctColumn(numbered, 'date', letter.date) as Row;
  });

/**
 * Whether a doubtful citation in the covering letter `key` is settled by what the cited letter says: the covering letter's
 * own reading is that value. What it prints otherwise is a difference between the two, and stays.
 */
export const settlesCitation = (cited: Fact<string>, key: string, own: Fact<string>): boolean => {
  const value = certainValue(own);
  const readings = cited.doubt?.readings ?? [];
  return value !== null && readings.some((one) => one.source === key && one.value === value);
};

/** A text in which a record is named by its new path; longer paths that begin like the old one stay. */
export const renameRecord = (text: string, from: string, to: string): string =>
  text.replaceAll(new RegExp(`(?<![a-z0-9-])${from}(?![a-z0-9-])`, 'g'), to);
