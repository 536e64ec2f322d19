import { expect, it } from 'vitest';
import { namedOffice } from '#core/office/testing/made-up-office.ts';
import { packNames, unpackNames } from './packed-names.ts';
import { prepareNames } from './typed-name.ts';
import { unlistedChoices } from './unlisted-choices.ts';

const OFFICES = [
  namedOffice('p50', 'province', 'จังหวัดเชียงใหม่'),
  namedOffice('p40', 'province', 'จังหวัดขอนแก่น'),
  namedOffice('d5009', 'district', 'อำเภอฝาง', 'p50'),
  namedOffice('d5010', 'district', 'อำเภอแม่อาย', 'p50'),
  namedOffice('d4002', 'district', 'อำเภอบ้านฝาง', 'p40'),
  namedOffice('a500002', 'city', 'เทศบาลนครเชียงใหม่', 'p50'),
  namedOffice('a500003', 'sao', 'องค์การบริหารส่วนตำบลแม่งอน', 'p50', ['d5009']),
];
const names = prepareNames(unpackNames(packNames(OFFICES)));
const choices = (typed: string) =>
  unlistedChoices(names, typed).map(({ kind, area }) => `${kind} ${area.id}`);

it.each([
  ['เทศบาลนครขอนแก่น', ['city p40']],
  ['ทน.ขอนแก่น', ['city p40']],
  ['เทศบาลขอนแก่น', ['city p40', 'town p40']],
  ['อบจ.ขอนแก่น', ['pao p40']],
  ['อบต.ไม่มีในทะเบียน อ.ฝาง จ.เชียงใหม่', ['sao d5009']],
  ['อบต.ไม่มีในทะเบียน ฝาง', ['sao d5009']],
  ['ทต.แม่อาย', ['subdistrict-municipality d5010']],
  ['อบต.แม่งอน แม่อาย', ['sao d5010']],
  ['เทศบาลเมืองไม่มีในทะเบียน จ.ขอนแก่น', ['town p40']],
])('offers for %s, which is not listed, its kind in the area', (typed, expected) => {
  expect(choices(typed)).toEqual(expected);
});

it.each([
  ['one that is listed', 'เทศบาลนครเชียงใหม่'],
  ['one that is listed, by its short name', 'อบต.แม่งอน ฝาง'],
  ['a name without a kind', 'ขอนแก่น'],
  ['a province', 'จ.ขอนแก่น'],
  ['an area that there is not', 'จ.กรุงเก่า'],
  ['one of which nothing says where', 'อบต.ไม่มีในทะเบียน'],
  ['nothing', ''],
])('offers nothing for %s', (_, typed) => {
  expect(choices(typed)).toEqual([]);
});
