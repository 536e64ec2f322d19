import { describe, expect, it } from 'vitest';
import { DOUBTFUL, FULL, ledgerOf, SILENT, useWorld } from './testing/made-up-world.ts';
import { verify } from './verify.ts';

const world = useWorld();
const run = (...args: string[]) => world().run(verify, ...args);
const change = (id: string, from: string, to: string): void => {
  const before = world().read(ledgerOf(id));
  expect(before).toContain(from);
  world().write(ledgerOf(id), before.replace(from, to));
};
const add = (id: string, ...rows: string[]): void => {
  const file = ledgerOf(id);
  const head = world().read(ledgerOf(FULL)).split('\n', 1)[0];
  const before = world().has(file) ? world().read(file) : `${head}\n`;
  const first = before.split('\n').length - 1;
  world().write(file, before + rows.map((row, at) => `${first + at},${row}\n`).join(''));
};

describe('track verify', () => {
  it('finds nothing in sound ledgers; doubtful dates are no fault', async () => {
    expect(await run()).toEqual({
      code: 0,
      out: 'as of 2025-05-01: 3 circulars, 10 movements, 0 problems',
      err: '',
    });
    expect(JSON.parse((await run(DOUBTFUL, '--json')).out)).toEqual({
      asOf: '2025-05-01',
      ledgers: 1,
      movements: 2,
      found: 0,
      problems: [],
    });
  });

  it.each<[what: string, break_: () => void]>([
    [
      'a receipt before the letter was issued',
      () => add(SILENT, 'received,p88,2024-03-01,,7,,,,,register:p88,,'),
    ],
    ['a row out of order', () => change(FULL, '\n3,received', '\n4,received')],
    ['a row of too few cells', () => change(FULL, ',sample-province,,ตรารับ', '')],
    ['a quote that does not end', () => change(FULL, 'ตรารับ', '"ตรารับ')],
    [
      'a last row that is cut off',
      () => change(FULL, ',register:a880151,,\n8', ',register:a880151,,\n8,done,a88'),
    ],
    ['an empty ledger', () => world().write(ledgerOf(FULL), '')],
    ['a heading of its own', () => change(FULL, 'no,kind', 'nr,kind')],
    [
      'a ledger that is no UTF-8',
      () =>
        world().write(
          ledgerOf(FULL),
          Buffer.concat([
            Buffer.from(world().read(ledgerOf(FULL))),
            Buffer.from([0xa1, 0xa1, 0x0a]),
          ]),
        ),
    ],
    ['an impossible date', () => change(FULL, '2025-03-10', '2025-02-30')],
    ['an unknown office', () => change(FULL, 'received,d8801', 'received,d8809')],
    ['an unknown addressee', () => change(FULL, 'districts;a880050', 'districts;a880059')],
    [
      'an office that is not on the route',
      () => add(FULL, 'received,moi,2025-03-04,,1,,,,,letter,,'),
    ],
    ['a receipt before sending', () => change(FULL, 'd8801,2025-03-10', 'd8801,2025-03-06')],
    [
      'time running backwards at an office',
      () => change(FULL, 'd8801,2025-03-12', 'd8801,2025-03-09'),
    ],
    ['a day that has not come', () => change(FULL, 'a880151,2025-03-20', 'a880151,2025-05-02')],
    [
      'a number of a letter used for another',
      () => add(SILENT, 'sent,dla,2025-05-01,,มท 0899.9/ว 11,,provinces,,,letter,,'),
    ],
    [
      'a number of a register used again',
      () => add(SILENT, 'received,d8801,2025-04-08,,301,,,,,letter,,'),
    ],
    [
      'a number used again, behind a quoted cell',
      () => add(SILENT, 'received,d8801,2025-04-08,,301,,,,,letter,,"a, b"'),
    ],
    [
      'a number used again by a correction',
      () =>
        add(
          SILENT,
          'received,d8801,2025-04-08,,300,,,,,letter,,',
          'corrected,d8801,2025-04-08,,301,,,,,letter,1,',
        ),
    ],
    [
      'a number that is not the one of the letter',
      () => change(FULL, 'มท 0899.9/ว 11', 'มท 0899.9/ว 13'),
    ],
  ])('tells %s', async (_, breakIt) => {
    breakIt();
    const { code, out, err } = await run();
    expect(`exit code ${code}\n${out}\n${err}`).toMatchSnapshot();
  });

  it.each<[what: string, prepare: () => void]>([
    [
      'the same number at another desk',
      () => add(SILENT, 'received,p88,2025-04-08,,101,กลุ่มงานอื่น,,,,letter,,'),
    ],
    [
      'the same number in another year',
      () => add(SILENT, 'received,d8801,2024-05-08,,301,,,,,letter,,'),
    ],
    [
      'a number that a correction took back',
      () =>
        add(
          SILENT,
          'received,d8801,2025-04-08,,301,,,,,letter,,',
          'corrected,d8801,,,,,,,,letter,1,',
        ),
    ],
    [
      'one letter in two rows of one day',
      () => add(FULL, 'sent,p88,2025-03-07,,ตย 0023.9/ว 21,,towns,,,sample-province,,'),
    ],
    [
      'a doubtful number',
      () => add(SILENT, 'received,d8801,2025-04-08,,301,,,๓๐๑?,number,letter,,'),
    ],
  ])('finds no fault in %s', async (_, prepare) => {
    prepare();
    expect(await run()).toMatchObject({ code: 0, err: '' });
  });

  it('reads a ledger as it was known on an earlier day', async () => {
    const { code, err } = await run(FULL, '--as-of', '2025-03-13');
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
  });
});
