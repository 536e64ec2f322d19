import { expect, it } from 'vitest';
import { checkCitedOffice, checkPartToday, checkToday } from './checks.ts';
import { doubt, type Field, offer } from './field.ts';
import type { Reference } from './reference-field.ts';

const field = <T>(value: T): Field<T> => ({ value, read: null, line: 1, doubts: [] });
const citing = (issuer: string): Field<Reference> =>
  field({ issuer, number: null, date: null, subject: null, urgency: null } as Reference);

it('doubts a part of an office that the reference has whole', () => {
  const own = field('สำนักงานสมมติจังหวัดเลย');
  const reference = (read: string): Field<Reference> => ({ ...citing('สำนักงานสม'), read });
  const doubtsIn = (read: string) => checkCitedOffice(reference(read), own).doubts.length;
  expect(doubtsIn('สำนักงานสม มติจังหวัดเลย ที่ ลย 1/2')).toBe(1);
  expect(doubtsIn('สำนักงานสม ที่ ลย 1/2')).toBe(0);
});

it.each([
  ['กรมเจ้าทา', 'กรมเจ้าท่า', ['misspelled']],
  ['อำเภอบานสมมติ', 'อำเภอบ้านสมมติ จังหวัดเลย', ['misspelled']],
  ['กรมเจ้าท่า', 'กรมเจ้าท่า', []],
  ['อำเภอบ้านสมมติ', 'อำเภอบ้านสมมติ จังหวัดเลย', []],
  ['กรมที่ดิน', 'กรมเจ้าท่า', []],
])('%s cited in a letter of %s', (cited, own, codes) => {
  const { doubts } = checkCitedOffice(citing(cited), field(own));
  expect(doubts.map(({ code }) => code)).toEqual(codes);
});

it.each([
  ['2026-11-20', '2026-11-20', []],
  ['2026-11-21', '2026-11-21', []],
  ['2026-11', '2026-11', []],
  ['2026-11-22', '2026-11-22', ['after-today']],
  ['2026-12', '2026-12', ['after-today']],
  ['2027-01-04', null, ['after-today']],
  ['2043-06-22', null, ['after-today']],
  [null, null, []],
])('a letter dated %s and read on 2026-11-21', (date, value, codes) => {
  const checked = checkToday(field(date) as Field<string>, '2026-11-21');
  expect(checked.value).toBe(value);
  expect(checked.doubts.map(({ code }) => code)).toEqual(codes);
  expect(checkToday(field(date) as Field<string>, null).doubts).toEqual([]);
});

it('offers a day of a later year nowhere', () => {
  const date = {
    ...field('2043-06-21'),
    doubts: [
      doubt('unclear', 'weekend', [offer('๒๑ มิถุนายน ๒๕๘๖', '2043-06-21')]),
      doubt('unclear', 'mixed-digits'),
    ],
  };
  const { doubts } = checkToday(date, '2026-11-21');
  expect(doubts.map(({ code }) => code)).toEqual(['mixed-digits', 'after-today']);
  expect(doubts.flatMap(({ readings }) => readings.map(({ value }) => value))).toEqual([null]);
});

it('doubts the day of a stamp or a reference that is to come', () => {
  const parts = (date: string | null) =>
    checkPartToday(field({ date }), '2026-11-21').doubts.map(({ code, part }) => [code, part]);
  expect(parts('2026-11-22')).toEqual([['after-today', 'date']]);
  expect(parts('2026-11-21')).toEqual([]);
  expect(parts(null)).toEqual([]);
});
