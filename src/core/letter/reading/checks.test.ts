import { expect, it } from 'vitest';
import { checkCitedOffice } from './checks.ts';
import type { Field } from './field.ts';
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
