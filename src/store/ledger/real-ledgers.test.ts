import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { routeCache } from '#core/office/route-cache.ts';
import { runwayOf, statedDeadlines } from '#core/tracking/deadlines.ts';
import { driftOf } from '#core/tracking/drift.ts';
import { stopsOf } from '#core/tracking/intervals.ts';
import { isGroup, movementOfCells, standingMovements } from '#core/tracking/movement.ts';
import { listCirculars } from '#store/content/record-files.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { readLedger } from './read-ledger.ts';
import { jobOf, readCircularRecords, readRouteRules } from './tracked.ts';
import { movementLine } from './write-ledger.ts';

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

const records = await readCircularRecords(root);
const routeFor = routeCache(registry, await readRouteRules(root));
const chainOf = async (id: string) => {
  const record = records.find((one) => one.id === id);
  const route = record && routeFor(jobOf(record));
  if (!record || !route) throw new Error(`${id} has no route`);
  const movements = standingMovements(await readLedger(root, record.ledger));
  const stops = stopsOf(route, movements, '2026-11-21');
  return { record, stop: (office: string) => stops.find((one) => one.office === office) };
};

it('tells how long the circular on passwords lay in Chiang Mai and on the way to Fang', async () => {
  const { stop } = await chainOf('2568/dla-x-wx-0325');
  const [chiangMai, fang] = [stop('p50'), stop('d5009')];
  expect(chiangMai?.desks).toMatchObject([{ days: 6, basis: 'certain' }]);
  expect(chiangMai?.fromLastDesk).toMatchObject({ days: 5, basis: 'cited' });
  expect(chiangMai?.dwell).toMatchObject({ days: 11, basis: 'cited' });
  expect(fang?.transit).toMatchObject({ days: 2, basis: 'cited' });
  expect(fang?.dwell).toMatchObject({ days: null, why: 'unclear-date' });
});

it('finds all branches of Sakon Nakhon in its three letters, and no length of time that can be told', async () => {
  const { stop } = await chainOf('2563/dla-x-wx-07xx');
  const found = stop('p47');
  expect(found?.branches.map(({ branch, how, by }) => [branch, how, by]).sort()).toEqual([
    ['cities', 'named', [6]],
    ['districts', 'group', [4]],
    ['paos', 'named', [5]],
  ]);
  expect([found?.transit, found?.dwell, ...(found?.desks ?? [])].map((one) => one?.why)).toEqual([
    'unclear-date',
    'unclear-date',
    'unclear-date',
  ]);
});

it('tells the runway of the reopening, and what Nakhon Phanom changed', async () => {
  const { record } = await chainOf('2568/dla-0808-4-w1541-0402');
  const [deadline] = statedDeadlines(record.circular);
  expect(deadline && runwayOf('2025-04-02', deadline)).toEqual({ toLast: 19, toFirst: 3 });
  expect(
    driftOf(record.circular, record.coveringLetters).map(({ kind, here, original }) => [
      kind,
      here,
      original,
    ]),
  ).toEqual([
    ['claim', '1 มีนาคม 2568 –', '15 มีนาคม 2568 –'],
    ['claim', '4 เมษายน 2568 – 21 เมษายน 2568', '5 เมษายน 2568 – 21 เมษายน 2568'],
  ]);
});

it('reads the rows of a build as the ledger does', async () => {
  for (const { ledger } of records) {
    const movements = await readLedger(root, ledger);
    const rows = parse(await readFile(`${root}${ledger}`, 'utf8'), { columns: true }) as never[];
    expect(rows.map(movementOfCells).map(movementLine)).toEqual(movements.map(movementLine));
  }
});
