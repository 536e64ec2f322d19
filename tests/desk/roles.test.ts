import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join as pathOf } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { auditOf, grantRole, grantsOf, memberByEmail, revokeRole } from '#store/desk/members.ts';
import { madeUpFiles } from '../../scripts/track/testing/made-up-files.ts';
import { onBothDatabases } from './databases.ts';
import { joinDesk, startForTest, type TestDesk, type Visitor } from './running-desk.ts';

await onBothDatabases('the page of roles', ({ newPlace }) => {
  const start = () => startForTest(newPlace);
  const join = async (desk: TestDesk, name: string): Promise<{ visitor: Visitor; id: string }> => {
    const visitor = await joinDesk(desk, name);
    const { db, close } = await openDeskDatabase(desk.settings.place);
    const { id = '' } = (await memberByEmail(db, `${name}@office.example`)) ?? {};
    await close();
    return { visitor, id };
  };

  it('leaves an administrator where two take the role from each other, or one by another form', async () => {
    const desk = await start();
    const [a, b] = [await join(desk, 'somchai'), await join(desk, 'somsri')];
    const { db, close } = await openDeskDatabase(desk.settings.place);
    onTestFinished(close);
    const by = { actor: 'command', now: new Date() };
    const grant = { role: 'administrator', office: null } as const;
    for (const { id } of [a, b]) await grantRole(db, id, grant, by);
    const both = await Promise.all([a, b].map(({ id }) => revokeRole(db, id, grant, by)));
    expect([...both].sort()).toEqual(['last', 'revoked']);
    const left = both[0] === 'last' ? a : b;
    const form = { do: 'revoke', role: 'administrator', office: '' };
    for (const email of ['somchai@office.example', 'somsri@office.example']) {
      await left.visitor.post('/members/grant/', { ...form, email });
    }
    expect((await left.visitor.get('/members/roles/')).status).toBe(200);
  });

  it('is for administrators, who grant and take away, but not the last of their own', async () => {
    const desk = await start();
    const { visitor, id } = await join(desk, 'somchai');
    const other = await join(desk, 'somsri');
    expect((await visitor.get('/members/roles/')).status).toBe(403);
    const { db, close } = await openDeskDatabase(desk.settings.place);
    onTestFinished(close);
    const by = { actor: 'command', now: new Date() };
    await grantRole(db, id, { role: 'administrator', office: null }, by);
    await grantRole(db, id, { role: 'officer', office: 'p50' }, by);
    const post = (act: string, member: string, role: string, office = '') =>
      visitor.post('/members/roles/', { do: act, member, role, office });
    const found = await visitor.get('/members/roles/?q=SOMSRI');
    expect(found.text).toContain('พบ 1 คน');
    expect(found.text).not.toContain('@office.example');
    expect((await visitor.get('/members/roles/?q=%25')).text).toContain('ไม่พบสมาชิกชื่อนี้');
    await other.visitor.post('/members/name/', { name: 'สมศรี 100%_จริง' });
    expect((await visitor.get('/members/roles/?q=0%25_')).text).toContain('พบ 1 คน');
    expect((await post('grant', other.id, 'moderator')).text).toContain('ให้บทบาทแล้ว');
    expect((await post('grant', other.id, 'moderator')).status).toBe(409);
    for (const [role, status] of [
      ['officer', 422],
      ['member', 422],
      ['emperor', 422],
    ] as const) {
      expect([role, (await post('grant', other.id, role, 'p50')).status]).toEqual([role, status]);
    }
    expect((await post('grant', 'nobody', 'editor')).status).toBe(404);
    expect((await other.visitor.get('/members/roles/')).status).toBe(403);
    expect(
      (
        await other.visitor.post('/members/roles/', {
          do: 'grant',
          member: other.id,
          role: 'administrator',
        })
      ).status,
    ).toBe(403);
    expect((await post('revoke', id, 'administrator')).text).toContain('ผู้ดูแลระบบคนสุดท้าย');
    expect((await post('revoke', id, 'officer', 'p50')).text).toContain('ถอนบทบาทแล้ว');
    expect((await post('revoke', other.id, 'moderator')).text).toContain('ถอนบทบาทแล้ว');
    expect((await post('grant', other.id, 'administrator')).status).toBe(200);
    expect((await post('revoke', id, 'administrator')).status).toBe(200);
    expect((await visitor.get('/members/roles/')).status).toBe(403);
    const rows = (await auditOf(db, other.id)).filter(({ actor }) => actor === id);
    expect(rows.map(({ action }) => action)).toEqual([
      'grant moderator',
      'revoke moderator',
      'grant administrator',
    ]);
    const refused = (await auditOf(db, other.id)).filter(({ action }) => /^refused/.test(action));
    expect(refused.map(({ action, actor }) => [action, actor])).toEqual([
      ['refused grant-role', other.id],
      ['refused grant-role', other.id],
    ]);
  });

  it('makes editors of one section, who write pages of it alone', async () => {
    const desk = await start();
    const [admin, editor] = [await join(desk, 'somchai'), await join(desk, 'somsri')];
    const { db, close } = await openDeskDatabase(desk.settings.place);
    onTestFinished(close);
    const by = { actor: 'command', now: new Date() };
    await grantRole(db, admin.id, { role: 'administrator', office: null }, by);
    const post = (act: string, role: string) =>
      admin.visitor.post('/members/roles/', { do: act, member: editor.id, role, office: '' });
    expect((await admin.visitor.get('/members/roles/?q=somsri')).text).toContain(
      '<option value="editor:faq">ผู้แก้ไขเนื้อหา เฉพาะ คำถามที่พบบ่อย</option>',
    );
    for (const role of ['editor:board', 'editor:', 'moderator:faq', 'editor:faq:news']) {
      expect([role, (await post('grant', role)).status]).toEqual([role, 422]);
    }
    expect((await post('grant', 'editor:faq')).text).toContain('ให้บทบาทแล้ว');
    expect((await post('grant', 'editor:faq')).status).toBe(409);
    expect((await post('grant', 'editor:news')).status).toBe(200);
    expect((await admin.visitor.get('/members/roles/')).text).toContain('ผู้แก้ไขเนื้อหา คำถามที่พบบ่อย');
    expect(await grantsOf(db, editor.id)).toEqual([
      { role: 'editor', office: null, section: 'faq' },
      { role: 'editor', office: null, section: 'news' },
    ]);
    for (const [path, text] of Object.entries(madeUpFiles())) {
      mkdirSync(dirname(pathOf(desk.root, path)), { recursive: true });
      writeFileSync(pathOf(desk.root, path), text);
    }
    const of = async (path: string) => (await editor.visitor.get(`/desk/${path}`)).status;
    const asked = ['pages/new/faq/', 'pages/new/news/', 'pages/new/laws/', 'letters/'];
    expect(await Promise.all(asked.map(of))).toEqual([200, 200, 403, 403]);
    expect((await post('revoke', 'editor:faq')).text).toContain('ถอนบทบาทแล้ว');
    expect((await post('revoke', 'editor')).status).toBe(409);
    expect(await Promise.all(asked.map(of))).toEqual([403, 200, 403, 403]);
    const actions = (await auditOf(db, editor.id)).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['grant editor faq', 'revoke editor faq', 'refused write-pages']),
    );
  });
});
