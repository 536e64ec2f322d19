import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namedOffice } from '#core/office/testing/made-up-office.ts';
import { packNames, unpackNames } from './packed-names.ts';
import { findTyped, prepareNames } from './typed-name.ts';

const OFFICES = [
  namedOffice('p14', 'province', 'จังหวัดพระนครศรีอยุธยา'),
  namedOffice('a140001', 'sao', 'องค์การบริหารส่วนตำบลบ้านใหม่', 'p14', ['d1404']),
  namedOffice('d1404', 'district', 'อำเภอนครหลวง', 'p14'),
  namedOffice('p30', 'province', 'จังหวัดนครราชสีมา'),
  namedOffice('a300001', 'sao', 'องค์การบริหารส่วนตำบลบ้านใหม่', 'p30', ['d3004']),
  namedOffice('d3004', 'district', 'อำเภอประทาย', 'p30'),
  namedOffice('p50', 'province', 'จังหวัดเชียงใหม่'),
  namedOffice('p57', 'province', 'จังหวัดเชียงราย'),
  namedOffice('d5009', 'district', 'อำเภอฝาง', 'p50'),
  namedOffice('d5001', 'district', 'อำเภอเมืองเชียงใหม่', 'p50'),
  namedOffice('d5713', 'district', 'อำเภอเวียงป่าเป้า', 'p57'),
  namedOffice('a500001', 'pao', 'องค์การบริหารส่วนจังหวัดเชียงใหม่', 'p50'),
  namedOffice('a500002', 'city', 'เทศบาลนครเชียงใหม่', 'p50'),
  namedOffice('a500003', 'sao', 'องค์การบริหารส่วนตำบลแม่งอน', 'p50', ['d5009']),
  namedOffice('a500004', 'subdistrict-municipality', 'เทศบาลตำบลแม่งอน', 'p50', ['d5001']),
  namedOffice('a500005', 'subdistrict-municipality', 'เทศบาลตำบลเวียงฝาง', 'p50', ['d5009']),
  namedOffice('a570001', 'sao', 'องค์การบริหารส่วนตำบลแม่งอน', 'p57', ['d5713']),
];
const packed = packNames(OFFICES);
const names = prepareNames(unpackNames(packed));
const idsFor = (typed: string) => findTyped(names, typed).offices.map(({ id }) => id);

it('unpacks every office with its name and the file that has it', () => {
  const found = unpackNames(JSON.parse(JSON.stringify(packed)));
  expect(found.map(({ id, name }) => [id, name]).sort()).toEqual(
    OFFICES.map(({ id, name }) => [id, name]).sort(),
  );
  expect(found.find(({ id }) => id === 'a500003')).toMatchObject({
    district: 'ฝาง',
    province: 'เชียงใหม่',
    area: 'd5009',
  });
  expect(found.find(({ id }) => id === 'a500001')?.area).toBe('p50');
});

it.each([
  ['จังหวัดเชียงใหม่', ['p50']],
  ['จ.เชียงใหม่', ['p50']],
  ['สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเชียงใหม่', ['p50']],
  ['สำนักงานส่งเสริมการปกครองท้องถิ่น จังหวัดเชียงใหม่', ['p50']],
  ['สนง.ส่งเสริมการปกครองท้องถิ่นจังหวัดเชียงใหม่', ['p50']],
  ['สถจ.เชียงใหม่', ['p50']],
  ['สถจ เชียงใหม่', ['p50']],
  ['ท้องถิ่นจังหวัดเชียงใหม่', ['p50']],
  ['ศาลากลางจังหวัดเชียงใหม่', ['p50']],
  ['ที่ทำการปกครองจังหวัดเชียงราย', ['p57']],
  ['สำนักงานท้องถิ่นอำเภอฝาง', ['d5009']],
  ['ท้องถิ่นอำเภอฝาง จ.เชียงใหม่', ['d5009']],
  ['สถอ.ฝาง', ['d5009']],
  ['ที่ทำการปกครองอำเภอฝาง', ['d5009']],
  ['กองคลัง อบต.แม่งอน อ.ฝาง', ['a500003']],
  ['ปลัด อบต.แม่งอน ฝาง', ['a500003']],
  ['โคราช', ['p30']],
  ['จ.โคราช', ['p30']],
  ['อบต.บ้านใหม่ โคราช', ['a300001']],
  ['อยุธยา', ['p14']],
  ['อบต.บ้านใหม่ จ.อยุธยา', ['a140001']],
  ['อำเภอฝาง', ['d5009']],
  ['อ.ฝาง', ['d5009']],
  ['อ. ฝาง', ['d5009']],
  ['นายอำเภอฝาง', ['d5009']],
  ['ฝาง', ['d5009', 'a500005']],
  ['อบต.แม่งอน', ['a570001', 'a500003']],
  ['อบต แม่งอน', ['a570001', 'a500003']],
  ['อบตแม่งอน', ['a570001', 'a500003']],
  ['นายก อบต.แม่งอน ฝาง', ['a500003']],
  ['อบต.แม่งอน เชียงราย', ['a570001']],
  ['องค์การบริหารส่วนตำบลแม่งอน อำเภอฝาง จังหวัดเชียงใหม่', ['a500003']],
  ['อบต.แม่งอน อ.ฝาง จ.เชียงใหม่', ['a500003']],
  ['ทต.แม่งอน', ['a500004']],
  ['ทต แม่งอน', ['a500004']],
  ['เทศบาลแม่งอน', ['a500004']],
  ['เทศบาลตำบล แม่งอน', ['a500004']],
  ['ต.แม่งอน เชียงราย', ['a570001']],
  ['แมงอน เชียงราย', ['a570001']],
  ['แม่ งอน เชียงราย', ['a570001']],
  ['อบต.แม่งอนฝางเชียงใหม่', ['a500003']],
  ['แม่งอนฝางเชียงใหม่', ['a500003']],
  ['อบจ.เชียงใหม่', ['a500001']],
  ['เทศบาลนครเชียงใหม่', ['a500002']],
  ['เวียงป่าเป่า', ['d5713']],
  ['เวียงปาเปา', ['d5713']],
  ['เวยงป่าเป้า', ['d5713']],
  ['เทสบาลนครเชียงใหม่', ['a500002']],
  ['เทสบาลนครเชียงไหม่', ['a500002']],
  ['เทศบานนครเชียงใหม่', ['a500002']],
  ['เทศบลนครเชียงใหม่', ['a500002']],
  ['เทศบาลตำบนแม่งอน', ['a500004']],
  ['เทศบาลตําบนแม่งอน ฝาง', ['a500003']],
  ['องการบริหารส่วนตำบลแม่งอน ฝาง', ['a500003']],
  ['องค์การบริหารสวนตำบล แม่งอน เชียงราย', ['a570001']],
  ['อำเพอฝาง', ['d5009']],
  ['อำเภฝาง', ['d5009']],
  ['จังหวดเชียงใหม่', ['p50']],
  ['จังหวัดเชียงไหม่', ['p50']],
  ["g;up'xjkgxhk", ['d5713']],
  ['ไม่มีชื่อนี้เลย', []],
  ['', []],
  ['อบต.', []],
])('finds by %j', (typed, ids) => {
  expect(idsFor(typed)).toEqual(ids);
});

it('finds what was typed in the other keyboard layout', () => {
  // ฝาง on the keys of a US layout.
  expect(idsFor("/k'")).toEqual(['d5009', 'a500005']);
});

it('offers the kinds of one name with the same name, likeliest first', () => {
  expect(idsFor('เชียงใหม่')).toEqual(['p50', 'a500002', 'a500001', 'd5001']);
  expect(findTyped(names, 'แม่งอน', 2)).toMatchObject({ count: 3 });
});

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const { offices, count } = findTyped(names, typed);
      expect(offices.length).toBeLessThanOrEqual(Math.min(12, count));
    }),
  );
});
