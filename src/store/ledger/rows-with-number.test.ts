import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { movementsWithNumber } from './rows-with-number.ts';
import { ledgerFolder } from './summarize.ts';
import { readRouteRules } from './tracked.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const ROWS = [
  'sent,dla,2025-04-02,,มท 0899.9/ว 7,,provinces,,,letter,,',
  'received,p50,2025-04-07,,7,"โต๊ะ, หนึ่ง",,,,letter,,',
  'received,p48,2025-04-07,,"7",,,,,letter,,',
  'received,p47,2025-04-08,,17,,,,,letter,,',
  'acknowledged,p50,2025-04-09,,7,,,,,letter,,',
  'received,p46,2025-04-10,,7,,,,,letter,,',
  'received,p45,2025-04-07,,,,,๗,number,letter,,',
];
const CORRECTION = 'corrected,p47,2025-04-08,,7,,,,,letter,4,';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-numbers-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const find = async (rows: readonly string[]) => {
  const lines = rows.map((row, at) => `${at + 1},${row}\n`);
  writeFileSync(join(root, 'm.csv'), `${MOVEMENT_COLUMNS.join(',')}\n${lines.join('')}`);
  const fold = ledgerFolder(root, await readRegistry(project), await readRouteRules(project));
  const job = {
    file: 'm.csv',
    issuer: 'dla',
    to: [{ group: 'provinces' as const }],
    day: '2025-04-02',
  };
  const ledger = fold(job, '2025-04-09');
  if (!('folded' in ledger)) throw new Error('no route');
  const asked: string[] = [];
  const found = movementsWithNumber(
    ledger,
    (number, kind) => {
      asked.push(`${kind} ${number}`);
      return number === '7';
    },
    '2025-04-09',
  );
  return { asked, found: found.map(({ no, office }) => `${no} ${office}`) };
};

it('reads only rows with a number that is wanted, of letters sent and received, known on the day', async () => {
  const { asked, found } = await find(ROWS);
  expect(found).toEqual(['2 p50', '3 p48']);
  expect(asked).toContain('sent มท 0899.9/ว 7');
  expect(asked).not.toContain('received ');
});

it('takes a number as its correction has it', async () => {
  expect((await find([...ROWS, CORRECTION])).found).toEqual(['2 p50', '3 p48', '4 p47']);
});
