import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { FULL, ledgerOf, useWorld } from './testing/made-up-world.ts';
import { verify } from './verify.ts';

const SCRIPT = fileURLToPath(new URL('../track.ts', import.meta.url));
const world = useWorld();
const start = (...args: string[]) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SCRIPT, ...args], {
    cwd: world().root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
const codeOf = async (child: ReturnType<typeof start>): Promise<number | null> =>
  (await once(child, 'exit'))[0];
const ledger = () => parseLedger(world().read(ledgerOf(FULL)), 'movements.csv');

// Receipts at many desks of an office, made up: one import adds all of them.
const ROWS = 30;
const register = (office: string): string => {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `${office}-${at},๘/๓/๒๕๖๘,มท ๐๘๙๙.๙/ว ๑๑,๓ มีนาคม ๒๕๖๘,กรมตัวอย่าง,เรื่องหนึ่ง\n`,
  );
  return `เลขรับ,วันที่รับ,ที่,ลงวันที่,จาก,เรื่อง\n${rows.join('')}`;
};

it('loses nothing where commands record and import at the same time', async () => {
  world().write('a.csv', register('a'));
  world().write('b.csv', register('b'));
  const received = [
    'record',
    FULL,
    '--kind',
    'received',
    '--date',
    '2025-03-20',
    '--source',
    'register:x',
  ];
  const children = [
    start('import', 'a.csv', '--office', 'p89'),
    start('import', 'b.csv', '--office', 'p89'),
    ...['d8802', 'a8899', 'a880050', 'd8901'].map((office, at) =>
      start(...received, '--office', office, '--number', String(900 + at)),
    ),
  ];
  expect(await Promise.all(children.map(codeOf))).toEqual(children.map(() => 0));
  const movements = ledger();
  expect(movements).toHaveLength(8 + 2 * ROWS + 4);
  expect(
    new Set(movements.map(({ office, number, date }) => `${office} ${number} ${date}`)).size,
  ).toBe(movements.length);
}, 60_000);

it('leaves a whole ledger where an import is killed, and does the rest when it is run again', async () => {
  world().write('a.csv', register('a'));
  let ended = 0;
  for (const wait of [150, 300, 400, 500, 600, 800]) {
    const child = start('import', 'a.csv', '--office', 'p89');
    const timer = setTimeout(() => child.kill('SIGKILL'), wait);
    if ((await codeOf(child)) === 0) ended++;
    clearTimeout(timer);
    expect([8, 8 + ROWS]).toContain(ledger().length);
  }
  expect(ended).toBeLessThan(6);
  expect(await codeOf(start('import', 'a.csv', '--office', 'p89'))).toBe(0);
  expect(ledger()).toHaveLength(8 + ROWS);
  expect((await world().run(verify)).code).toBe(0);
  const folder = dirname(join(world().root, ledgerOf(FULL)));
  expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
}, 60_000);
