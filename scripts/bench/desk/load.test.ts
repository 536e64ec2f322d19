import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { missedGoals } from './goals.ts';
import { atOnce, clientOf, latencyOf, oneByOne } from './load.ts';
import type { Measured } from './measure.ts';

it('takes the share of requests by their rank', () => {
  const times = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(latencyOf(times)).toEqual({ requests: 100, median: 50, p95: 95, worst: 100 });
  expect(latencyOf([3])).toEqual({ requests: 1, median: 3, p95: 3, worst: 3 });
  expect(() => latencyOf([])).toThrow('no request');
});

it('stops at what is not right one by one, and counts it where many come at once', async () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/wrong' ? 500 : 200;
    response.end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const client = clientOf(`http://127.0.0.1:${port}`, 4);
  const isRight = ({ status }: { readonly status: number }) => status === 200;
  try {
    expect(await oneByOne(client, [{ path: '/a' }, { path: '/b' }], isRight)).toHaveLength(2);
    await expect(oneByOne(client, [{ path: '/wrong' }], isRight)).rejects.toThrow('/wrong');
    const asking = (paths: string[]) => ({
      next: () => {
        const path = paths.pop();
        return path === undefined ? null : { path };
      },
      isRight,
      pauseMs: 0,
    });
    const visits = await atOnce(client, [asking(['/a', '/wrong']), asking(['/wrong'])], 60_000);
    expect(visits.times).toHaveLength(3);
    expect(visits.errors).toEqual({ 'status 500': 2 });
  } finally {
    client.close();
    server.close();
  }
});

it('names each goal that was missed', () => {
  const quick = { requests: 1, median: 1, p95: 1, worst: 1 };
  const crowd = { readers: 1, writers: 1, reads: quick, posts: quick, perSecond: 1, errors: {} };
  const good: Measured = {
    list: quick,
    thread: quick,
    post: quick,
    reading: crowd,
    hurrying: crowd,
    postsConfirmed: 3,
    postsKept: 3,
    peakMiB: 238,
    cpuSeconds: 1,
  };
  expect(missedGoals(good)).toEqual([]);
  const bad = {
    ...good,
    thread: { ...quick, p95: 25.1 },
    hurrying: { ...crowd, errors: { ECONNRESET: 2 } },
    postsKept: 2,
    peakMiB: 239,
  };
  expect(missedGoals(bad)).toEqual([
    'thread took 25.1 ms, not 25',
    'hurrying crowd: ECONNRESET, 2 times',
    '3 posts were confirmed, and 2 kept',
    'it held 239 MiB, not 238',
  ]);
});
