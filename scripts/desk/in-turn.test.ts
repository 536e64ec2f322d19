import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('answers all, no more than so many at once, in their order, also after one failed', async () => {
  const app = new Hono();
  let [running, highest] = [0, 0];
  const order: string[] = [];
  app.use(inTurn(3));
  app.onError((_, c) => c.text('failed', 500));
  app.get('/:name', async (c) => {
    running += 1;
    highest = Math.max(highest, running);
    order.push(c.req.param('name'));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (c.req.param('name') === '4') throw new Error('made-up fault');
    return c.text('ok');
  });
  const names = Array.from({ length: 20 }, (_, at) => String(at));
  const answers = await Promise.all(names.map((name) => app.request(`/${name}`)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
  expect([highest, running]).toEqual([3, 0]);
  expect(order).toEqual(names);
  expect((await app.request('/again')).status).toBe(200);
});
