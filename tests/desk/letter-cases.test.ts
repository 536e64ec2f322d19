import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DRAFT_MARK } from '#core/letter/draft/skeleton.ts';
import { MADE_UP_LETTER } from '#core/letter/testing/made-up-letter.ts';
import { openDeskDatabase } from '#store/desk/database.ts';
import { auditOf } from '#store/desk/members.ts';
import { pagesOfLetter, planPage } from '#store/desk/page-changes.ts';
import { contentWork } from '../../scripts/desk/content-work.ts';
import { letterWork } from '../../scripts/desk/letters/work.ts';
import { contentOf, formOf, sendLetter, whenRead } from './letter-desk.ts';
import { type MovementDesk, startMovementDesk } from './movement-desk.ts';

// What does not depend on the database is tried on one, as each letter is read by a process of its own.
const ID = '2569/dla-0899-2-w1234-0227';
const SETTLED = { 'c:0:date': 'other', 't:0:date': '27 ก.พ. 2569', summary: 'แต่งขึ้น', sample: '1' };
const COVERING = [
  'ที่ ชม ๐๐๒๓.๓/ว ๑๐๑\tศาลากลางจังหวัดเชียงใหม่',
  '\tถนนโชตนา ชม ๕๐๓๐๐',
  '\t๕ มีนาคม ๒๕๖๙',
  'เรื่อง  ทดลองอ่านหนังสือ',
  'เรียน  นายอำเภอ ทุกอำเภอ',
  'สิ่งที่ส่งมาด้วย  สำเนาหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๙๙.๒/ว ๑๒๓๔ ลงวันที่ ๒๗ กุมภาพันธ์ ๒๕๖๙  จำนวน ๑ ชุด',
  '\tด้วยจังหวัดเชียงใหม่ได้รับแจ้งจากกรมส่งเสริมการปกครองท้องถิ่น จึงขอให้อำเภอแจ้งองค์กรปกครองส่วนท้องถิ่น',
  'ขอแสดงความนับถือ',
  '(นายสมมติ ตัวอย่าง)',
  'ผู้ว่าราชการจังหวัดเชียงใหม่',
].join('\n');

let desk: MovementDesk;
let folder = '';
const idOf = (at: string): string => at.split('/')[3] ?? '';
const letter = (text = MADE_UP_LETTER, name = 'letter.txt'): File => new File([text], name);
const pageText = (): string =>
  readFileSync(join(desk.root, `content/circulars/${ID}/index.mdx`), 'utf8');
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', desk.root, ...args], { encoding: 'utf8' }).trim();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wian-letter-'));
  const newPlace = async () => ({ kind: 'sqlite', file: join(folder, 'desk.sqlite') }) as const;
  desk = await startMovementDesk(
    { newPlace, open: async () => openDeskDatabase(await newPlace()) },
    {},
    () => ({ ended: Promise.resolve(null), stop: () => undefined }),
  );
  cpSync('content/registry', join(desk.root, 'content/registry'), { recursive: true });
  const register = 'content/circulars/permanent-ids.csv';
  writeFileSync(join(desk.root, register), 'id,year,issuer,number,date,minted\n');
  writeFileSync(join(desk.root, '.gitignore'), '/dist\n/.data\n/.cache\n');
  git('init', '--quiet');
  git('config', 'user.name', 'test');
  git('config', 'user.email', 'test@example.invalid');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
}, 60_000);
afterAll(async () => {
  const faults = [...desk.faults];
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

it.each(['member', 'officer p88', 'moderator'])(
  'is refused to a %s, with a row of the audit log',
  async (who) => {
    const { visitor, id } = await desk.as(who);
    for (const path of ['/desk/letters/', '/desk/publishing/']) {
      const answer = await visitor.get(path);
      expect([answer.status, answer.text.includes('เฉพาะผู้แก้ไขเนื้อหาและผู้ดูแลระบบ')]).toEqual([
        403,
        true,
      ]);
      expect((await visitor.post(path)).status).toBe(403);
    }
    expect(await sendLetter(visitor, letter())).toBe('');
    const actions = (await auditOf(desk.db, id)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['refused take-letters', 'refused publish']));
    expect((await desk.visitor().get('/desk/letters/')).status).toBe(403);
    expect(existsSync(join(desk.settings.data, 'letters'))).toBe(false);
  },
);

it('keeps nothing of a letter with a class of secrecy, nor a file of another kind', async () => {
  const { visitor } = await desk.as('editor');
  const at = await sendLetter(visitor, letter(`ลับมาก\n${MADE_UP_LETTER}`));
  const answer = await whenRead(visitor, at);
  expect([answer.status, answer.text.includes('ทดลองอ่านหนังสือ')]).toEqual([422, false]);
  expect(readdirSync(join(desk.settings.data, 'letters'))).toEqual([]);
  for (const name of ['a.exe', '080-000-0000.pdf', '.pdf']) {
    expect(await sendLetter(visitor, letter('x', name))).toBe('');
  }
});

it('says what cannot be taken, keeps what was typed, and writes nothing', async () => {
  const { visitor } = await desk.as('editor');
  const before = contentOf(desk.root);
  const at = await sendLetter(visitor, letter());
  const page = await whenRead(visitor, at);
  const wrong = await visitor.send(
    at,
    formOf(page.text, {
      ...SETTLED,
      't:0:date': '31 ก.พ. 2569',
      summary: 'โทร 080-000-0000',
      do: 'publish',
    }),
  );
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('เขียนวันที่ให้ครบ');
  expect(wrong.text).toContain('value="31 ก.พ. 2569"');
  expect(wrong.text).toContain('มีเบอร์มือถือ');
  const empty = await visitor.send(at, formOf(page.text, { do: 'publish' }));
  expect([empty.status, empty.text.includes('เขียนสรุปหนึ่งประโยคก่อนเผยแพร่')]).toEqual([422, true]);
  const file = new File(['ชื่อ,โทร\nสมมติ,080-000-0000\n'], 'plan.csv');
  const personal = await visitor.send(
    at,
    formOf(page.text, { ...SETTLED, 'file:0': file, do: 'publish' }),
  );
  expect(personal.status).toBe(422);
  expect(contentOf(desk.root)).toEqual(before);
  await visitor.post(at, { do: 'remove' });
  expect((await visitor.get(at)).status).toBe(404);
});

it('makes an action of a duty that recurs as the letter states it, and of no other', async () => {
  const { visitor } = await desk.as('editor');
  const monthly = MADE_UP_LETTER.replace(
    'ภายในวันที่ ๓๐ เมษายน ๒๕๖๙',
    'ภายในวันที่ ๕ ของทุกเดือน',
  ).replaceAll('๑๒๓๔', '๑๒๓๕');
  const at = await sendLetter(visitor, letter(monthly));
  const page = await whenRead(visitor, at);
  expect(page.text).toContain('ทำซ้ำทุกรอบ');
  const form = { ...SETTLED, 'a:0:what': 'รายงานผล', 'a:1:what': 'เก็บสำเนา' };
  const written = { 'a:2:role': 'local-authority', 'a:2:what': 'สรุปผล' };
  const unclear = { ...form, ...written, 'a:2:day': 'ทุกเดือน', do: 'publish' };
  const refused = await visitor.send(at, formOf(page.text, unclear));
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('รอบที่ทำซ้ำ')]);
  const forged = {
    ...form,
    ...written,
    'a:1:recurs': '{"every":"P1D"}',
    'a:2:day': 'ภายในวันที่ ๑๐ ของทุกเดือน',
    do: 'publish',
  };
  expect((await visitor.send(at, formOf(page.text, forged))).status).toBe(303);
  const text = readFileSync(
    join(desk.root, 'content/circulars/2569/dla-0899-2-w1235-0227/index.mdx'),
    'utf8',
  );
  expect(text).toMatch(
    /- key: due-a\n\s+role: local-authority\n\s+what: รายงานผล\n\s+every: P1M\n\s+due:\n\s+day: 5\n/,
  );
  expect(text).toContain('what: เก็บสำเนา');
  expect(text).not.toContain('P1D');
  const summary = /what: สรุปผล\n\s+every: P1M\n\s+due:\n\s+day: 10\n/;
  expect(text).toMatch(summary);
  const saved = await visitor.get(at);
  expect(saved.text).toContain('value="รายงานผล"');
  // What somebody wrote stays when the form is sent again.
  await visitor.send(at, formOf(saved.text, { summary: 'แก้แล้ว', do: 'publish' }));
  const file = join(desk.root, 'content/circulars/2569/dla-0899-2-w1235-0227/index.mdx');
  expect(readFileSync(file, 'utf8')).toMatch(/summary: แก้แล้ว/);
  expect(readFileSync(file, 'utf8')).toMatch(summary);
  await visitor.post(at, { do: 'undo' });
  await visitor.post(at, { do: 'undo' });
});

it('keeps a letter as a draft that the check would refuse, as no build would pass with it', async () => {
  const { visitor } = await desk.as('editor');
  const other = MADE_UP_LETTER.replaceAll('๑๒๓๔', '๙๘๗๖').replaceAll('ทดลองอ่านหนังสือ', 'น้ำดื่ม');
  const at = await sendLetter(visitor, letter(other));
  const page = await whenRead(visitor, at);
  const wrong = {
    ...SETTLED,
    title: 'น้ำดื่ม',
    summary: `${DRAFT_MARK} เขียนสรุป`,
    do: 'publish',
  };
  const refused = await visitor.send(at, formOf(page.text, wrong));
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('ฉบับร่าง')]);
  const file = join(desk.root, 'content/circulars/2569/dla-0899-2-w9876-0227/index.mdx');
  expect(readFileSync(file, 'utf8')).toContain('draft: true');
  const again = await visitor.send(
    at,
    formOf((await visitor.get(at)).text, { summary: 'แต่งขึ้น', do: 'publish' }),
  );
  expect(again.status).toBe(303);
  expect(readFileSync(file, 'utf8')).toContain('draft: false');
});

it('shows the second of two editors what the first did, and takes theirs at the next press', async () => {
  const first = (await desk.as('editor')).visitor;
  const second = (await desk.as('administrator')).visitor;
  const at = await sendLetter(first, letter());
  const page = await whenRead(first, at);
  await first.send(at, formOf(page.text, { ...SETTLED, summary: 'ของคนแรก', do: 'save' }));
  const late = await second.send(
    at,
    formOf(page.text, { ...SETTLED, summary: 'ของคนที่สอง', do: 'save' }),
  );
  expect(late.status).toBe(409);
  expect(late.text).toContain('ของคนแรก');
  expect(late.text).toContain('ของคนที่สอง');
  const again = await second.send(at, formOf(late.text, { do: 'save' }));
  expect(again.status).toBe(303);
  expect((await first.get(at)).text).toContain('ของคนที่สอง');
  await first.post(at, { do: 'remove' });
});

it('joins a covering letter that is added with its original, corrects, and takes back, each by a commit', async () => {
  const { visitor, id } = await desk.as('editor');
  const before = contentOf(desk.root);
  const at = await sendLetter(visitor, letter());
  const page = await whenRead(visitor, at);
  await visitor.send(at, formOf(page.text, { ...SETTLED, do: 'save' }));
  const more = new FormData();
  more.set('do', 'add');
  more.append('file', letter(COVERING, 'covering.txt'));
  expect((await visitor.send(at, more)).status).toBe(303);
  const joined = await whenRead(visitor, at);
  expect(joined.text).toContain('name="t:1:number"');
  expect((await visitor.send(at, formOf(joined.text, { do: 'draft' }))).status).toBe(303);
  const covering = `content/circulars/${ID}/covering-letters.yaml`;
  expect(readFileSync(join(desk.root, covering), 'utf8')).toContain('passesOn: letter');
  expect(git('log', '-1', '--format=%an|%ae|%s')).toBe(
    `editor สมมติ|${id}@members.invalid|take-letter ${ID}`,
  );
  expect(git('status', '--porcelain')).toBe('');

  // Nobody has published it: one press takes all of it back.
  await visitor.post(at, { do: 'undo' });
  expect(contentOf(desk.root)).toEqual(before);
  expect(git('status', '--porcelain')).toBe('');

  const again = await visitor.get(at);
  await visitor.send(at, formOf(again.text, { do: 'publish' }));
  const corrected = await visitor.get(at);
  const answer = await visitor.send(
    at,
    formOf(corrected.text, { summary: 'แก้แล้ว', do: 'publish' }),
  );
  expect(answer.status).toBe(303);
  expect(pageText()).toContain('summary: แก้แล้ว');
  expect(pageText()).toContain('draft: false');
  expect(git('status', '--porcelain')).toBe('');
  const actions = (await pagesOfLetter(desk.db, idOf(at))).map(({ action }) => action);
  expect(actions).toEqual([
    'take-letter',
    'undo',
    'take-letter',
    'publish',
    'replace-letter',
    'publish',
  ]);

  // Somebody has written on in the file: nothing of that is lost.
  const path = join(desk.root, `content/circulars/${ID}/index.mdx`);
  writeFileSync(path, `${pageText()}\nของผู้อื่น\n`);
  const late = await visitor.send(
    at,
    formOf((await visitor.get(at)).text, { summary: 'อีกครั้ง', do: 'publish' }),
  );
  expect([late.status, late.text.includes('มีผู้อื่นแก้หน้านี้ในเนื้อหาแล้ว')]).toEqual([409, true]);
  expect((await visitor.post(at, { do: 'undo' })).status).toBe(409);
  expect(pageText()).toContain('ของผู้อื่น');

  // The same letter sent anew is known: it is compared field by field, and changes nothing by itself.
  const other = await sendLetter(
    visitor,
    letter(MADE_UP_LETTER.replace('ทดลองอ่าน', 'ทดลองอ่านใหม่')),
  );
  const known = await visitor.send(
    other,
    formOf((await whenRead(visitor, other)).text, { ...SETTLED, do: 'publish' }),
  );
  expect([known.status, known.text.includes('เวียนมีหนังสือนี้แล้ว')]).toEqual([409, true]);
  const taken = await visitor.post(`${other}known/`, { nth: '0', take: 'letter.subject' });
  expect(taken.status).toBe(303);
  expect(pageText()).toContain('subject: ทดลองอ่านใหม่หนังสือ');
  expect(pageText()).toContain('ของผู้อื่น');
  await visitor.post(other, { do: 'undo' });
  expect(pageText()).toContain('subject: ทดลองอ่านหนังสือ');
}, 120_000);

it('publishes each matter of a file by itself, and without the file of the letters where one says so', async () => {
  const { visitor } = await desk.as('editor');
  const second = MADE_UP_LETTER.replaceAll('๑๒๓๔', '๕๖๗๘').replace('ทดลองอ่าน', 'ทดลองเขียน');
  const both = `${MADE_UP_LETTER.replaceAll('๑๒๓๔', '๔๓๒๑')}\n\n${second}`;
  const at = await sendLetter(visitor, letter(both, 'two.txt'));
  const page = await whenRead(visitor, at);
  expect(page.text).toContain('เรื่องที่ 2: ทดลองเขียนหนังสือ');
  const other = await visitor.get(`${at}?nth=1`);
  const answers = {
    'c:1:date': 'other',
    't:1:date': '27 ก.พ. 2569',
    summary: 'แต่งขึ้น',
    sample: '1',
  };
  const asked = await visitor.send(at, formOf(other.text, { ...answers, do: 'publish' }));
  expect([asked.status, asked.text.includes('ไม่เก็บไฟล์หนังสือ')]).toEqual([409, true]);
  const published = await visitor.post(`${at}known/`, { nth: '1', nofile: '1' });
  expect(published.location).toContain('?of=2569/dla-0899-2-w5678-0227&');
  expect(existsSync(join(desk.root, 'content/circulars/2569/dla-0899-2-w4321-0227'))).toBe(false);
}, 60_000);

/** What work on the content needs besides a running desk, in the name of the editor. */
const ownWork = async () => ({
  parts: {
    root: desk.root,
    database: { db: desk.db, kind: 'sqlite' },
    report: String,
  } as never,
  by: { actor: (await desk.as('editor')).id, now: new Date() },
});

it('finishes at the start what was written when the process was killed, and forgets what was not', async () => {
  const { parts, by } = await ownWork();
  const file = `content/circulars/${ID}/index.mdx`;
  const text = pageText();
  const base = {
    action: 'publish',
    letter: 'x',
    circular: ID,
    files: [file],
    undoes: null,
  } as const;
  await planPage(desk.db, { ...base, texts: [{ file, before: 'other', after: text }] }, by);
  await planPage(desk.db, { ...base, texts: [{ file, before: text, after: 'other' }] }, by);
  await letterWork(parts, contentWork(parts)).recover();
  const rows = await desk.db
    .selectFrom('page_change')
    .select(['state', 'commit_id'])
    .where('letter', '=', 'x')
    .execute();
  expect(rows.map(({ state }) => state)).toEqual(['applied', 'void']);
  expect(pageText()).toBe(text);
  expect(git('status', '--porcelain')).toBe('');
});

it('registers the id of a draft that was written when the process was killed, and forgets it where that was taken back', async () => {
  const { parts, by } = await ownWork();
  const register = () =>
    readFileSync(join(desk.root, 'content/circulars/permanent-ids.csv'), 'utf8');
  const circular = '2569/dla-0899-2-w1-0227';
  const file = `content/circulars/${circular}/index.mdx`;
  const text = pageText().replaceAll('dla-0899-2-w1234-0227', 'dla-0899-2-w1-0227');
  mkdirSync(join(desk.root, file, '..'));
  writeFileSync(join(desk.root, file), text);
  const base = { letter: 'y', circular, files: [file, 'content/circulars/permanent-ids.csv'] };
  const take = { action: 'take-letter', texts: [{ file, before: null, after: text }] } as const;
  const taken = await planPage(desk.db, { ...base, ...take, undoes: null }, by);
  await letterWork(parts, contentWork(parts)).recover();
  expect(register()).toMatch(/^dla-0899-2-w1-0227,2569,dla,/m);
  expect(git('status', '--porcelain')).toBe('');
  // The folder of a draft goes before its id does.
  rmSync(join(desk.root, file, '..'), { recursive: true });
  const undo = { action: 'undo', texts: [{ file, before: text, after: null }] } as const;
  await planPage(desk.db, { ...base, ...undo, undoes: taken }, by);
  await letterWork(parts, contentWork(parts)).recover();
  expect(register()).not.toContain('dla-0899-2-w1-0227');
  expect(git('status', '--porcelain')).toBe('');
});
