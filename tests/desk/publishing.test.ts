import { expect, it } from 'vitest';
import { QUIET_MS } from '#core/desk/build-due.ts';
import type { Problem } from '#core/problem.ts';
import { confirmChanges, planChanges } from '#store/desk/content-changes.ts';
import { askBuild, beginBuild, movementsBehind, newestBuilds } from '#store/desk/portal-builds.ts';
import type { Desk } from '../../scripts/desk/app.ts';
import { movementBuilds } from '../../scripts/desk/publishing/movement-builds.ts';
import { type BuildEnd, buildQueue, type Hold } from '../../scripts/desk/publishing/queue.ts';
import { onBothDatabases } from './databases.ts';
import { startMovementDesk } from './movement-desk.ts';

const BY = { actor: 'member', now: new Date('2026-11-29T03:00:00Z') };
const WRONG: Problem = { file: 'content/faq/x.mdx', what: 'it is wrong', fix: 'Put it right.' };
const CHANGE = {
  action: 'record',
  circular: '2568/dla-1541',
  file: 'content/circulars/2568/dla-1541/movements.csv',
  office: 'p88',
  firstNo: 1,
  count: 1,
  lines: '1,received,p88,2025-03-05,,101,,,,,one,,\n',
  undoes: null,
};
const ADDED = 'it was added while the portal was built';
const CHANGED: Problem = {
  file: 'content/faq/x.mdx',
  what: 'it was changed while the portal was built',
  fix: 'Run the build again.',
};
const BUSY: Problem = {
  file: null,
  what: 'another build of this project is under way (process 1)',
  fix: 'Wait.',
};

/** Builds that a test ends, and the most that ran at once. */
const madeBuilds = () => {
  const open: ((end: BuildEnd) => void)[] = [];
  let [running, most, begun] = [0, 0, 0];
  return {
    begin: () => {
      running += 1;
      begun += 1;
      most = Math.max(most, running);
      const { promise, resolve } = Promise.withResolvers<BuildEnd>();
      open.push((end) => {
        running -= 1;
        resolve(end);
      });
      return { ended: promise, stop: () => open.shift()?.(null) };
    },
    end: async (end: BuildEnd) => {
      await expect.poll(() => open.length).toBe(1);
      open.shift()?.(end);
    },
    most: () => most,
    begun: () => begun,
  };
};

await onBothDatabases('the queue of builds', (source) => {
  const start = async () => {
    const database = await source.open();
    const faults: string[] = [];
    const builds = madeBuilds();
    const parts = { root: '', database, report: (line: string) => faults.push(line) };
    let heldFor = 0;
    const held = () => heldFor;
    const hold: Hold = (work) => {
      heldFor += 1;
      return work();
    };
    const states = async () =>
      (await newestBuilds(database.db, 9)).map(({ circular, state }) => `${circular} ${state}`);
    return { database, builds, states, faults, queue: buildQueue(parts, builds.begin, hold), held };
  };

  it('builds one after the other, and what waits together', async () => {
    const { queue, builds, states, faults } = await start();
    await queue.start();
    await queue.ask('a', BY);
    await expect.poll(states).toEqual(['a building']);
    for (const circular of ['b', 'c']) await queue.ask(circular, BY);
    expect(await states()).toEqual(['c waiting', 'b waiting', 'a building']);
    await builds.end(null);
    await expect.poll(states).toEqual(['c building', 'b building', 'a live']);
    await builds.end(null);
    await expect.poll(states).toEqual(['c live', 'b live', 'a live']);
    expect([builds.most(), builds.begun(), queue.now()]).toEqual([1, 2, null]);
    await queue.stop();
    expect(faults).toEqual([]);
  });

  it('keeps why a build failed, and goes on with the next', async () => {
    const { database, queue, builds, states } = await start();
    await queue.start();
    await queue.ask('a', BY);
    await builds.end([WRONG]);
    await expect.poll(states).toEqual(['a failed']);
    const [failed] = await newestBuilds(database.db, 1);
    expect(JSON.parse(failed?.problems ?? '')).toEqual([WRONG]);
    await queue.ask('b', BY);
    await builds.end(null);
    await expect.poll(states).toEqual(['b live', 'a failed']);
    await queue.stop();
  });

  it('waits for the build of a terminal', async () => {
    const { queue, builds, states } = await start();
    await queue.start();
    await queue.ask('a', BY);
    await builds.end([BUSY]);
    await expect.poll(builds.begun, { timeout: 10_000 }).toBe(2);
    expect(await states()).toEqual(['a building']);
    await builds.end(null);
    await expect.poll(states).toEqual(['a live']);
    await queue.stop();
  }, 20_000);

  it('builds anew where content was changed meanwhile, with what was asked for since, and lets no more in at last', async () => {
    const { database, queue, builds, states, held } = await start();
    await queue.start();
    await queue.ask('a', BY);
    await expect.poll(states).toEqual(['a building']);
    await queue.ask('b', BY);
    await builds.end([CHANGED]);
    await expect.poll(states).toEqual(['b building', 'a building']);
    await builds.end([CHANGED, { ...CHANGED, what: ADDED }]);
    expect(held()).toBe(0);
    await builds.end([CHANGED]);
    await expect.poll(held).toBe(1);
    await builds.end(null);
    await expect.poll(states).toEqual(['b live', 'a live']);
    // What else is wrong is said at once; and at last also that somebody writes whom the desk cannot hold.
    await queue.ask('c', BY);
    await builds.end([CHANGED, WRONG]);
    await expect.poll(states).toEqual(['c failed', 'b live', 'a live']);
    await queue.ask('d', BY);
    for (let times = 0; times < 4; times += 1) await builds.end([CHANGED]);
    await expect.poll(states).toEqual(['d failed', 'c failed', 'b live', 'a live']);
    const [failed] = await newestBuilds(database.db, 1);
    expect(JSON.parse(failed?.problems ?? '')).toEqual([CHANGED]);
    await queue.stop();
  });

  it('takes up at its start what another process was building, and what waited', async () => {
    const { database, queue, builds, states } = await start();
    await askBuild(database.db, 'a', BY);
    await beginBuild(database.db, BY.now);
    await askBuild(database.db, 'b', BY);
    await queue.start();
    await expect.poll(states).toEqual(['b building', 'a building']);
    await builds.end(null);
    await expect.poll(states).toEqual(['b live', 'a live']);
    expect(builds.begun()).toBe(1);
    await queue.stop();
  });

  it('builds by itself what movements were recorded, once, and after a pause what follows', async () => {
    const { database, queue, builds, states, faults } = await start();
    const { db } = database;
    const record = async () => {
      const ids = await planChanges(db, [CHANGE], BY);
      await confirmChanges(db, ids, BY.now);
    };
    const settings = { buildMinutes: 10 } as Desk['settings'];
    const parts = { database, settings, report: (line: string) => faults.push(line) };
    const { look } = movementBuilds(parts, queue);
    const began = Date.now();
    /** Looks some minutes after the test began, and again once nothing more was recorded for a moment. */
    const lookAt = async (minutes: number): Promise<void> => {
      const time = began + minutes * 60_000;
      await look(new Date(time));
      await look(new Date(time + QUIET_MS));
    };
    await queue.start();
    await lookAt(0);
    expect(await states()).toEqual([]);
    await planChanges(db, [CHANGE], BY);
    await lookAt(0);
    expect(await states()).toEqual([]);
    await record();
    expect(await movementsBehind(db)).toMatchObject({ changes: 1, unseen: 1, began: null });
    await lookAt(0);
    await expect.poll(states).toEqual([' building']);
    // What is recorded while it builds is not in it.
    await record();
    await lookAt(1);
    await builds.end(null);
    await expect.poll(states).toEqual([' live']);
    await lookAt(9);
    expect(await states()).toEqual([' live']);
    await lookAt(11);
    await builds.end([WRONG]);
    await expect.poll(states).toEqual([' failed', ' live']);
    expect(await movementsBehind(db)).toMatchObject({ changes: 0, unseen: 1, isOpen: false });
    // A build that fails is not tried again until something else is recorded.
    await lookAt(22);
    expect(await states()).toEqual([' failed', ' live']);
    await record();
    await lookAt(30);
    await builds.end(null);
    await expect.poll(states).toEqual([' live', ' failed', ' live']);
    expect(await movementsBehind(db)).toMatchObject({ changes: 0, unseen: 0 });
    const [newest] = await newestBuilds(db, 1);
    expect(newest?.member).toBe('desk');
    await queue.stop();
    expect(faults).toEqual([]);
  });

  it('leaves what it was building to the next start when it is stopped', async () => {
    const { queue, states } = await start();
    await queue.start();
    await queue.ask('a', BY);
    await expect.poll(states).toEqual(['a building']);
    await queue.stop();
    expect(await states()).toEqual(['a building']);
  });

  it('is asked by a desk for a build once somebody has recorded a movement', async () => {
    const begun: string[] = [];
    const begin = (_: string, today: string) => {
      begun.push(today);
      return { ended: Promise.resolve(null), stop: () => undefined };
    };
    const desk = await startMovementDesk(source, {}, begin, { DESK_BUILD_MINUTES: '10' });
    const { visitor } = await desk.as('officer d8802');
    const at = '/desk/movements/2568/dla-0899-9-w11-0303/';
    const form = { kind: 'received', office: 'd8802', date: '2025-03-11', seen: '8' };
    expect(begun).toEqual([]);
    expect((await visitor.post(at, { ...form, number: '55' })).status).toBe(303);
    await expect.poll(() => begun.length, { timeout: 30_000 }).toBe(1);
    const editor = (await desk.as('editor')).visitor;
    await expect
      .poll(async () => (await editor.get('/desk/publishing/')).text)
      .toMatch(/data-build="live"[\s\S]*สร้างเองเมื่อมีการบันทึกการรับส่ง/);
    // The next one waits for what follows it.
    expect((await visitor.post(at, { ...form, seen: '9', kind: 'done' })).status).toBe(303);
    const page = await editor.get('/desk/publishing/');
    expect(page.text).toContain('มีการรับส่งที่บันทึกแล้ว 1 ครั้งที่ยังไม่ขึ้นเว็บ');
    expect(page.text).toContain('เว็บจะสร้างเองไม่ก่อน');
    expect(begun.length).toBe(1);
    const faults = [...desk.faults];
    await desk.close();
    expect(faults).toEqual([]);
  }, 60_000);
});
