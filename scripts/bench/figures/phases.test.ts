import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileOf, type Size, writeFinance } from './made-up.ts';
import { ENGINES, measure } from './phases.ts';

const SIZE: Size = { offices: 3, months: 8, categories: 4 };

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
  await writeFinance(folder, SIZE);
});
afterEach(() => rmSync(folder, { recursive: true }));

const both = async () => {
  const [portal, duckdb] = await Promise.all(ENGINES.map((one) => measure(one, folder, SIZE)));
  return { portal, duckdb };
};

it('gives the same sums by both engines, and no problem', async () => {
  const { portal, duckdb } = await both();
  expect(portal).toMatchObject({ problems: 0, groups: 3 * 8 * 4 });
  expect(duckdb).toMatchObject({ problems: 0, groups: 3 * 8 * 4, digest: portal?.digest });
});

it.each([
  ['an amount twice', (text: string) => `${text}${text.split('\n')[1]}\n`],
  ['an unknown office', (text: string) => text.replace(/\na\d+/, '\na999999')],
  ['a month of another year', (text: string) => text.replace(',2025-04,', ',2025-10,')],
  ['the other side', (text: string) => text.replace(',revenue,', ',expenditure,')],
  [
    'a day before the month',
    (text: string) => text.replace(/,e-LAAS,[\d-]+/, ',e-LAAS,2025-01-01'),
  ],
  ['a made-up source', (text: string) => text.replace(',e-LAAS,', ',sample,')],
])('finds in both engines: %s', async (_, change) => {
  const file = join(folder, fileOf(2568, 'p11'));
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const { portal, duckdb } = await both();
  expect(portal?.problems).toBeGreaterThan(0);
  expect(duckdb?.problems).toBeGreaterThan(0);
});
