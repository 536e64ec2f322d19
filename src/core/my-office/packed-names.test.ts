import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { madeUpOffices } from '../../../scripts/bench/track/made-up.ts';
import { type ChosenType, NAME_HEADS, packNames, unpackNames } from './packed-names.ts';
import { findTyped, prepareNames } from './typed-name.ts';

const FIRST = 'บ้าน หนอง โคก ดง ท่า แม่ ห้วย คลอง เขา นา ป่า วัง โพธิ์ บึง สระ เวียง ทุ่ง ดอน ศรี บาง'.split(
  ' ',
);
const SECOND =
  'แก้ว ใหญ่ น้อย กลาง หลวง ขาว แดง ทราย พระ เงิน ทอง ไผ่ มะขาม ยาง ตาล งาม สวย สูง เย็น ชัย พล มน ลาน หิน'.split(
    ' ',
  );

/** Made-up names that repeat as often as real ones do. */
const named = madeUpOffices().map((office, at) => {
  const [first, second, third] = [
    FIRST[at % 20],
    SECOND[(at * 7) % 24],
    at % 3 === 0 ? SECOND[(at * 5) % 24] : '',
  ];
  const head = NAME_HEADS[office.type as ChosenType] ?? '';
  return { ...office, name: `${head}${first}${second}${third}` };
});

it('has all authorities of the country in less than 60 kB', () => {
  const packed = packNames(named);
  const offices = unpackNames(packed);
  expect(offices.filter(({ type }) => type !== 'province' && type !== 'district')).toHaveLength(
    7849,
  );
  expect(offices.filter(({ type }) => type === 'province' || type === 'district')).toHaveLength(
    954,
  );
  expect(gzipSync(JSON.stringify(packed)).length).toBeLessThan(60_000);
});

it('finds each kind among all of them', () => {
  const names = prepareNames(unpackNames(packNames(named)));
  const { offices, count } = findTyped(names, 'อบต.บ้านแก้ว');
  expect(count).toBeGreaterThan(offices.length - 1);
  for (const { type, bare } of offices) {
    expect(type).toBe('sao');
    expect(bare).toContain('บ้านแก้ว');
  }
  expect(offices.length).toBeGreaterThan(0);
});
