import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addThread } from '#store/desk/board-writing.ts';
import { type DatabasePlace, openDeskDatabase } from '#store/desk/database.ts';
import { addMember, onBothDatabases } from './databases.ts';

/** A run of a process costs a second: few in every test, a hundred by WIAN_DESK_KILLS=100. */
const KILLS = Number(process.env.WIAN_DESK_KILLS ?? 3);
/** The same moments in every run. */
const momentOf = (nth: number): number => (nth * 97) % 251;

/** Lets a process write, kills it at some moment after its first confirmed post, and resolves to what was confirmed. */
const killed = async (place: DatabasePlace, nth: number): Promise<string[]> => {
  const script = join(import.meta.dirname, 'writing-process.ts');
  const args = [
    '--disable-warning=ExperimentalWarning',
    script,
    JSON.stringify(place),
    `run${nth}`,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), momentOf(nth));
    said += part;
  });
  await once(child, 'close');
  // What stands behind the last line end was not said whole.
  return said.split('\n').slice(0, -1);
};

await onBothDatabases('a desk that is killed while ten write', ({ newPlace }) => {
  it(`loses no post that was confirmed, in ${KILLS} kills`, async () => {
    const place = await newPlace();
    const first = await openDeskDatabase(place);
    await addMember(first, 'a');
    const post = { body: 'ถาม', office: '', state: 'shown', once: 'question' } as const;
    const more = { section: 'system', system: '', page: '', issuer: '', title: 'ถาม', words: [] };
    await addThread(first.db, { ...post, ...more }, { actor: 'a', now: new Date() });
    await first.close();
    const confirmed: string[] = [];
    for (let nth = 0; nth < KILLS; nth += 1) confirmed.push(...(await killed(place, nth)));
    const { db, close } = await openDeskDatabase(place);
    const rows = await db.selectFrom('post').select('once').where('question', '=', 0).execute();
    const kept = new Set(rows.map((row) => row.once));
    expect(confirmed.length).toBeGreaterThanOrEqual(KILLS);
    expect(confirmed.filter((one) => !kept.has(one))).toEqual([]);
    const thread = await db.selectFrom('thread').select('answers').executeTakeFirstOrThrow();
    expect(thread.answers).toBe(kept.size);
    await close();
    if (KILLS > 10)
      console.info(`${KILLS} kills, ${confirmed.length} confirmed, ${kept.size} kept`);
  }, 600_000);
});
