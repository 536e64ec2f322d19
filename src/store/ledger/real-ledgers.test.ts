import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isGroup } from '#core/tracking/movement.ts';
import { listCirculars } from '#store/content/record-files.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { readLedger } from './read-ledger.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const registry = await readRegistry(root);

it('has every province, district and PAO, and the offices of the letters', () => {
  const count = (type: string) => registry.offices.filter((one) => one.type === type).length;
  expect({
    province: count('province'),
    district: count('district'),
    pao: count('pao'),
    fang: registry.within.get('d5009')?.length,
  }).toEqual({ province: 77, district: 928, pao: 76, fang: 10 });
});

it.each(await listCirculars(root))('$id names only offices of the registry', async (circular) => {
  const movements = await readLedger(root, `${circular.folder}/movements.csv`);
  const named = movements.flatMap(({ office, to }) => [office, ...to.filter((t) => !isGroup(t))]);
  expect(named.filter((id) => !registry.byId.has(id))).toEqual([]);
});
