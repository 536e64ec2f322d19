import { expect, it } from 'vitest';
import { FULL, SILENT } from '../../scripts/track/testing/made-up-files.ts';
import { onBothDatabases } from './databases.ts';
import { unescaped } from './form-again.ts';
import { useMovementDesk } from './movement-desk.ts';

const AT = `/desk/movements/${FULL}/?office=d8802`;
const MOVEMENT = {
  office: 'd8802',
  kind: 'received',
  date: '11 มี.ค. 68',
  number: '55',
  note: 'พิมพ์ไว้',
  seen: '8',
};
const actionsOf = (text: string): string[] =>
  [...text.matchAll(/<form\b[^>]*\bmethod="post"[^>]*>/g)].map(([tag]) =>
    unescaped(/\baction="([^"]*)"/.exec(tag)?.[1] ?? ''),
  );

await onBothDatabases('forms of a page that was made for somebody else', (source) => {
  const desk = useMovementDesk(source, [FULL, SILENT]);

  it('all say for whom they are', async () => {
    const { visitor } = await desk().as('officer p88');
    for (const path of [AT, '/members/', '/desk/registers/', '/board/ask/']) {
      const actions = actionsOf((await visitor.get(path)).text);
      expect([path, actions.length > 0]).toEqual([path, true]);
      expect(actions.filter((one) => !/[?&]as=[\w-]{16}$/.test(one))).toEqual([]);
    }
    expect(actionsOf((await desk().visitor().get('/members/sign-in/')).text).join()).not.toMatch(
      /[?&]as=/,
    );
  });

  it('are not sent in the name of who has signed in since, but kept for both', async () => {
    const { visitor: first } = await desk().as('officer p88');
    const [action = ''] = actionsOf((await first.get(AT)).text).filter((one) =>
      one.startsWith('/desk/movements/'),
    );
    const before = desk().ledger(FULL);
    const { visitor: second } = await desk().as('officer p88 too');
    const asked = await second.post(action, MOVEMENT);
    expect([asked.status, desk().ledger(FULL)]).toEqual([409, before]);
    expect(asked.text).toContain('value="พิมพ์ไว้"');
    const [kept = '', here = ''] = actionsOf(asked.text);
    expect(kept).toBe(action);
    expect(here).not.toBe(action);
    expect((await second.post(kept, MOVEMENT)).status).toBe(409);
    expect((await first.post(kept, MOVEMENT)).status).toBe(303);
    expect(desk().ledger(FULL)).toContain('received,d8802,2025-03-11');
    const again = await second.post(here, { ...MOVEMENT, number: '56', seen: '9' });
    expect(again.status).not.toBe(409);
  });

  it('can sign out whoever is signed in', async () => {
    const { visitor: first } = await desk().as('officer p88');
    const [out = ''] = actionsOf((await first.get('/members/')).text).filter((one) =>
      one.startsWith('/members/sign-out/'),
    );
    const { visitor: second } = await desk().as('member');
    expect((await second.post(out, {})).status).toBe(303);
  });
});
