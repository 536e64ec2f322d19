import { expect, it } from 'vitest';
import type { Problem } from '#core/problem.ts';
import { askBuild, beginBuild, newestBuilds } from '#store/desk/portal-builds.ts';
import { type BuildEnd, buildQueue } from '../../scripts/desk/publishing/queue.ts';
import { onBothDatabases } from './databases.ts';

const BY = { actor: 'member', now: new Date('2026-11-29T03:00:00Z') };
const WRONG: Problem = { file: 'content/faq/x.mdx', what: 'it is wrong', fix: 'Put it right.' };
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
    const states = async () =>
      (await newestBuilds(database.db, 9)).map(({ circular, state }) => `${circular} ${state}`);
    return { database, builds, states, faults, queue: buildQueue(parts, builds.begin) };
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

  it('leaves what it was building to the next start when it is stopped', async () => {
    const { queue, states } = await start();
    await queue.start();
    await queue.ask('a', BY);
    await expect.poll(states).toEqual(['a building']);
    await queue.stop();
    expect(await states()).toEqual(['a building']);
  });
});
