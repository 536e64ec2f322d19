import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { desk as command } from '../../scripts/desk/command.ts';
import { runCommand } from '../../scripts/lib/command.ts';
import { onBothDatabases } from './databases.ts';
import { startDesk, type TestDesk, tokenOf, type Visitor } from './running-desk.ts';

const PASSWORD = 'correct-horse-battery';
const emailOf = (name: string) => `${name}@office.example`;
const onceIn = (text: string) => /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';

await onBothDatabases('a thread as a question of the portal', ({ newPlace }) => {
  let desk: TestDesk;
  let root = '';
  let env: Record<string, string> = {};
  let [member, editor]: Visitor[] = [];
  let thread = '';

  const joined = async (name: string): Promise<Visitor> => {
    const visitor = desk.visitor();
    const form = { name: `${name} สมมติ`, email: emailOf(name), password: PASSWORD, consent: 'yes' };
    await visitor.post('/members/sign-up/', form);
    const token = tokenOf(desk.letters().find(({ to }) => to === emailOf(name))?.link);
    await visitor.post('/members/confirm/', { token });
    await visitor.post('/members/sign-in/', form);
    return visitor;
  };
  const inDatabase = async <Result>(
    what: (db: Awaited<ReturnType<typeof openDeskDatabase>>['db']) => Promise<Result>,
  ) => {
    const { db, close } = await openDeskDatabase(desk.settings.place);
    const result = await what(db);
    await close();
    return result;
  };
  const file = () => join(root, `content/faq/board-${thread}.mdx`);
  const at = () => `/board/${thread}/promote/`;

  beforeAll(async () => {
    const place = await newPlace();
    env = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
    desk = await startDesk(env);
    root = dirname(desk.settings.data);
    [member, editor] = [await joined('member'), await joined('editor')];
    await inDatabase(async (db) => {
      const { id = '' } = (await memberByEmail(db, emailOf('editor'))) ?? {};
      const by = { actor: 'command', now: new Date() };
      await grantRole(db, id, { role: 'editor', office: null }, by);
    });
    const once = onceIn((await editor?.get('/board/ask/'))?.text ?? '');
    const form = { title: 'OTP <ช้า>', body: 'ถาม', section: 'system', system: '', page: '', once };
    const asked = await editor?.post('/board/ask/', form);
    thread = /\/board\/(\d+)\//.exec(asked?.location ?? '')?.[1] ?? '';
  }, 60_000);
  afterAll(async () => {
    await desk.close();
  });

  it('needs an answer that was chosen, and a role', async () => {
    expect((await editor?.get(at()))?.text).toContain('ยังไม่มีคำตอบที่เลือก');
    expect((await editor?.get(`/board/${thread}/`))?.text).not.toContain(at());
    const once = onceIn((await editor?.get(`/board/${thread}/`))?.text ?? '');
    const body = 'ดู **จดหมายขยะ** {x}';
    const put = await editor?.post(`/board/${thread}/answer/`, { once, body });
    const post = /#p(\d+)/.exec(put?.location ?? '')?.[1] ?? '';
    await editor?.post(`/board/${thread}/accept/`, { post });
    expect((await editor?.get(`/board/${thread}/`))?.text).toContain(at());
    for (const visitor of [member, desk.visitor()]) {
      expect((await visitor?.get(`/board/${thread}/`))?.text).not.toContain(at());
      expect((await visitor?.get(at()))?.status).toBe(403);
      expect((await visitor?.post(at()))?.status).toBe(403);
      expect((await visitor?.get(`${at()}draft/`))?.status).toBe(403);
    }
  });

  it('is offered as a file to take along where the desk has no contents', async () => {
    const page = (await editor?.get(at()))?.text ?? '';
    expect(page).toContain('ไม่มีโฟลเดอร์เนื้อหา');
    expect(page).not.toContain('เขียนไฟล์ร่าง');
    expect((await editor?.post(at()))?.status).toBe(422);
    const draft = await editor?.get(`${at()}draft/`);
    expect(draft?.headers.get('content-disposition')).toContain(`board-${thread}.mdx`);
    expect(draft?.text).toContain('ดู **จดหมายขยะ** \\{x\\}');
    expect(existsSync(join(root, 'content'))).toBe(false);
  });

  it('is written by a button as the command writes it, once, and noted in the audit log', async () => {
    mkdirSync(join(root, 'content'));
    const draft = (await editor?.get(`${at()}draft/`))?.text;
    expect((await editor?.get(at()))?.text).toContain('เขียนไฟล์ร่าง');
    expect(existsSync(file())).toBe(false);
    const put = await editor?.post(at());
    expect([put?.status, put?.text.includes(`content/faq/board-${thread}.mdx แล้ว`)]).toEqual([
      200,
      true,
    ]);
    const written = readFileSync(file(), 'utf8');
    expect(written).toBe(draft);
    const again = await editor?.post(at());
    expect([again?.status, again?.text.includes('อยู่แล้ว')]).toEqual([422, true]);
    rmSync(file());
    const io = {
      out: () => {},
      err: () => {},
      cwd: root,
      env: { ...env, WIAN_SITE_URL: desk.url },
      stdin: (async function* () {})(),
      today: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(new Date()),
    };
    expect(await runCommand(command, ['promote', thread], io)).toBe(0);
    expect(readFileSync(file(), 'utf8')).toBe(written);
    const rows = await inDatabase((db) =>
      db.selectFrom('audit').select(['actor', 'subject']).where('action', '=', 'promote').execute(),
    );
    expect(rows).toEqual([
      { actor: expect.stringMatching(/^\w{10,}$/), subject: `thread:${thread}` },
      { actor: 'command', subject: `thread:${thread}` },
    ]);
  });

  it('is not written through a link, nor over what the desk may not change, and says so', async () => {
    rmSync(join(root, 'content/faq'), { recursive: true });
    writeFileSync(join(root, 'content/faq'), 'a file');
    expect((await editor?.post(at()))?.status).toBe(422);
    rmSync(join(root, 'content/faq'));
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'content/faq'));
    expect((await editor?.get(at()))?.status).toBe(200);
    expect((await editor?.post(at()))?.status).toBe(422);
    expect(existsSync(join(root, 'elsewhere', `board-${thread}.mdx`))).toBe(false);
    rmSync(join(root, 'content/faq'));
  });

  it('has the pictures of the answer beside it, or nothing where one is missing', async () => {
    const page = `/board/${thread}/answer/`;
    const form = new FormData();
    form.set('once', onceIn((await editor?.get(`/board/${thread}/`))?.text ?? ''));
    form.set('body', 'กดตรงนี้');
    form.set('alt', 'ปุ่ม [ขอรหัส]');
    const picture = await sharp({
      create: { width: 8, height: 4, channels: 3, background: '#c33' },
    })
      .png()
      .toBuffer();
    form.append('picture', new File([new Uint8Array(picture)], 'a.png'));
    const put = await editor?.send(page, form);
    const post = /#p(\d+)/.exec(put?.location ?? '')?.[1] ?? '';
    await editor?.post(`/board/${thread}/accept/`, { post });
    const shown = (await editor?.get(at()))?.text ?? '';
    const [, id = ''] =
      /\/board\/picture\/([0-9a-f]{32})\.webp" download="picture-1\.webp"/.exec(shown) ?? [];
    expect(id).not.toBe('');
    expect(shown).toContain(`content/faq/board-${thread}/index.mdx`);

    const folder = join(root, `content/faq/board-${thread}`);
    const kept = join(desk.settings.data, `pictures/${id}.webp`);
    const bytes = readFileSync(kept);
    rmSync(kept);
    expect((await editor?.post(at()))?.status).toBe(422);
    expect(existsSync(folder)).toBe(false);
    writeFileSync(kept, bytes);

    expect((await editor?.post(at()))?.status).toBe(200);
    expect(readdirSync(folder).sort()).toEqual(['index.mdx', 'picture-1.webp']);
    expect(readFileSync(join(folder, 'picture-1.webp')).equals(bytes)).toBe(true);
    expect(readFileSync(join(folder, 'index.mdx'), 'utf8')).toContain(
      'กดตรงนี้\n\n![ปุ่ม  ขอรหัส ](picture-1.webp)\n\n[OTP',
    );
    expect((await editor?.post(at()))?.text).toContain('อยู่แล้ว');
  });
});
