import { describe, expect, it } from 'vitest';
import { namedOffice as office } from '#core/office/testing/made-up-office.ts';
import {
  checkAuthorityList,
  compareAuthorities,
  type ListedAuthority,
  sharedNames,
} from './authority-list.ts';
import { mergeAuthorities } from './merge-list.ts';
import { buildRegistry } from './registry.ts';

const areas = [
  office('p50', 'province', 'จังหวัดเชียงใหม่'),
  office('d5009', 'district', 'อำเภอฝาง', 'p50'),
  office('d5010', 'district', 'อำเภอแม่อาย', 'p50'),
];
const row = (line: number, cells: string): ListedAuthority => {
  const [id = '', type = '', full_name_th = '', province = '', districts = '', letter_from = ''] =
    cells.split(',');
  return { line, cells: { id, type, full_name_th, name_en: '', province, districts, letter_from } };
};
const check = (...rows: string[]) =>
  checkAuthorityList(
    rows.map((cells, at) => row(at + 2, cells)),
    buildRegistry(areas),
    'list.csv',
    'test',
  );

describe('checkAuthorityList', () => {
  it.each([
    [
      'an unknown province',
      '500951,sao,องค์การบริหารส่วนตำบลเวียง,51,5009,district',
      'there is no province 51',
    ],
    [
      'an unknown district',
      '500951,sao,องค์การบริหารส่วนตำบลเวียง,50,5099,district',
      'there is no district 5099',
    ],
    [
      'no district',
      '500951,sao,องค์การบริหารส่วนตำบลเวียง,50,,district',
      'องค์การบริหารส่วนตำบลเวียง lies in no district',
    ],
    [
      'a name of another type',
      '500951,sao,เทศบาลตำบลเวียง,50,5009,district',
      'the name "เทศบาลตำบลเวียง" contradicts the type sao',
    ],
    [
      'letters from elsewhere',
      '500951,sao,องค์การบริหารส่วนตำบลเวียง,50,5009,province',
      'a sao gets its letters from its district, not from its province',
    ],
  ])('tells %s', (_, cells, what) => {
    expect(check(cells).problems.map((problem) => problem.what)).toContain(what);
  });

  it('tells an id and a name that stand twice, and notes two districts and an empty one', () => {
    const sao = 'sao,องค์การบริหารส่วนตำบลเวียง,50,5009,district';
    expect(
      check(`1001,${sao}`, `1001,${sao}`).problems.map(({ line, what }) => [line, what]),
    ).toEqual([
      [3, 'the id 1001 stands in line 2 already'],
      [3, '"องค์การบริหารส่วนตำบลเวียง" stands in line 2 already, in the same district'],
    ]);
    expect(check(`1001,${sao}`).notes.map(({ what }) => what)).toEqual([
      'อำเภอแม่อาย has no authority that gets letters from it',
    ]);
    expect(
      check('1001,sao,องค์การบริหารส่วนตำบลเวียง,50,5009 5010,district').notes.map(({ what }) => what),
    ).toEqual(['องค์การบริหารส่วนตำบลเวียง is in 2 districts']);
  });
});

it('finds what is new, renamed, upgraded and gone, and dates the change', () => {
  const sao = (id: string, name: string) =>
    office(id, 'sao', `องค์การบริหารส่วนตำบล${name}`, 'p50', ['d5009']);
  const registry = buildRegistry([...areas, sao('a1', 'ก'), sao('a2', 'ข'), sao('a3', 'ค')]);
  const listed = [
    sao('a1', 'กา'),
    office('a9', 'subdistrict-municipality', 'เทศบาลตำบลข', 'p50', ['d5009']),
    sao('a8', 'ใหม่'),
  ];
  const changes = compareAuthorities(listed, registry);
  expect({
    added: changes.added.map(({ id }) => id),
    renamed: changes.renamed.map(({ to }) => to.id),
    upgraded: changes.upgraded.map(({ from, to }) => `${from.id}>${to.id}`),
    gone: changes.gone.map(({ id }) => id),
  }).toEqual({ added: ['a8'], renamed: ['a1'], upgraded: ['a2>a9'], gone: ['a3'] });
  const merged = mergeAuthorities(listed, changes, registry, '2026-01-01');
  expect(merged.map(({ id, from, until, successor }) => [id, from, until, successor])).toEqual([
    ['a1', '2026-01-01', undefined, undefined],
    ['a2', undefined, '2025-12-31', 'a9'],
    ['a3', undefined, '2025-12-31', undefined],
    ['a8', undefined, undefined, undefined],
    ['a9', '2026-01-01', undefined, undefined],
  ]);
  // The same list once more: nothing changes, and what had ended or begun is not forgotten.
  const after = buildRegistry([...areas, ...merged]);
  const again = compareAuthorities(listed, after);
  expect(Object.values(again).flat()).toEqual([]);
  expect(mergeAuthorities(listed, again, after, '2027-01-01')).toEqual(merged);
});

it('finds authorities that lie elsewhere now', () => {
  const before = office('a1', 'sao', 'องค์การบริหารส่วนตำบลก', 'p50', ['d5009']);
  const now = { ...before, districts: ['d5010'], parent: 'd5010' };
  const { moved, renamed } = compareAuthorities([now], buildRegistry([...areas, before]));
  expect([moved.map(({ to }) => to.districts), renamed]).toEqual([[['d5010']], []]);
});

it('counts the names that several authorities share', () => {
  const sao = (id: string, province: string, district: string) =>
    office(id, 'sao', 'องค์การบริหารส่วนตำบลบ้านใหม่', province, [district]);
  expect(
    sharedNames([sao('a1', 'p50', 'd5009'), sao('a2', 'p50', 'd5010'), sao('a3', 'p51', 'd5101')]),
  ).toEqual({ names: 1, authorities: 3, withinProvince: 1 });
});
