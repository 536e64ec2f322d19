import { expect, it } from 'vitest';
import { FULL, SILENT } from '../../scripts/track/testing/made-up-files.ts';
import { onBothDatabases } from './databases.ts';
import { formAgain, unescaped } from './form-again.ts';
import { useMovementDesk } from './movement-desk.ts';
import { PASSWORD } from './running-desk.ts';

const AT = `/desk/movements/${FULL}/`;
await onBothDatabases('a session that has ended', (source) => {
  const desk = useMovementDesk(source, [FULL, SILENT]);

  it('keeps the form of a movement, which is recorded once it is sent again', async () => {
    const form = {
      office: 'd8802',
      kind: 'received',
      date: '๑๑ มี.ค. ๖๘',
      number: '55',
      note: 'บรรทัดหนึ่ง "คำ" <b>\r\nบรรทัดสอง',
      seen: '8',
    };
    const lost = await desk().visitor().post(`${AT}?office=d8802`, form);
    expect([lost.status, lost.text.includes('สิ่งที่ท่านพิมพ์ยังอยู่ในหน้านี้')]).toEqual([403, true]);
    const again = formAgain(lost.text);
    expect(again.action).toBe(`${AT}?office=d8802`);
    expect(Object.fromEntries(again.fields)).toEqual(form);
    const { visitor } = await desk().as('officer p88');
    const sent = await visitor.post(again.action, {
      ...Object.fromEntries(again.fields),
      note: 'ก',
    });
    expect([sent.status, desk().ledger(FULL).includes('received,d8802,2025-03-11')]).toEqual([
      303,
      true,
    ]);
  });

  it.each([
    ['/desk/pages/new/faq/', 'f.title'],
    ['/desk/letters/0b0e8a3c-58a6-4f8e-9f0b-3e3f1c2d4e5f/', 'summary'],
    ['/board/ask/', 'title'],
    ['/board/1/answer/', 'body'],
    ['/members/offices/', 'code'],
    ['/desk/registers/0b0e8a3c-58a6-4f8e-9f0b-3e3f1c2d4e5f/', 'take'],
  ])('keeps what was sent to %s, and names the files that it cannot keep', async (path, name) => {
    const form = new FormData();
    form.append(name, 'พิมพ์ไว้');
    form.append(name, 'อีกช่องชื่อเดียวกัน');
    form.append('password', 'is-not-to-be-shown');
    form.append('picture', new Blob(['x'.repeat(20)]), 'ภาพ.jpg');
    const { status, text } = await desk().visitor().send(path, form);
    expect([path, status, formAgain(text)]).toEqual([
      path,
      403,
      {
        action: path,
        fields: [
          [name, 'พิมพ์ไว้'],
          [name, 'อีกช่องชื่อเดียวกัน'],
        ],
      },
    ]);
    expect(text).toContain('ภาพ.jpg');
    expect(text).not.toContain('is-not-to-be-shown');
  });

  it('reads no large file of a stranger, and says that fields may be missing', async () => {
    const form = new FormData();
    form.append('title', 'พิมพ์ไว้');
    form.append('picture', new Blob([new Uint8Array(3_000_000)]), 'large.jpg');
    form.append('body', 'หลังไฟล์');
    const { status, text } = await desk().visitor().send('/board/ask/', form);
    expect([status, formAgain(text).fields]).toEqual([403, [['title', 'พิมพ์ไว้']]]);
    expect(text).toContain('ช่องที่อยู่หลังไฟล์');
  });

  it('leads to the page that was asked for, and to no other site', async () => {
    const visitor = desk().visitor();
    const path = `${AT}?office=p88`;
    const { status, text } = await visitor.get(path);
    const next = /name="next" value="([^"]*)"/.exec(text)?.[1] ?? '';
    expect([status, unescaped(next)]).toEqual([403, path]);
    await desk().as('officer p88');
    const who = { email: 'officer-p88@office.example', password: PASSWORD };
    const signIn = (to: string) =>
      desk()
        .visitor()
        .post('/members/sign-in/', { ...who, next: to });
    expect((await signIn(path)).location).toBe(path);
    for (const elsewhere of [
      '//elsewhere.example/',
      '/desk//elsewhere',
      '/desk/../members/',
      'https://elsewhere.example/',
      '/desk/\\elsewhere',
    ]) {
      expect([elsewhere, (await signIn(elsewhere)).location]).toEqual([elsewhere, '/members/']);
    }
  });

  it('tells a script in words, and not by a page', async () => {
    const { status, text } = await desk()
      .visitor()
      .sendBytes('/desk/registers/upload/?office=p88&name=a.csv', new Uint8Array(10));
    expect([status, JSON.parse(text).text.includes('เข้าสู่ระบบในอีกแท็บหนึ่ง')]).toEqual([403, true]);
  });
});
