import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptAnswer, addAnswer, addThread } from '#store/desk/board-writing.ts';
import { openDeskDatabase } from '#store/desk/database.ts';
import { takeDataFolder } from '#store/desk/desk-lock.ts';
import { subscribe } from '#store/desk/subscriptions.ts';
import { BUILD_MARKER } from '#store/portal/build-folder.ts';
import { desk } from '../../scripts/desk/command.ts';
import { frameOf } from '../../scripts/desk/frame.ts';
import { readSecret } from '../../scripts/desk/secret.ts';
import { readDeskSettings } from '../../scripts/desk/settings.ts';
import { EXIT, runCommand } from '../../scripts/lib/command.ts';
import { addMember } from './databases.ts';

const run = async (args: string[], env: Record<string, string> = {}, folder?: string) => {
  const cwd = folder ?? (await mkdtemp(join(tmpdir(), 'wian-desk-')));
  const lines: string[] = [];
  const io = {
    out: (line: string) => lines.push(line),
    err: (line: string) => lines.push(line),
    cwd,
    env,
    stdin: (async function* () {})(),
    today: '2026-11-29',
  };
  return { code: await runCommand(desk, args, io), said: lines.join('\n') };
};

describe('npm run desk', () => {
  it.each([
    [['--port', '1']],
    [['admins']],
    [['admin']],
    [['admin', 'a@b', 'c@d']],
    [['--dry-run']],
    [['digest', 'now']],
    [['digest', '--sample']],
  ])('refuses %j', async (args) => {
    expect((await run(args)).code).toBe(EXIT.usage);
  });

  it.each([
    [['admin'], 'admin: give the address of a member.', 'admin: ให้ใส่อีเมลของสมาชิก'],
    [['backup'], 'backup: give the file to write.', 'backup: ให้ใส่ชื่อไฟล์ที่จะเขียน'],
    [['restore'], 'restore: give the file of a backup.', 'restore: ให้ใส่ไฟล์สำรอง'],
    [['promote'], 'promote: give the number of a thread.', 'promote: ให้ใส่เลขของกระทู้'],
    [['backup', 'a', 'b'], 'and not 1 more words.', 'มีเกินมา 1 คำ'],
    [['backup', 'a', '--sample'], '--sample belongs to export.', '--sample ใช้กับ export'],
    [['foo'], 'The desk does not know "foo".', 'โต๊ะทำงานไม่รู้จัก "foo"'],
  ])('tells of %j what is missing', async (args, english, thai) => {
    expect((await run(args)).said).toContain(english);
    expect((await run(args, { WIAN_LANG: 'th' })).said).toContain(thai);
  });

  it('says which folder or file of a backup is not there', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'wian-desk-'));
    await mkdir(join(cwd, '.data'));
    await writeFile(join(cwd, '.data/desk.sqlite'), '');
    const written = await run(['backup', 'none/b.gz'], {}, cwd);
    expect(written.said).toContain(`${join(cwd, 'none')}: there is no such folder here`);
    const missing = await run(['restore', 'b.gz'], {}, cwd);
    expect(missing.said).toContain('b.gz: there is no such file');
    expect((await run(['restore', '.data'], {}, cwd)).said).toContain('.data: it is a folder');
    expect(await readdir(cwd)).toEqual(['.data']);
  });

  it('says how it is called', async () => {
    expect((await run(['--help'])).said).toContain('DATABASE_URL');
  });

  it('asks for a built portal', async () => {
    const { code, said } = await run([]);
    expect(code).toBe(EXIT.failed);
    expect(said).toContain('npm run build');
  });

  it('makes nobody an administrator who is no member', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'wian-desk-'));
    const { close } = await openDeskDatabase({
      kind: 'sqlite',
      file: join(cwd, '.data/desk.sqlite'),
    });
    await close();
    const { code, said } = await run(['admin', 'no@office.example'], {}, cwd);
    expect(code).toBe(EXIT.failed);
    expect(said).toContain('there is no member with the address no@office.example');
  });

  it('makes no database to look for a member in it', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'wian-desk-'));
    for (const more of [[], ['--dry-run']]) {
      const { code, said } = await run(['admin', 'no@office.example', ...more], {}, cwd);
      expect(code).toBe(EXIT.failed);
      expect(said).toContain('there is no database of a desk yet');
    }
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('npm run desk -- promote', () => {
  it('writes a draft of a question from a thread with an accepted answer, once', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'wian-desk-'));
    const place = { kind: 'sqlite', file: join(cwd, '.data/desk.sqlite') } as const;
    const database = await openDeskDatabase(place);
    await addMember(database, 'a');
    const by = { actor: 'a', now: new Date('2026-11-29T03:00:00Z') };
    const post = { body: 'ถาม', office: '', state: 'shown', once: 'question' } as const;
    const more = {
      section: 'system',
      system: '',
      page: '',
      issuer: '',
      title: 'OTP <ช้า>',
      words: [],
    };
    const { thread } = await addThread(database.db, { ...post, ...more }, by);
    const reply = { ...post, body: 'ดู **จดหมายขยะ** {x}', once: 'answer' };
    const answer = await addAnswer(database.db, thread, reply, by);
    expect((await run(['promote', '1'], {}, cwd)).said).toContain('with an accepted answer');
    await acceptAnswer(database.db, thread, answer?.post ?? 0, by);
    await database.close();
    expect((await run(['promote', 'x'], {}, cwd)).code).toBe(EXIT.usage);
    expect((await run(['promote', '1', '--dry-run'], {}, cwd)).said).toContain('จดหมายขยะ');
    expect(await readdir(cwd)).toEqual(['.data']);
    const { code, said } = await run(['promote', '1'], {}, cwd);
    expect([code, said]).toEqual([EXIT.ok, 'wrote content/faq/board-1.mdx']);
    const text = await readFile(join(cwd, 'content/faq/board-1.mdx'), 'utf8');
    expect(text).toContain('draft: true');
    expect(text).toContain('title: OTP <ช้า>');
    expect(text).toContain('ดู **จดหมายขยะ** \\{x\\}');
    expect(text).toContain('(http://127.0.0.1:4321/board/1/)');
    expect((await run(['promote', '1'], {}, cwd)).said).toContain('such a page already');
  });
});

describe('npm run desk -- digest', () => {
  it('sends the letters of the day once, and only says so by a dry run', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'wian-desk-'));
    expect((await run(['digest'], {}, cwd)).said).toContain('there is no database of a desk yet');
    const place = { kind: 'sqlite', file: join(cwd, '.data/desk.sqlite') } as const;
    const database = await openDeskDatabase(place);
    for (const id of ['a', 'b']) await addMember(database, id);
    const by = { actor: 'a', now: new Date(Date.now() - 1000) };
    const post = { body: 'ถาม', office: '', state: 'shown', once: 'question' } as const;
    const more = { section: 'system', system: '', page: '', issuer: '', title: 'ถาม', words: [] };
    await subscribe(database.db, { kind: 'section', target: 'system' }, 'daily', {
      ...by,
      actor: 'b',
    });
    await addThread(database.db, { ...post, ...more }, by);
    await database.close();
    expect((await run(['digest'], {}, cwd)).said).toContain('npm run build');
    await mkdir(join(cwd, 'dist'));
    await writeFile(join(cwd, 'dist', BUILD_MARKER), '{}');
    const frame =
      '<html lang="th"><head><meta http-equiv="content-security-policy"><title>x</title></head><body><main></main></body></html>';
    await writeFile(join(cwd, 'dist/404.html'), frame);
    for (let times = 0; times < 2; times += 1) {
      const { code, said } = await run(['digest', '--dry-run'], {}, cwd);
      expect([code, said]).toEqual([EXIT.ok, expect.stringContaining('1 letters of 2026-11-29')]);
    }
    expect(await readdir(join(cwd, '.data'))).not.toContain('outbox');
    const sent = await run(['digest'], {}, cwd);
    expect([sent.code, sent.said]).toEqual([EXIT.ok, '1 letters of 2026-11-29 sent']);
    expect(await readdir(join(cwd, '.data/outbox'))).toHaveLength(1);
    expect((await run(['digest'], {}, cwd)).said).toBe('0 letters of 2026-11-29 sent');
    const failing = { SMTP_URL: 'smtp://127.0.0.1:9', DESK_SENDER: 'wian@desk.example' };
    const again = await openDeskDatabase(place);
    await addThread(again.db, { ...post, ...more, once: 'more' }, by);
    await again.db.deleteFrom('digest_day').execute();
    await again.close();
    const failed = await run(['digest'], failing, cwd);
    expect([failed.code, failed.said]).toEqual([
      EXIT.failed,
      expect.stringContaining('1 letters of 2026-11-29 were not sent'),
    ]);
  });
});
const PROVIDER = {
  OIDC_ISSUER: 'https://provider.example',
  OIDC_CLIENT_ID: 'wian',
  OIDC_CLIENT_SECRET: 'made-up-secret',
  OIDC_LABEL: 'ThaiD',
};

describe('settings', () => {
  it.each<[string, Record<string, string>]>([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://desk:made-up-secret@host/desk' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://desk:made-up-secret@host/' }],
    ['WIAN_SITE_URL', { HOST: '0.0.0.0' }],
    ['DESK_PROXY', { DESK_PROXY: 'yes' }],
    ['DESK_DIGEST_HOUR', { DESK_DIGEST_HOUR: '24' }],
    ['DESK_DIGEST_HOUR', { DESK_DIGEST_HOUR: '7:30' }],
    ['DESK_BUILD_MINUTES', { DESK_BUILD_MINUTES: '-1' }],
    ['DESK_BUILD_MINUTES', { DESK_BUILD_MINUTES: '1441' }],
    ['DESK_SENDER', { SMTP_URL: 'smtp://desk:made-up-secret@host' }],
    ['DESK_SENDER', { DESK_SENDER: 'wian' }],
    ['OIDC_CLIENT_ID', { ...PROVIDER, OIDC_CLIENT_ID: '' }],
    ['OIDC_LABEL', { ...PROVIDER, OIDC_LABEL: '' }],
    ['OIDC_LABEL', { ...PROVIDER, OIDC_LABEL: 'x'.repeat(41) }],
    ['OIDC_ISSUER', { ...PROVIDER, OIDC_ISSUER: 'http://provider.example' }],
    ['OIDC_ISSUER', { ...PROVIDER, OIDC_ISSUER: 'provider.example' }],
    ['OIDC_SCOPES', { ...PROVIDER, OIDC_SCOPES: 'email' }],
  ])('name %s where it is wrong, and no password: %j', (field, env) => {
    const read = () => readDeskSettings('.', env, '2026-11-29');
    expect(read).toThrow(new RegExp(`^${field}: `));
    expect(read).not.toThrow('made-up-secret');
  });

  it.each([
    [{}, 7],
    [{ DESK_DIGEST_HOUR: '0' }, 0],
    [{ DESK_DIGEST_HOUR: '18' }, 18],
  ])('take the hour of the letters of a day from %j', (env, hour) => {
    expect(readDeskSettings('.', env, '2026-11-29').digestHour).toBe(hour);
  });

  it.each([
    [{}, 10],
    [{ DESK_BUILD_MINUTES: '0' }, 0],
    [{ DESK_BUILD_MINUTES: '1440' }, 1440],
  ])('take the pause between builds for movements from %j', (env, minutes) => {
    expect(readDeskSettings('.', env, '2026-11-29').buildMinutes).toBe(minutes);
  });

  it('take the path of the portal, and its host for the origin of forms', () => {
    const env = { WIAN_SITE_URL: 'https://www.office.example/wian', HOST: '0.0.0.0' };
    const { origin, base } = readDeskSettings('.', env, '2026-11-29');
    expect([origin, base]).toEqual(['https://www.office.example', '/wian']);
  });
});

describe('the frame', () => {
  const page =
    '<html lang="th"><head><meta http-equiv="content-security-policy" content="x"><title>a</title>' +
    '<link rel="canonical" href="x"><meta property="og:title" content="a"></head>' +
    '<body><h1>top</h1><main id="main">old</main><p>foot</p></body></html>';

  it('keeps head and foot, and takes other contents, also those with signs of replacement', () => {
    const html = frameOf(page, '404.html', '/wian').page('<t>', "<p>$& $1 $'</p>");
    expect(html).toContain(`<h1>top</h1><main id="main"><p>$& $1 $'</p></main><p>foot</p>`);
    expect(html).toContain('<title>&lt;t&gt; - เวียน</title>');
    expect(html).toContain('href="/wian/members/desk.css"');
    expect(html).not.toMatch(/canonical|og:|old/);
  });

  it('has one way to the board, also where threads are pages of the portal', () => {
    const menu = (more: string) =>
      page.replace('<body>', `<body><nav id="site-menu"><ul>${more}</ul></nav>`);
    for (const more of ['', '<li><a href="/wian/board/">กระดาน</a></li>']) {
      const html = frameOf(menu(more), '404.html', '/wian').page('t', '');
      expect(html.match(/href="\/wian\/board\/"/g)).toHaveLength(1);
      expect(html).toContain('href="/wian/members/"');
    }
  });

  it.each([
    ['<main', page.replace('<main', '<div')],
    ['<title', page.replace('<title>', '<x>')],
    ['security policy', page.replace('content-security-policy', 'x')],
    ['does not speak', page.replace('"th"', '"xx"')],
  ])('refuses a page where it is missing: %s', (what, html) => {
    expect(() => frameOf(html, '404.html', '')).toThrow(what);
  });
});

describe('the data folder', () => {
  it('is one desk’s alone, until that ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wian-desk-'));
    const giveBack = takeDataFolder(folder);
    expect(() => takeDataFolder(folder)).toThrow(/another desk runs on this data folder/);
    giveBack();
    takeDataFolder(folder)();
  });
});

describe('the secret', () => {
  it('is made once, readable to nobody else, and stays', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wian-desk-'));
    const file = join(folder, '.data', 'secret');
    expect(readSecret(file)).toBe(readSecret(file));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, '.data'))).toEqual(['secret']);
  });

  it('is asked for in plain words where it cannot be read', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'wian-desk-')), 'secret');
    await mkdir(file);
    expect(() => readSecret(file)).toThrow(/secret of the desk cannot be read \(EISDIR\)/);
  });

  it.each(['', '\n', 'abc\n'])('is refused where it was cut off: %j', async (text) => {
    const file = join(await mkdtemp(join(tmpdir(), 'wian-desk-')), 'secret');
    await writeFile(file, text);
    expect(() => readSecret(file)).toThrow(/64 hexadecimal digits/);
  });
});
