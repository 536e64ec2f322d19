import { expect, it } from 'vitest';
import type { CoveringLetter } from '#core/letter/circular.ts';
import type { Office } from '#core/office/office.ts';
import type { RecordLink } from '../records.ts';
import { nameSources } from './sources.ts';

const OFFICES = new Map(
  [
    { id: 'p50', name: 'จังหวัดเชียงใหม่', level: 'province' },
    { id: 'd5009', name: 'อำเภอฝาง', level: 'district', province: 'p50' },
  ].map((office) => [office.id, office as unknown as Office]),
);
const RECORDS = new Map([['laws/old-letter', { title: 'หนังสือเก่า' } as RecordLink]]);

const letter = (key: string, issuer: string, number: string | null, to: string[] = []) =>
  ({
    key,
    issuer,
    number: { value: number },
    to: to.map((text) => ({ text })),
  }) as unknown as CoveringLetter;

const name = (key: string, letters: readonly CoveringLetter[] = []): string =>
  nameSources(letters, OFFICES, RECORDS)(key);

it.each([
  ['the letter itself', 'letter', 'ตัวหนังสือ'],
  ['the only covering letter of an office, by the office alone', 'fang', 'อำเภอฝาง จังหวัดเชียงใหม่'],
  ['one of two of an office, by its number', 'a', 'จังหวัดเชียงใหม่ (ชม ๐๐๒๓.๕/ว ๑๐๐)'],
  [
    'one of two whose number is not certain, by its addressee',
    'b',
    'จังหวัดเชียงใหม่ (นายอำเภอ ทุกอำเภอ)',
  ],
  ['one of two without number and addressee, by its key', 'c', 'จังหวัดเชียงใหม่ (c)'],
  ['another record, by its title', 'laws/old-letter', 'หนังสือเก่า'],
  ['a register of a known office', 'register:p50', 'ทะเบียน จังหวัดเชียงใหม่'],
  ['a register of an office that the registry does not have', 'register:p99', 'ทะเบียน p99'],
  ['a slip by which an office acknowledged it', 'slip', 'ใบตอบรับของหน่วยงาน'],
  ['what nobody knows, as it is written', 'laws/gone', 'laws/gone'],
])('names %s', (_, key, expected) => {
  const letters = [
    letter('fang', 'd5009', 'ชม 0023.15/66'),
    letter('a', 'p50', 'ชม 0023.5/ว 100'),
    letter('b', 'p50', null, ['นายอำเภอ ทุกอำเภอ', 'นายก อบจ.']),
    letter('c', 'p50', null),
  ];
  expect(name(key, letters)).toBe(expected);
});
