import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { todayInThailand } from '#store/clock.ts';
import { auditOf } from '#store/desk/members.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { page } from '../../scripts/pages/command.ts';
import { madeUpFiles, SILENT } from '../../scripts/track/testing/made-up-files.ts';
import { onBothDatabases } from './databases.ts';
import { contentOf, formOf } from './letter-desk.ts';
import { type MovementDesk, startMovementDesk } from './movement-desk.ts';

/** A page as people write it: a remark, quotes and a list on one line, which a change of another field leaves. */
const MANUAL = `---
title: "ตรวจ: รายชื่อ"   # ชื่อ
summary: ตรวจทีละกลุ่ม
published: "2026-11-21"
roles: [user, treasury-head]
order: 9
changes:
- date: "2026-11-22"
  note: แก้คำ
---


เปิดรายงาน   แล้วตรวจ

`;
const NEWS = `---
title: ปิดระบบ
summary: ปิดหนึ่งวัน
draft: true
published: "2026-11-21"
notice:
  kind: closed
  service: ระบบบัญชี
  from: "2026-12-01"
---
`;
const LAW = `---
title: หนังสือเก่า
summary: รู้จากการอ้างถึง
published: "2026-11-21"
kind: directive-letter
number:
  value: มท 0899.2/ว 9
  doubt: cited
  readings:
    - read: ว ๙
      value: มท 0899.2/ว 9
      source: laws/old
date: "2024-02"
force: {status: unknown}
---
`;
const FORM = `---
title: แบบขอสิทธิ
summary: กรอกแล้วส่ง
published: "2026-11-21"
filledBy: [user]
sentTo: หัวหน้าหน่วยงานคลัง
attachments:
  - title: แบบ 1
    missing: กรมยังไม่เผยแพร่
---
`;
const CHANGE = `---
title: รายงานใหม่
summary: เปิดรายงานได้เอง
system: new-elaas
published: "2026-11-21"
effective: "2025-06"
---
`;
const PAGES: Readonly<Record<string, string>> = {
  'content/manuals/check-users.mdx': MANUAL,
  'content/news/closing.mdx': NEWS,
  'content/laws/old.mdx': LAW,
  'content/forms/access/index.mdx': FORM,
  'content/changelog/reports.mdx': CHANGE,
  'content/circulars/permanent-ids.csv':
    'id,year,issuer,number,date,minted\ndla-0899-9-w5-0501,2567,dla,มท 0899.9/ว 5,2024-05-01,2024-06-01\n',
  // What the portal has as a file: the body of a page may show it.
  'public/favicon.svg': '',
};
const PROJECT = { ...madeUpFiles(), ...PAGES };

/** The same work at the desk and by the command. `at` is the page, or `new/SECTION` with its slug. */
interface Case {
  readonly page: string;
  readonly isNew?: true;
  readonly form: Readonly<Record<string, string>>;
  readonly does: 'draft' | 'publish';
  readonly answers: { readonly fields: Readonly<Record<string, unknown>>; readonly body?: string };
}

const CASES: Readonly<Record<string, Case>> = {
  'a question that is begun with a title alone': {
    page: 'faq/begun',
    isNew: true,
    form: { 'f.title': 'ถามอะไร: "นี่"' },
    does: 'draft',
    answers: { fields: { title: 'ถามอะไร: "นี่"' }, body: '' },
  },
  'a question, published at once': {
    page: 'faq/otp',
    isNew: true,
    form: {
      'f.title': 'OTP ไปที่ไหน',
      'f.summary': 'ไปที่\r\nอีเมล',
      'f.topic': 'เข้าใช้',
      'f.order': '20',
      'f.system': 'new-elaas',
      'f.sources': '/laws/old/\n\nmanuals/check-users',
      body: '<Steps>\r\n1. เปิดกล่องจดหมาย\r\n</Steps>\r\n\r\n',
    },
    does: 'publish',
    answers: {
      fields: {
        title: 'OTP ไปที่ไหน',
        summary: 'ไปที่ อีเมล',
        topic: 'เข้าใช้',
        order: 20,
        system: 'new-elaas',
        sources: ['laws/old', 'manuals/check-users'],
      },
      body: '<Steps>\n1. เปิดกล่องจดหมาย\n</Steps>',
    },
  },
  'a manual of which one field is changed': {
    page: 'manuals/check-users',
    form: { 'f.order': '7' },
    does: 'publish',
    answers: { fields: { order: 7 } },
  },
  'a manual with another body and one more change': {
    page: 'manuals/check-users',
    form: {
      body: '## ขั้นตอน\n\nตรวจใหม่',
      'f.changes[1].date': '2026-11-30',
      'f.changes[1].note': 'เขียนใหม่',
      'f.changes[1].major': '1',
    },
    does: 'publish',
    answers: {
      fields: {
        changes: [
          { date: '2026-11-22', note: 'แก้คำ' },
          { date: '2026-11-30', note: 'เขียนใหม่', major: true },
        ],
      },
      body: '## ขั้นตอน\n\nตรวจใหม่',
    },
  },
  'news, a draft that is published with a last day': {
    page: 'news/closing',
    form: { 'f.notice.until': '2026-12-02' },
    does: 'publish',
    answers: {
      fields: {
        notice: { kind: 'closed', service: 'ระบบบัญชี', from: '2026-12-01', until: '2026-12-02' },
      },
    },
  },
  'news that stay a draft, without notice': {
    page: 'news/closing',
    form: { 'f.notice.kind': '', 'f.notice.service': '', 'f.notice.from': '' },
    does: 'draft',
    answers: { fields: { notice: null } },
  },
  'a law whose number is certain now': {
    page: 'laws/old',
    form: {
      'f.number.doubt': '',
      'f.number.readings[0].read': '',
      'f.number.readings[0].value': '',
      'f.number.readings[0].source': '',
    },
    does: 'publish',
    answers: { fields: { number: 'มท 0899.2/ว 9' } },
  },
  'a law that is begun, with a doubt': {
    page: 'laws/new-one',
    isNew: true,
    form: {
      'f.title': 'หนังสือใหม่',
      'f.summary': 'เลขไม่ชัด',
      'f.kind': 'directive-letter',
      'f.number.doubt': 'unclear',
      'f.number.readings[0].read': 'ว ๑?',
      'f.number.readings[0].source': 'letter',
      'f.date': '2026-02-27',
    },
    does: 'publish',
    answers: {
      fields: {
        title: 'หนังสือใหม่',
        summary: 'เลขไม่ชัด',
        number: { doubt: 'unclear', readings: [{ read: 'ว ๑?', source: 'letter' }] },
        date: '2026-02-27',
      },
      body: '',
    },
  },
  'a form for others, with one more file to come': {
    page: 'forms/access',
    form: {
      'f.filledBy=user': '',
      'f.filledBy=unit': '1',
      'f.attachments[1].title': 'แบบ 2',
      'f.attachments[1].missing': 'ยังไม่มี',
    },
    does: 'publish',
    answers: {
      fields: {
        filledBy: ['unit'],
        attachments: [
          { title: 'แบบ 1', missing: 'กรมยังไม่เผยแพร่' },
          { title: 'แบบ 2', missing: 'ยังไม่มี' },
        ],
      },
    },
  },
  'a change of a system, from a year': {
    page: 'changelog/reports',
    form: { 'f.effective': '2025', 'f.fiscalYear': '2568' },
    does: 'publish',
    answers: { fields: { effective: '2025', fiscalYear: 2568 } },
  },
};

const write = (root: string, files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};

/** What commands write one after the other in a project of their own with these files, and what they said of faults. */
const afterCommands = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  ...commands: readonly (readonly string[])[]
) => {
  const root = mkdtempSync(join(tmpdir(), 'wian-pages-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  write(root, { ...PROJECT, ...files });
  cpSync('content/registry', join(root, 'content/registry'), { recursive: true });
  const err: string[] = [];
  for (const args of commands) {
    err.push(...(await recordedRun(page, [...args], { cwd: root, today: todayInThailand() })).err);
  }
  return { content: contentOf(root), err };
};

/** What the command writes with the same answers. */
const byCommand = ({ page: named, does, answers }: Case) =>
  afterCommands({ 'answers.json': JSON.stringify(answers) }, [
    does === 'publish' ? 'publish' : 'write',
    named,
    '--answers',
    'answers.json',
  ]);

await onBothDatabases('pages at the desk', (source) => {
  let desk: MovementDesk;
  beforeAll(async () => {
    desk = await startMovementDesk(source, PAGES, () => ({
      ended: Promise.resolve(null),
      stop: () => undefined,
    }));
    cpSync('content/registry', join(desk.root, 'content/registry'), { recursive: true });
  }, 60_000);
  afterAll(async () => {
    const faults = [...desk.faults];
    await desk.close();
    expect(faults).toEqual([]);
  });

  it.each(Object.entries(CASES))(
    'writes the same files as the command, and takes them back: %s',
    async (_, one) => {
      const { visitor, id } = await desk.as('editor');
      const before = contentOf(desk.root);
      const [section, slug = ''] = one.page.split('/');
      const at = `/desk/pages/${one.isNew ? `new/${section}` : one.page}/`;
      const shown = await visitor.get(at);
      expect(shown.status).toBe(200);
      const form = formOf(shown.text, { ...(one.isNew && { slug }), ...one.form, do: one.does });
      for (const [name, value] of Object.entries(one.form))
        if (name.includes('=') && value === '') form.delete(name);
      const answer = await visitor.send(at, form);
      expect([
        answer.status,
        /<ul class="desk-list">[\s\S]*?<\/ul>/.exec(answer.text)?.[0],
      ]).toEqual([303, undefined]);
      expect(answer.location).toBe(
        one.does === 'publish'
          ? `/desk/publishing/?of=${one.page}`
          : `/desk/pages/${one.page}/?did=drafted`,
      );
      const { content, err } = await byCommand(one);
      expect(err).toEqual([]);
      expect(contentOf(desk.root)).toEqual(content);
      const action = `${one.does === 'publish' ? 'publish' : 'write'}-page ${one.page}`;
      expect((await auditOf(desk.db, id)).map((row) => row.action)).toContain(action);
      const undone = await visitor.post(`/desk/pages/${one.page}/`, { do: 'undo' });
      expect(undone.location).toContain('did=undone');
      expect(contentOf(desk.root)).toEqual(before);
    },
    60_000,
  );

  it('withdraws with a reason and puts back, as the command does', async () => {
    const { visitor } = await desk.as('editor');
    const withdraw = ['withdraw', 'changelog/reports', '--reason', 'ตัวเลขผิด'];
    const at = '/desk/pages/changelog/reports/';
    const file = join(desk.root, 'content/changelog/reports.mdx');
    expect((await visitor.post(at, { do: 'withdraw', reason: ' ' })).status).toBe(422);
    expect(readFileSync(file, 'utf8')).toBe(CHANGE);
    await visitor.post(at, { do: 'withdraw', reason: 'ตัวเลขผิด' });
    expect(readFileSync(file, 'utf8')).toContain('draft: true');
    expect({ content: contentOf(desk.root), err: [] }).toEqual(await afterCommands({}, withdraw));
    const shown = await visitor.get(at);
    expect(shown.text).toContain('ถอนแล้ว เพราะ ตัวเลขผิด');
    expect((await visitor.get('/desk/pages/?q=รายงาน ใหม่')).text).toContain('ถอนแล้ว');
    await visitor.post(at, { do: 'restore' });
    expect(readFileSync(file, 'utf8')).not.toContain('draft: true');
    const restored = await afterCommands({}, withdraw, ['restore', 'changelog/reports']);
    expect({ content: contentOf(desk.root), err: [] }).toEqual(restored);
    await visitor.post(at, { do: 'undo' });
    await visitor.post(at, { do: 'undo' });
    expect(readFileSync(file, 'utf8')).toBe(CHANGE);
  }, 60_000);

  it('puts a file in the place of one that was missing, then of that one, which stays; as the command does', async () => {
    const { visitor } = await desk.as('editor');
    const before = contentOf(desk.root);
    const at = '/desk/pages/forms/access/';
    const send = (text: string, nth: string) => {
      const form = new FormData();
      for (const [name, value] of [
        ['do', 'replace'],
        ['at', nth],
      ] as const)
        form.set(name, value);
      form.set('file', new File([text], 'access.csv'));
      return visitor.send(at, form);
    };
    const personal = await send('ชื่อ,โทร\nสมมติ,080-000-0000\n', '0');
    expect([personal.status, contentOf(desk.root)]).toEqual([422, before]);
    expect((await send('ก,ข\n', '0')).location).toBe(`${at}?did=replaced`);
    expect((await send('ก,ข,ค\n', '0')).location).toBe(`${at}?did=replaced`);
    const text = readFileSync(join(desk.root, 'content/forms/access/index.mdx'), 'utf8');
    expect(text).toContain('replacedBy: access-2.csv');
    expect(readFileSync(join(desk.root, 'content/forms/access/access.csv'), 'utf8')).toBe('ก,ข\n');
    expect((await send('x\n', '0')).status).toBe(422);
    const commands = ['a/access.csv', 'b/access.csv'].map((file) => {
      return ['replace', 'forms/access', '--at', '1', '--file', file];
    });
    const files = { 'a/access.csv': 'ก,ข\n', 'b/access.csv': 'ก,ข,ค\n' };
    const byCommands = await afterCommands(files, ...commands);
    expect({ content: contentOf(desk.root), err: [] }).toEqual(byCommands);
    await visitor.post(at, { do: 'undo' });
    await visitor.post(at, { do: 'undo' });
    expect(contentOf(desk.root)).toEqual(before);
  }, 60_000);

  it('puts a picture into the text of a page and beside it without what it says of who took it, as the command does', async () => {
    const { visitor } = await desk.as('editor');
    const before = contentOf(desk.root);
    const at = '/desk/pages/changelog/reports/';
    const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } });
    const bytes = new Uint8Array(
      await plain
        .withExif({ IFD0: { Artist: 'ผู้ถ่าย' } })
        .png()
        .toBuffer(),
    );
    const picture = (name: string): File => new File([bytes], name);
    const send = async (name: string, alt: string) =>
      visitor.send(
        at,
        formOf((await visitor.get(at)).text, { picture: picture(name), alt, do: 'publish' }),
      );
    for (const [name, alt, why] of [
      ['plan.pdf', 'แผน', 'plan.pdf'],
      ['map.png', ' ', 'ยังไม่บอกว่าในรูปมีอะไร'],
    ] as const) {
      const refused = await send(name, alt);
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(why)]);
    }
    expect(contentOf(desk.root)).toEqual(before);
    // Whoever has the page checked, or looks at it before, keeps nothing yet.
    const shown = await visitor.get(at);
    const look = formOf(shown.text, { picture: picture('map.png'), alt: 'แผนที่', do: 'check' });
    expect((await visitor.send(at, look)).status).toBe(200);
    expect(contentOf(desk.root)).toEqual(before);
    expect((await send('map.png', 'แผนที่ [ฝาง]')).status).toBe(303);
    expect((await send('map.png', 'อีกรูป')).status).toBe(303);
    const text = readFileSync(join(desk.root, 'content/changelog/reports/index.mdx'), 'utf8');
    expect(text).toMatch(/\n\n!\[แผนที่ \\\[ฝาง\\\]\]\(map\.png\)\n\n!\[อีกรูป\]\(map-2\.png\)\n$/);
    const kept = readFileSync(join(desk.root, 'content/changelog/reports/map.png'));
    expect([kept.length > 0, kept.includes('ผู้ถ่าย')]).toEqual([true, false]);
    const commands = ['แผนที่ [ฝาง]', 'อีกรูป'].map((alt) => {
      return ['publish', 'changelog/reports', '--picture', 'map.png', '--alt', alt];
    });
    const byCommands = await afterCommands({ 'map.png': bytes }, ...commands);
    expect({ content: contentOf(desk.root), err: [] }).toEqual(byCommands);
    await visitor.post(at, { do: 'undo' });
    await visitor.post(at, { do: 'undo' });
    expect(contentOf(desk.root)).toEqual(before);
  }, 60_000);

  it('marks a letter as cancelled by another on both pages, and takes that back', async () => {
    const { visitor } = await desk.as('editor');
    const before = contentOf(desk.root);
    const later = 'circulars/2567/made-up-later';
    const asked = { page: `${desk.url}/laws/old/`, by: `/${later}/`, since: '2026-11-01' };
    const unknown = await visitor.post('/desk/pages/cancel/', asked);
    expect(unknown.status).toBe(422);
    for (const typed of ['laws/old', later, '2026-11-01'])
      expect(unknown.text).toContain(`value="${typed}"`);
    expect((await visitor.post('/desk/pages/cancel/', { ...asked, by: '/laws/old/' })).status).toBe(
      422,
    );
    expect(contentOf(desk.root)).toEqual(before);
    const file = `content/circulars/${SILENT}/index.mdx`;
    const by = `circulars/${SILENT}`;
    const done = await visitor.post('/desk/pages/cancel/', { ...asked, by });
    expect([done.status, done.location]).toEqual([
      303,
      '/desk/pages/cancel/?page=laws/old&did=cancelled',
    ]);
    const law = readFileSync(join(desk.root, 'content/laws/old.mdx'), 'utf8');
    expect(law).toContain(`by: ${by}`);
    expect(readFileSync(join(desk.root, file), 'utf8')).toContain('record: laws/old');
    const root = mkdtempSync(join(tmpdir(), 'wian-pages-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    write(root, PROJECT);
    cpSync('content/registry', join(root, 'content/registry'), { recursive: true });
    const args = ['cancel', 'laws/old', '--by', by, '--since', '2026-11-01'];
    expect((await recordedRun(page, args, { cwd: root, today: todayInThailand() })).err).toEqual(
      [],
    );
    expect(contentOf(desk.root)).toEqual(contentOf(root));
    expect((await visitor.get(done.location ?? '')).text).toContain('เอากลับ: ทำเครื่องหมายยกเลิก');
    await visitor.post('/desk/pages/cancel/', { page: 'laws/old', do: 'undo' });
    expect(contentOf(desk.root)).toEqual(before);
  }, 60_000);

  it('shows the second of two editors what the first did, and loses neither', async () => {
    const first = (await desk.as('editor')).visitor;
    const second = (await desk.as('administrator')).visitor;
    const at = '/desk/pages/manuals/check-users/';
    const file = join(desk.root, 'content/manuals/check-users.mdx');
    const page = await first.get(at);
    await first.send(
      at,
      formOf(page.text, { 'f.summary': 'ของคนแรก', 'f.order': '3', do: 'publish' }),
    );
    const wrote = readFileSync(file, 'utf8');
    const late = await second.send(
      at,
      formOf(page.text, { 'f.summary': 'ของคนที่สอง', body: 'เนื้อความใหม่', do: 'publish' }),
    );
    expect(late.status).toBe(409);
    expect(readFileSync(file, 'utf8')).toBe(wrote);
    const [, message = ''] = /role="alert">([\s\S]*?)<\/section>/.exec(late.text) ?? [];
    expect(message).toMatch(/ของคนแรก \(ท่านแก้ช่องนี้ด้วย/);
    expect(message).toContain('ลำดับในรายการ เลขน้อยขึ้นก่อน: 3');
    expect(late.text).toContain('ของคนที่สอง');
    const again = await second.send(at, formOf(late.text, { do: 'publish' }));
    expect(again.status).toBe(303);
    const text = readFileSync(file, 'utf8');
    for (const part of ['summary: ของคนที่สอง', 'order: 3', '\nเนื้อความใหม่\n', '   # ชื่อ'])
      expect(text).toContain(part);
    // Whoever would take back what another has changed since is refused.
    writeFileSync(file, `${text}\nของผู้อื่น\n`);
    const undo = await first.post(at, { do: 'undo' });
    expect([undo.status, readFileSync(file, 'utf8')]).toEqual([409, `${text}\nของผู้อื่น\n`]);
    writeFileSync(file, MANUAL);
  }, 60_000);

  it('begins one page of a form that is sent twice, and keeps what is typed where two take one address', async () => {
    const { visitor } = await desk.as('editor');
    const at = '/desk/pages/new/news/';
    const shown = await visitor.get(at);
    const typed = { 'f.title': 'ข่าวส่งสองครั้ง', 'f.summary': 'สรุป', body: 'ข่าว', do: 'draft' };
    const send = (changes: Record<string, string> = {}) =>
      visitor.send(at, formOf(shown.text, { ...typed, ...changes }));
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();
    expect([first.status, second.status, third.status]).toEqual([303, 303, 303]);
    expect(new Set([first.location, second.location, third.location]).size).toBe(1);
    const other = await send({ 'f.title': 'อีกเรื่องจากหน้าเดิม' });
    expect([other.status, other.location === first.location]).toEqual([303, false]);
    const rival = (await desk.as('administrator')).visitor;
    const form = await rival.get(at);
    const slug = { slug: 'one-address' };
    const answers = await Promise.all([
      send({ ...slug, body: 'ของคนแรก' }),
      rival.send(at, formOf(form.text, { ...typed, ...slug, body: 'ของคนที่สอง' })),
    ]);
    expect(answers.map(({ status }) => status).toSorted()[0]).toBe(303);
    const lost = answers.findIndex(({ status }) => status !== 303);
    expect(answers[lost]?.text).toContain(['ของคนแรก', 'ของคนที่สอง'][lost]);
    for (const { location } of [first, other, ...answers]) {
      if (location)
        rmSync(join(desk.root, 'content', `${location.split('/').slice(3, 5).join('/')}.mdx`));
    }
  }, 60_000);

  it('keeps what is typed while another program writes content', async () => {
    const { visitor } = await desk.as('editor');
    const at = '/desk/pages/new/news/';
    const shown = await visitor.get(at);
    const typed = { 'f.title': 'รอเขียน', 'f.summary': 'สรุป', body: 'ข่าวที่พิมพ์ไว้', do: 'draft' };
    const before = contentOf(desk.root);
    mkdirSync(join(desk.root, '.cache'), { recursive: true });
    // As another process holds it: within one process whoever has the lock may take it again.
    const lock = new DatabaseSync(join(desk.root, '.cache/write.lock'));
    lock.exec('BEGIN EXCLUSIVE');
    const { status, text } = await visitor.send(at, formOf(shown.text, typed));
    lock.close();
    expect([status, text.includes('ข่าวที่พิมพ์ไว้'), text.includes('value="รอเขียน"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(text).toContain('มีคำสั่งอื่นเขียนเนื้อหามา');
    expect(contentOf(desk.root)).toEqual(before);
  }, 60_000);

  it('refuses what the check refuses, beside its field and with its line, and keeps what was typed', async () => {
    const { visitor } = await desk.as('editor');
    const before = contentOf(desk.root);
    const at = '/desk/pages/new/faq/';
    const shown = await visitor.get(at);
    const form = {
      slug: 'wrong',
      'f.title': 'ถาม',
      'f.summary': 'ติดต่อ 080-000-0000',
      'f.order': 'สิบ',
      'f.related': 'faq/not-there',
      body: 'หนึ่ง\n\n<Foo>',
    };
    const answer = await visitor.send(at, formOf(shown.text, { ...form, do: 'publish' }));
    expect(answer.status).toBe(422);
    const faultOf = (name: string): string =>
      new RegExp(`data-fault="${RegExp.escape(name)}"(?: hidden)?>([^<]*)<`).exec(
        answer.text,
      )?.[1] ?? '';
    expect(faultOf('f.topic')).toContain('ยังไม่ได้เขียน');
    const topic = { ...form, 'f.topic': 'หมวด' };
    const second = await visitor.send(at, formOf(shown.text, { ...topic, do: 'publish' }));
    const said = (name: string): string =>
      new RegExp(`data-fault="${RegExp.escape(name)}"(?: hidden)?>([^<]*)<`).exec(
        second.text,
      )?.[1] ?? '';
    expect(said('f.summary')).toContain('เบอร์');
    expect(said('f.order')).not.toBe('');
    expect(said('f.related')).toContain('faq/not-there');
    expect(said('body')).toContain('บรรทัดที่ 3');
    for (const text of ['value="สิบ"', 'ติดต่อ 080-000-0000', 'หนึ่ง\n\n&lt;Foo&gt;'])
      expect(second.text).toContain(text);
    expect(contentOf(desk.root)).toEqual(before);
    const taken = await visitor.send(at, formOf(shown.text, { ...form, slug: 'A b', do: 'draft' }));
    expect([taken.status, taken.text.includes('เป็นที่อยู่ของหน้าไม่ได้')]).toEqual([422, true]);
    const typed = formOf(shown.text, { ...topic, 'f.order': '1' });
    const checked = await visitor.send('/desk/pages/check/', typed);
    const found = JSON.parse(checked.text) as { text: string; at: Record<string, string> };
    expect(Object.keys(found.at).toSorted()).toEqual(['body', 'f.related', 'f.summary']);
    expect(contentOf(desk.root)).toEqual(before);
  }, 60_000);

  it.each(['member', 'officer p88', 'moderator'])('is refused to a %s', async (who) => {
    const { visitor, id } = await desk.as(who);
    const before = contentOf(desk.root);
    for (const path of ['', 'new/faq/', 'manuals/check-users/', 'check/']) {
      expect((await visitor.get(`/desk/pages/${path}`)).status).toBe(path === 'check/' ? 404 : 403);
      expect((await visitor.post(`/desk/pages/${path}`, { do: 'publish' })).status).toBe(
        path === '' ? 404 : 403,
      );
    }
    const actions = (await auditOf(desk.db, id)).map(({ action }) => action);
    expect(actions).toContain('refused write-pages');
    expect(contentOf(desk.root)).toEqual(before);
  });
});
