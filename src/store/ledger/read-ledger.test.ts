import { describe, expect, it } from 'vitest';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { parseLedger } from './read-ledger.ts';

const head = MOVEMENT_COLUMNS.join(',');
const read = (...rows: string[]) => parseLedger([head, ...rows, ''].join('\n'), 'movements.csv');
const faults = (...rows: string[]): string => {
  try {
    read(...rows);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no fault';
};

describe('parseLedger', () => {
  it('reads movements with their doubts', () => {
    expect(
      read(
        '1,sent,dla,2025-03-25,,,,provinces,มท ๐๘๐๘.๔/ว ๑๖๓๙,number date:cited,letter,,',
        '2,received,p50,2025-04-11,09:30,11775,ศาลากลางจังหวัดเชียงใหม่,,,,letter,,ตรารับ',
      ),
    ).toMatchObject([
      { no: 1, to: ['provinces'], doubt: { number: 'unclear', date: 'cited' } },
      { no: 2, time: '09:30', number: '11775', to: [], doubt: {} },
    ]);
  });

  it('tells every fault with line, column, reason and remedy', () => {
    expect(
      faults(
        '1,received,p50,2568-04-11,,1,,,,,letter,,',
        '3,sent,p50,2025-04,,ชม0023.5/1,,everyone,,,letter,,',
      ),
    ).toMatchInlineSnapshot(`
      "movements.csv:2 date: "2568-04-11" is not a date of the calendar
        why: Dates are stored as Gregorian ISO dates: YYYY-MM-DD, or YYYY-MM where the day is unreadable.
        fix: Subtract 543 from the Buddhist-era year: "2025-04-11".
      movements.csv:3 date: the date is not known to the day, and not marked as doubtful
        why: A date that nobody doubts enters sums.
        fix: Write YYYY-MM-DD; for an unreadable date name "date" under doubt and what was read under read.
      movements.csv:3 number: "ชม0023.5/1" is not a letter number in canonical form
        fix: Write "ชม 0023.5/1".
      movements.csv:3 no: the row has the number 3, and is the 2. of the ledger
        why: Rows are only ever added at the end; a gap or a swap means that one was lost or moved.
        fix: Restore the file from the version history, then record again with npm run track -- record."
    `);
  });

  it('refuses a row of too few cells', () => {
    expect(faults('1,received,p50')).toMatchInlineSnapshot(`
      "movements.csv:2: the CSV cannot be read: Invalid Record Length: expect 13, got 3 on line 2
        fix: Give every line as many cells as the heading; quote a cell that holds a comma or a quote."
    `);
  });
});
