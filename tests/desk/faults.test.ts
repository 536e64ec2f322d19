import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothDatabases } from './databases.ts';
import { formAgain } from './form-again.ts';
import { type MovementDesk, startMovementDesk } from './movement-desk.ts';

const onceIn = (text: string) => /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';

await onBothDatabases('a fault of the machine', (source) => {
  let desk: MovementDesk;
  beforeAll(async () => {
    desk = await startMovementDesk(source);
  }, 60_000);
  afterAll(() => desk.close());

  it('loses nothing of what somebody typed, which is sent again by one press', async () => {
    const { visitor } = await desk.as('member');
    const once = onceIn((await visitor.get('/board/ask/')).text);
    const form = new FormData();
    const typed = { once, title: 'ถามก่อนดิสก์เต็ม', body: 'บรรทัดหนึ่ง\r\nบรรทัดสอง', section: 'system' };
    for (const [name, text] of Object.entries(typed)) form.append(name, text);
    const create = { width: 8, height: 8, channels: 3, background: 'white' } as const;
    const picture = new Uint8Array(await sharp({ create }).png().toBuffer());
    form.append('picture', new Blob([picture]), 'ภาพ.png');
    await sql`ALTER TABLE thread RENAME TO thread_away`.execute(desk.db);
    const lost = await visitor
      .send('/board/ask/', form)
      .finally(() => sql`ALTER TABLE thread_away RENAME TO thread`.execute(desk.db));
    expect([lost.status, lost.text.includes('สิ่งที่ท่านพิมพ์ยังอยู่ในหน้านี้')]).toEqual([500, true]);
    expect(lost.text).toContain('ภาพ.png');
    const again = formAgain(lost.text);
    expect(again.action).toMatch(/^\/board\/ask\/\?as=[\w-]+$/);
    expect(Object.fromEntries(again.fields)).toEqual(typed);
    const sent = await visitor.post(again.action, Object.fromEntries(again.fields));
    expect([sent.status, sent.location]).toEqual([303, '/board/waiting/']);
  });

  it.each([
    ['/members/sign-in/', 303, '/members/'],
    ['/board/12/answer/', 303, '/board/12/'],
    ['/members/none/', 404, null],
    ['/board/12/none/', 404, null],
    ['/desk/none/', 404, null],
  ])('leads from the address of a form, as %s, to its page', async (path, status, location) => {
    const answer = await desk.visitor().get(path);
    expect([answer.status, answer.location]).toEqual([status, location]);
  });

  it('offers no form to be sent again where it had a password', async () => {
    const visitor = desk.visitor();
    await sql`ALTER TABLE throttle RENAME TO throttle_away`.execute(desk.db);
    const who = { email: 'somebody@office.example', password: 'correct-horse-battery' };
    const lost = await visitor
      .post('/members/sign-in/', who)
      .finally(() => sql`ALTER TABLE throttle_away RENAME TO throttle`.execute(desk.db));
    expect([lost.status, formAgain(lost.text).fields]).toEqual([500, []]);
  });
});
