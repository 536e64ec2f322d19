import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { auditOf } from '#store/desk/members.ts';
import { readContentText } from '#store/files/content-file.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { contentWork } from '../../scripts/desk/content-work.ts';
import { FULL, ledgerOf, madeUpFiles, SILENT } from '../../scripts/track/testing/made-up-files.ts';
import { addMember, onBothDatabases } from './databases.ts';
import { KILLS, killed } from './killed-process.ts';

await onBothDatabases('a desk that is killed while it records', ({ newPlace }) => {
  it(`has every row that was confirmed once, in ledger, audit log and history, in ${KILLS} kills`, async () => {
    const root = mkdtempSync(join(tmpdir(), 'wian-kill-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    for (const [path, text] of Object.entries(madeUpFiles())) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', root, ...args], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1' },
      });
    git('init', '--quiet');
    const place = await newPlace();
    const database = await openDeskDatabase(place);
    await addMember(database, 'm1');
    const confirmed: string[] = [];
    for (let nth = 0; nth < KILLS; nth += 1) {
      // A git that the desk was running goes on without it, and may hold the repository when the next one starts.
      confirmed.push(...(await killed('recording-process.ts', place, root, nth)));
    }
    const faults: string[] = [];
    await contentWork({ root, database, report: (line) => faults.push(line) }).recover();
    expect(faults).toEqual([]);
    const { db } = database;
    const states = await db.selectFrom('content_change').select(['state', 'commit_id']).execute();
    expect(new Set(states.map(({ state }) => state))).not.toContain('planned');
    const applied = states.filter(({ state }) => state === 'applied');
    expect(applied.every(({ commit_id }) => /^[0-9a-f]{40}$/.test(commit_id ?? ''))).toBe(true);
    const rows = [FULL, SILENT].flatMap((circular) =>
      // On a busy machine none may have reached the ledger that begins empty.
      parseLedger(readContentText(root, ledgerOf(circular)) ?? '', '')
        .filter(({ number }) => number?.startsWith('run'))
        .map(({ number }) => `${circular} ${number}`),
    );
    expect(new Set(rows).size).toBe(rows.length);
    expect(confirmed.length).toBeGreaterThanOrEqual(KILLS);
    expect(confirmed.filter((one) => !rows.includes(one))).toEqual([]);
    expect(applied).toHaveLength(rows.length);
    const logged = [...(await auditOf(db, 'm1')), ...(await auditOf(db, 'slip:1'))].filter(
      ({ action }) => /^(?:record|acknowledge) /.test(action),
    );
    expect(logged).toHaveLength(rows.length);
    expect(git('status', '--porcelain', '--', 'content/circulars/2567')).not.toContain(' M ');
    await database.close();
    if (KILLS > 10)
      console.info(`${KILLS} kills, ${confirmed.length} confirmed, ${rows.length} kept`);
  }, 600_000);
});
