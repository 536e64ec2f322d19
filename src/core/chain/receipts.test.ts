import { describe, expect, it } from 'vitest';
import { receiptsOf } from './receipts.ts';

const row = (given: Record<string, string>) => ({
  no: '1',
  kind: 'received',
  office: 'p50',
  date: '2025-04-11',
  time: '',
  number: '11775',
  desk: '',
  to: '',
  read: '',
  doubt: '',
  source: 'letter',
  corrects: '',
  note: '',
  ...given,
});

describe('receiptsOf', () => {
  it('takes the stamps out of the rows', () => {
    const rows = [row({ kind: 'sent', to: 'provinces' }), row({ no: '2', desk: 'หน้าห้อง' })];
    expect(receiptsOf(rows)).toEqual([
      {
        office: 'p50',
        desk: 'หน้าห้อง',
        number: { value: '11775' },
        date: { value: '2025-04-11' },
        time: undefined,
      },
    ]);
  });

  it('keeps what was read of a doubtful date, and the note that tells why', () => {
    const [receipt] = receiptsOf([
      row({ date: '', doubt: 'date', read: '24.03.2563', note: 'ก่อนวันที่ของหนังสือ' }),
    ]);
    expect(receipt?.date).toEqual({
      value: null,
      doubt: {
        kind: 'unreadable',
        readings: [{ read: '24.03.2563', value: null, source: 'letter' }],
        note: 'ก่อนวันที่ของหนังสือ',
      },
    });
  });

  it('tells a date known by citation from one that is unclear', () => {
    const kinds = ['date:cited', 'date'].map(
      (doubt) => receiptsOf([row({ doubt })])[0]?.date.doubt?.kind,
    );
    expect(kinds).toEqual(['cited', 'unclear']);
  });

  it('takes a number that nobody wrote down for unknown, not for unreadable', () => {
    expect(receiptsOf([row({ number: '' })])[0]?.number).toBeNull();
  });

  it('shows a stamp as its latest correction has it, and none that was taken back', () => {
    const corrected = row({ no: '2', kind: 'corrected', corrects: '1', date: '2025-04-12' });
    const takenBack = row({ no: '2', kind: 'corrected', corrects: '1', date: '', number: '' });
    expect(receiptsOf([row({}), corrected]).map(({ date }) => date.value)).toEqual(['2025-04-12']);
    expect(receiptsOf([row({}), takenBack])).toEqual([]);
  });
});
