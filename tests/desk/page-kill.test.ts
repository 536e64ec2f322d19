import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { auditOf } from '#store/desk/members.ts';
import { changesOfPage, plannedPages } from '#store/desk/page-changes.ts';
import { contentWork } from '../../scripts/desk/content-work.ts';
import { pageWork } from '../../scripts/desk/pages/work.ts';
import { addMember, onBothDatabases } from './databases.ts';
import { KILLS, killed } from './killed-process.ts';

await onBothDatabases('a desk that is killed while it writes pages', ({ newPlace }) => {
  it(`has every page that was confirmed, in content, audit log and history, in ${KILLS} kills`, async () => {
    const root = mkdtempSync(join(tmpdir(), 'wian-kill-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    mkdirSync(join(root, 'content/faq'), { recursive: true });
    const always = join(root, 'content/faq/always.mdx');
    writeFileSync(
      always,
      '---\ntitle: ก   # ชื่อ\nsummary: x\npublished: "2026-11-21"\ntopic: y\norder: 1\n---\n',
    );
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
    for (let nth = 0; nth < KILLS; nth += 1)
      confirmed.push(...(await killed('page-process.ts', place, root, nth)));
    const faults: string[] = [];
    const parts = { root, database, report: (line: string) => faults.push(line) };
    const { db } = database;
    // PostgreSQL may still carry out what a killed process sent it last, when the next one has looked already.
    const left = async (): Promise<number> => {
      await pageWork(parts, contentWork(parts)).recover();
      return (await plannedPages(db, 'pages')).length;
    };
    await expect.poll(left, { timeout: 10_000 }).toBe(0);
    expect(faults).toEqual([]);
    const states = await db.selectFrom('page_change').select(['state', 'commit_id']).execute();
    const applied = states.filter(({ state }) => state === 'applied');
    expect(applied.every(({ commit_id }) => /^[0-9a-f]{40}$/.test(commit_id ?? ''))).toBe(true);
    expect(confirmed.length).toBeGreaterThanOrEqual(KILLS);
    expect(confirmed.filter((page) => !existsSync(join(root, `content/${page}.mdx`)))).toEqual([]);
    // What the last change wrote is what lies there, and nothing else of the page was touched.
    const last = (await changesOfPage(db, 'faq/always')).at(-1)?.texts[0]?.after;
    expect(last ?? readFileSync(always, 'utf8')).toBe(readFileSync(always, 'utf8'));
    expect(readFileSync(always, 'utf8')).toContain('title: ก   # ชื่อ\n');
    const logged = (await auditOf(db, 'm1')).filter(({ action }) => /-page /.test(action));
    expect(logged).toHaveLength(applied.length);
    expect(
      git('status', '--porcelain', '--', 'content').replace('?? content/faq/always.mdx\n', ''),
    ).toBe('');
    await database.close();
    if (KILLS > 10) console.info(`${KILLS} kills, ${confirmed.length} confirmed`);
  }, 600_000);
});
