import { expect, it } from 'vitest';
import { levelOfType, type Office, type OfficeType, parentOfOffice } from './office.ts';
import { buildRegistry } from './registry.ts';

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
