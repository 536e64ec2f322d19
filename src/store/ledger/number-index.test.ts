import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { numberIndex } from './number-index.ts';
import { parseLedger } from './read-ledger.ts';
import { movementLine } from './write-ledger.ts';

const FILE = 'content/movements.csv';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-numbers-'));
  mkdirSync(join(root, 'content'));
});
afterEach(() => rmSync(root, { recursive: true }));

const HEAD = `${MOVEMENT_COLUMNS.join(',')}\n`;
const write = (text: string): void => writeFileSync(join(root, FILE), HEAD + text);

it.each([
  ['in a plain cell', '1,received,d1,2025-03-11,,812,,,,,register:d1,,\n', '812', true],
  ['in Thai digits', '1,received,d1,2025-03-11,,๘๑๒,,,,,register:d1,,\n', '๘๑๒', true],
  ['as a part of another', '1,received,d1,2025-03-11,,8123,,,,,register:d1,,\n', '812', false],
  ['in another column', '1,received,d1,2025-03-11,,7,812,,,,register:d1,,812\n', '812', false],
  ['in quotes', '1,received,d1,2025-03-11,,"812","a, b",,,,register:d1,,\n', '812', true],
  [
    'behind a cell of two lines',
    '1,received,d1,2025-03-11,,"x\ny","b",\n2,received,d1,2025-03-11,,812,',
    '812',
    true,
  ],
  [
    'behind quotes that end on its line',
    '1,"x\ny",d1,2025-03-11,,812,,,,,register:d1,,\n',
    '812',
    true,
  ],
  ['with spaces around it', '1,received,d1,2025-03-11,, 812 ,,,,,register:d1,,\n', '812', true],
  [
    'with a space that is none of ASCII',
    '1,received,d1,2025-03-11,,\u00a0812,,,,,register:d1,,\n',
    '812',
    true,
  ],
  ['without a line feed at the end', '1,received,d1,2025-03-11,,812', '812', true],
  ['with a comma in it', '1,received,d1,2025-03-11,,"8,12",,,,,register:d1,,\n', '8,12', true],
  ['nowhere', '1,received,d1,2025-03-11,,1,,,,,register:d1,,\n', '812', false],
])('of a number %s', (_, text, number, may) => {
  write(text);
  expect(numberIndex().mayHold(root, FILE, number)).toBe(may);
});

it('sees what was added since, and a file that is gone', () => {
  const index = numberIndex();
  expect(index.mayHold(root, FILE, '812')).toBe(false);
  write('1,received,d1,2025-03-11,,811,,,,,register:d1,,\n');
  expect(index.mayHold(root, FILE, '812')).toBe(false);
  appendFileSync(join(root, FILE), '2,received,d1,2025-03-11,,812,,,,,register:d1,,\n');
  expect(index.mayHold(root, FILE, '812')).toBe(true);
  rmSync(join(root, FILE));
  expect(index.mayHold(root, FILE, '812')).toBe(false);
});

it('refuses a link, and leaves what cannot be read to whoever reads it', () => {
  const index = numberIndex();
  mkdirSync(join(root, FILE));
  expect(index.mayHold(root, FILE, '812')).toBe(true);
  rmSync(join(root, FILE), { recursive: true });
  writeFileSync(join(root, 'elsewhere.csv'), HEAD);
  symlinkSync(join(root, 'elsewhere.csv'), join(root, FILE));
  expect(() => index.mayHold(root, FILE, '812')).toThrow(FILE);
});

it('never says no of a ledger that has the number in a row', () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'81๒ ,"/วก\u00a0–'), maxLength: 6 })
    .filter((one) => one.trim() !== '');
  const row = fc.record({ number: cell, desk: cell, note: cell });
  let checked = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const movements = rows.map(({ number, desk, note }, at) => ({
        no: at + 1,
        kind: 'received' as const,
        office: 'd8801',
        date: '2025-03-11',
        number,
        desk,
        note,
        to: [],
        doubt: {},
        source: 'register:d8801',
      }));
      const text = movements.map((one) => `${movementLine(one)}\n`).join('');
      write(text);
      const read = parseLedger(`${HEAD}${text}`, FILE);
      const index = numberIndex();
      for (const { number } of read) {
        if (number === undefined) continue;
        checked += 1;
        expect(index.mayHold(root, FILE, number)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
  expect(checked).toBeGreaterThanOrEqual(100);
});
