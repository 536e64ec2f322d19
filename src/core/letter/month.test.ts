import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMonth, THAI_MONTHS, THAI_SHORT_MONTHS } from './month.ts';

describe('readMonth', () => {
  it.each([
    ['กรกฎาคม', 7],
    ['กรกฏาคม', 7],
    ['กรกฏา', 7],
    ['เมษาฯ', 4],
    ['เมษา', 4],
    ['เมศายน', 4],
    ['กุมภาพันธุ์', 2],
    ['กุมภาพันธ', 2],
    ['กุมพาพันธ์', 2],
    ['พฤษจิกายน', 11],
    ['พฤศภาคม', 5],
    ['กันยายณ', 9],
    ['มี.ค', 3],
    ['มิย.', 6],
    ['ม. ค.', 1],
    ['พย', 11],
    ['June', 6],
    ['SEPT.', 9],
    ['oct', 10],
  ])('%s is month %i', (word, month) => {
    expect(readMonth(word)).toEqual({ month, exact: true });
  });

  it.each([
    ['มิถุนายม', 6],
    ['มิถุนาคม', 6],
    ['กันยาคม', 9],
    ['สิงหาคน', 8],
    ['มกรคม', 1],
    ['ธันวาคาม', 12],
    ['พฤศิกายน', 11],
    ['มินาคม', 3],
    ['ตุลคม', 10],
  ])('%s is near to month %i alone', (word, month) => {
    expect(readMonth(word)).toEqual({ month, exact: false });
  });

  it.each([
    'กี.ก.',
    'มค.กค.',
    'ตุลาการ',
    'มีนายก',
    'ประชาคม',
    'นิคม',
    'อุดมคม',
    'ป.ค.',
    'decide',
    'ว',
    '',
  ])('%s is none', (word) => {
    expect(readMonth(word)).toBeNull();
  });

  it('reads every name with one letter missing as that month, or as none', () => {
    const months = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(months, fc.nat(20), (month, at) => {
        const long = THAI_MONTHS[month - 1] as string;
        const cut = at % long.length;
        const reading = readMonth(long.slice(0, cut) + long.slice(cut + 1));
        expect(reading === null || reading.month === month).toBe(true);
      }),
    );
  });

  it.each(THAI_SHORT_MONTHS.map((short, index) => [short, index + 1] as const))(
    '%s, with dots and without, is month %i',
    (short, month) => {
      expect(readMonth(short)?.month).toBe(month);
      expect(readMonth(short.replaceAll('.', ''))?.month).toBe(month);
    },
  );
});
