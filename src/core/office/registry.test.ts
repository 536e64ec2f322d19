import { expect, it } from 'vitest';
import { levelOfType, type Office, type OfficeType, parentOfOffice } from './office.ts';
import { buildRegistry, namesApart } from './registry.ts';

// Made-up offices and prefixes.
const office = (id: string, type: OfficeType, prefix?: string): Office => ({
  id,
  type,
  level: levelOfType(type),
  name: id,
  districts: [],
  parent: parentOfOffice(type, undefined, []),
  prefix,
  source: 'test',
});

it('puts each department under the ministry whose prefix its letters bear', () => {
  const { offices, byId } = buildRegistry([
    office('xya', 'department', 'ฮฮ'),
    office('moi', 'ministry', 'มท'),
    office('xy', 'ministry', 'ฮฮ'),
    office('dla', 'department', 'มท'),
    office('free', 'department'),
  ]);
  expect(offices.map(({ id, parent }) => [id, parent])).toEqual([
    ['xya', 'xy'],
    ['moi', undefined],
    ['xy', undefined],
    ['dla', 'moi'],
    ['free', undefined],
  ]);
  expect(byId.get('dla')?.parent).toBe('moi');
});

it('names offices of a list in full where they share a name, and only these', () => {
  const at = (id: string, name: string, districts: string[]): Office => ({
    ...office(id, 'sao'),
    name,
    districts,
    province: 'p57',
  });
  const all = [
    { ...office('p57', 'province'), name: 'จังหวัดเชียงราย' },
    { ...office('d5701', 'district'), name: 'อำเภอเมืองเชียงราย', province: 'p57' },
    { ...office('d5702', 'district'), name: 'อำเภอเทิง', province: 'p57' },
    at('a1', 'องค์การบริหารส่วนตำบลเวียง', ['d5701']),
    at('a2', 'องค์การบริหารส่วนตำบลเวียง', ['d5702']),
    at('a3', 'องค์การบริหารส่วนตำบลงิ้ว', ['d5702']),
  ];
  expect([...namesApart(buildRegistry(all), all.slice(3)).values()]).toEqual([
    'องค์การบริหารส่วนตำบลเวียง อำเภอเมืองเชียงราย จังหวัดเชียงราย',
    'องค์การบริหารส่วนตำบลเวียง อำเภอเทิง จังหวัดเชียงราย',
    'องค์การบริหารส่วนตำบลงิ้ว',
  ]);
});
