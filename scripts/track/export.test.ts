import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { EXCHANGE_FIELDS } from '#core/tracking/exchange.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { exportMovements } from './export.ts';
import { DOUBTFUL, FULL, ledgerOf, SILENT, useWorld } from './testing/made-up-world.ts';

const world = useWorld();
const run = (...args: string[]) => world().run(exportMovements, ...args);
type Row = Record<string, string>;
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true }) as Row[];

describe('track export', () => {
  it('writes CSV from which the ledger comes back as it was', async () => {
    const { code, out } = await run(FULL);
    expect(code).toBe(0);
    const rows = out.split('\n').map((line) => line.replace(/^[^,]*,/, ''));
    expect(`${rows.join('\n')}\n`).toBe(world().read(ledgerOf(FULL)));
  });

  it('writes JSON with the same movements', async () => {
    const { out } = await run(FULL, '--json');
    const { asOf, movements } = JSON.parse(out);
    expect(asOf).toBe('2025-05-01');
    const ledger = parseLedger(world().read(ledgerOf(FULL)), 'x');
    expect(movements).toEqual(
      JSON.parse(JSON.stringify(ledger.map((one) => ({ circular: FULL, ...one })))),
    );
  });

  it('writes all circulars, and only what was known on the day', async () => {
    const rows = rowsOf((await run('--as-of', '2025-03-06')).out);
    expect(rows.map(({ circular, no }) => [circular, no])).toEqual([
      [FULL, '1'],
      [FULL, '2'],
      [FULL, '3'],
    ]);
    expect(JSON.parse((await run(SILENT, '--json')).out).movements).toEqual([]);
  });

  it('names the fields as e-CMS does: each letter under its own number, receipts with what arrived', async () => {
    const { letters } = JSON.parse((await run(FULL, '--format', 'ecms-json')).out);
    expect(letters).toMatchSnapshot();
    const rows = rowsOf((await run(FULL, '--format', 'ecms-csv')).out);
    expect(rows).toEqual(letters);
    expect(Object.keys(rows[0] as Row)).toEqual([...EXCHANGE_FIELDS]);
  });

  it('leaves out of them whatever is doubtful', async () => {
    const rows = rowsOf((await run(DOUBTFUL, '--format', 'ecms-csv')).out);
    expect(rows).toMatchSnapshot();
  });

  it('puts the correction in the place of what it corrects', async () => {
    const file = ledgerOf(FULL);
    world().write(file, `${world().read(file)}9,corrected,d8801,2025-03-11,,302,,,,,one,5,\n`);
    const rows = rowsOf((await run(FULL, '--format', 'ecms-csv')).out);
    expect(rows).toHaveLength(8);
    expect(rows[4]).toMatchObject({
      WianMovement: '5',
      AcceptID: '302',
      ProcessTime: '2025-03-11',
    });
  });

  it.each([
    ['a format that is not there', ['--format', 'xml']],
    ['two circulars', [FULL, SILENT]],
    ['a circular that is not there', ['dla-0899-9-w11']],
  ])('refuses %s', async (_, args) => {
    const { code, out, err } = await run(...args);
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
    expect(out).toBe('');
  });

  it('ends quietly where only the beginning of its output is read', () => {
    const script = fileURLToPath(new URL('../track.ts', import.meta.url));
    const line = `"${process.execPath}" --disable-warning=ExperimentalWarning "${script}" export | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], {
      cwd: world().root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^circular,no,kind,.*\n$/);
  });

  it('writes nothing where a ledger is faulty', async () => {
    const file = ledgerOf(DOUBTFUL);
    world().write(file, world().read(file).replace('sent,p89', 'posted,p89'));
    const { code, out, err } = await run();
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
    expect(out).toBe('');
  });
});
