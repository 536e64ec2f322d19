import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkOffices } from '#core/office/check.ts';
import { levelOfType } from '#core/office/office.ts';
import { OFFICE_COLUMNS } from '#schema/office.ts';
import { readOffices, readRegistry } from '#store/registry/read-registry.ts';
import { madeUpAuthorities } from './made-up-registry.ts';

it('brings the registry to the 7,849 authorities of the country, each right by the rules of the registry', async () => {
  const { offices } = await readRegistry(join(import.meta.dirname, '../../..'));
  const rows = madeUpAuthorities({ offices }, new Set(), '2026-01-01');
  const added = readOffices([OFFICE_COLUMNS.join(','), ...rows].join('\n'), 'local.csv');
  const all = [...offices, ...added];
  expect(all.filter(({ type }) => levelOfType(type) === 'authority')).toHaveLength(7849);
  expect(checkOffices(all)).toEqual([]);
});
