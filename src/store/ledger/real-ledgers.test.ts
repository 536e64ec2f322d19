import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { dayNumber } from '#core/letter/date.ts';
import { routeCache } from '#core/office/route-cache.ts';
import { runwayOf, statedDeadlines } from '#core/tracking/deadlines.ts';
import { driftOf, driftTexts } from '#core/tracking/drift.ts';
import { foldMovements, newFolded } from '#core/tracking/fold.ts';
import { type Interval, officeVisitsOf } from '#core/tracking/intervals.ts';
import { effectiveMovements, isGroup, movementOfCells } from '#core/tracking/movement.ts';
import { reportOn } from '#core/tracking/report.ts';
import { summarize } from '#core/tracking/summary.ts';
import { fillTable, newTable } from '#core/tracking/table.ts';
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

it.each([
  ['p47', ['a4799']],
  ['p48', ['a4899']],
  ['p50', ['a5057', 'a5080', 'a5082', 'a5092', 'a5099']],
])('has the cities and towns of %s, whose letters name them', (province, expected) => {
  const listed = (registry.within.get(province) ?? []).filter(
    ({ type }) => type === 'city' || type === 'town',
  );
  expect(listed.map(({ id }) => id).sort()).toEqual(expected);
});

it('has a source for every office', () => {
  const sources = readFileSync(join(root, 'content/registry/sources.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(',')[0]);
  expect(registry.offices.filter(({ source }) => !sources.includes(source))).toEqual([]);
});

it.each(await listCirculars(root))('$id names only offices of the registry', async (circular) => {
  const movements = await readLedger(root, `${circular.folder}/movements.csv`);
  const named = movements.flatMap(({ office, to }) => [office, ...to.filter((t) => !isGroup(t))]);
  expect(named.filter((id) => !registry.byId.has(id))).toEqual([]);
});

const AS_OF = '2026-11-21';
const PASSWORDS = '2568/dla-x-wx-0325';
const REOPENING = '2568/dla-0808-4-w1541-0402';
const KNOWLEDGE = '2563/dla-x-wx-07xx';
const LOGIN = '2567/dla-0808-4-w2007-0917';
const MINISTRY = '2558/moi-x-wx-0819';

const records = await readCircularRecords(root);
const routeFor = routeCache(registry, await readRouteRules(root));
const chainOf = async (id: string) => {
  const record = records.find((one) => one.id === id);
  const route = record && routeFor(jobOf(record));
  if (!record || !route) throw new Error(`${id} has no route`);
  const movements = effectiveMovements(await readLedger(root, record.ledger));
  return { record, route, movements, stops: officeVisitsOf(route, movements, AS_OF) };
};
const stopOf = async (id: string, office: string) => {
  const found = (await chainOf(id)).stops.find((stop) => stop.office === office);
  if (!found) throw new Error(`nothing is on record of ${office} for ${id}`);
  return found;
};
const figures = (one: Interval | null | undefined) =>
  one === null || one === undefined ? null : (one.days ?? one.why);

/** Lengths of time of each office with a record: days, or why they cannot be determined; null where none is asked. */
const LENGTHS: readonly [
  string,
  string,
  Record<'transit' | 'desks' | 'fromLast' | 'dwell', unknown>,
][] = [
  [PASSWORDS, 'dla', { transit: null, desks: [], fromLast: null, dwell: null }],
  [PASSWORDS, 'p50', { transit: 17, desks: [6], fromLast: 5, dwell: 11 }],
  [PASSWORDS, 'd5009', { transit: 2, desks: [], fromLast: null, dwell: 'unclear-date' }],
  [REOPENING, 'dla', { transit: null, desks: [], fromLast: null, dwell: null }],
  [REOPENING, 'p48', { transit: 'not-recorded', desks: [], fromLast: null, dwell: null }],
  [KNOWLEDGE, 'dla', { transit: null, desks: [], fromLast: null, dwell: null }],
  [
    KNOWLEDGE,
    'p47',
    {
      transit: 'unclear-date',
      desks: ['unclear-date'],
      fromLast: 'unclear-date',
      dwell: 'unclear-date',
    },
  ],
  [LOGIN, 'dla', { transit: null, desks: [], fromLast: null, dwell: null }],
  [MINISTRY, 'moi', { transit: null, desks: [], fromLast: null, dwell: null }],
];

it.each(LENGTHS)(
  'tells how long %s lay at %s and was on its way there',
  async (id, office, expected) => {
    const { transit, desks, fromLastDesk, dwell } = await stopOf(id, office);
    expect({
      transit: figures(transit),
      desks: desks.map(figures),
      fromLast: figures(fromLastDesk),
      dwell: figures(dwell),
    }).toEqual(expected);
  },
);

it('tells of every office that has a record', async () => {
  const found = await Promise.all(
    records.map(async ({ id }) => (await chainOf(id)).stops.map(({ office }) => `${id} ${office}`)),
  );
  expect(found.flat().sort()).toEqual(LENGTHS.map(([id, office]) => `${id} ${office}`).sort());
});

it('says of lengths that rest on a date known from another letter that they do', async () => {
  const { desks, fromLastDesk, dwell, transit } = await stopOf(PASSWORDS, 'p50');
  expect(desks.map(({ basis }) => basis)).toEqual(['certain']);
  expect([transit, fromLastDesk, dwell].map((one) => one?.basis)).toEqual([
    'cited',
    'cited',
    'cited',
  ]);
});

it.each<[string, string, [branch: string, how: string, by: number[]][]]>([
  [
    KNOWLEDGE,
    'p47',
    [
      ['cities', 'named', [6]],
      ['districts', 'group', [4]],
      ['paos', 'named', [5]],
    ],
  ],
  [
    PASSWORDS,
    'p50',
    [
      ['cities', 'named', [4]],
      ['districts', 'group', [4]],
      ['paos', 'named', [4]],
      ['towns', 'group', [4]],
    ],
  ],
  [
    PASSWORDS,
    'd5009',
    [
      ['saos', 'group', [6]],
      ['subdistrict-municipalities', 'group', [6]],
    ],
  ],
  [
    REOPENING,
    'p48',
    [
      ['districts', 'group', [2]],
      ['paos', 'named', [2]],
      ['towns', 'named', [2]],
    ],
  ],
])(
  'finds in %s to which branches %s wrote, and under which letters',
  async (id, office, expected) => {
    const { branches } = await stopOf(id, office);
    expect(branches.map(({ branch, how, by }) => [branch, how, by]).sort()).toEqual(expected);
  },
);

it('tells the days left of the window of the reopening, and knows no deadline where none is stated', async () => {
  const { record } = await chainOf(REOPENING);
  const [deadline, ...more] = statedDeadlines(record.circular);
  expect(more).toEqual([]);
  expect(deadline && runwayOf('2025-04-02', deadline)).toEqual({ toLast: 19, toFirst: 3 });
  expect(deadline && runwayOf('2025-04-25', deadline)).toEqual({ toLast: -4, toFirst: -20 });
  for (const { id, circular } of records.filter((one) => one.id !== REOPENING)) {
    expect([id, statedDeadlines(circular)]).toEqual([id, []]);
  }
});

it.each<
  [string, [letter: string, kind: string, here: string, original: string, doubtful: boolean][]]
>([
  [
    REOPENING,
    [
      ['nakhon-phanom', 'claim', '1 มีนาคม 2568 –', '15 มีนาคม 2568 –', false],
      [
        'nakhon-phanom',
        'claim',
        '4 เมษายน 2568 – 21 เมษายน 2568',
        '5 เมษายน 2568 – 21 เมษายน 2568',
        false,
      ],
    ],
  ],
  [
    PASSWORDS,
    [
      ['chiang-mai', 'number', 'มท 0808.4/ว 1966', 'มท 0808.4/ว 1639', true],
      ['fang', 'number', 'ชม 0023.5/ว 13455', 'ชม 0023.5/ว 17684', true],
      ['fang', 'wording', 'New e-LASS', 'New e-LAAS', false],
    ],
  ],
  [
    KNOWLEDGE,
    [
      [
        'sakon-nakhon-districts',
        'wording',
        'กรมส่งเสริมการปกครองส่วนท้องถิ่น',
        'กรมส่งเสริมการปกครองท้องถิ่น',
        false,
      ],
      ['sakon-nakhon-pao', 'number', 'มท 0808.4/2141', 'มท 0808.5/2141', true],
      ['sakon-nakhon-pao', 'date', '2020-07-19', '2020-07-17', true],
      ['sakon-nakhon-city', 'number', 'มท 0808.5/2141', 'มท 0808.4/2141', true],
    ],
  ],
  [LOGIN, []],
  [MINISTRY, []],
])('shows side by side what the letters that passed on %s changed', async (id, expected) => {
  const { record } = await chainOf(id);
  const found = driftOf(record.circular, record.coveringLetters).map((one) => {
    const { here, original } = driftTexts(one);
    return [one.letter, one.kind, here, original, one.doubtful];
  });
  expect(found).toEqual(expected);
});

it('leaves every doubtful date out of the sums, and counts what it leaves out', async () => {
  const summaries = [];
  const table = newTable();
  for (const { id } of records) {
    const { route, movements } = await chainOf(id);
    const folded = newFolded(route);
    fillTable(table, movements, route);
    foldMovements(table, route, dayNumber(AS_OF), folded);
    summaries.push({
      circular: id,
      sample: false,
      summary: summarize(folded, route, movements.length),
    });
  }
  const { measures, circulars } = reportOn(summaries, AS_OF);
  expect(measures['dwell-province']).toMatchObject({ median: null, ended: 0, leftOut: 2 });
  expect(measures['dwell-district']).toMatchObject({ median: null, ended: 0, leftOut: 1 });
  // Of five circulars only those of 2558 and 2567 have a date of their own that is certain.
  expect(measures['transit-province']).toMatchObject({ ended: 0, open: 152, leftOut: 228 });
  expect(new Map(circulars.map(({ circular, undated }) => [circular, undated]))).toEqual(
    new Map([
      [PASSWORDS, 1],
      [REOPENING, 1],
      [KNOWLEDGE, 5],
      [LOGIN, 0],
      [MINISTRY, 0],
    ]),
  );
});

it('reads the rows of a build as the ledger does', async () => {
  for (const { ledger } of records) {
    const movements = await readLedger(root, ledger);
    const rows = parse(await readFile(`${root}${ledger}`, 'utf8'), { columns: true }) as never[];
    expect(rows.map(movementOfCells).map(movementLine)).toEqual(movements.map(movementLine));
  }
});
