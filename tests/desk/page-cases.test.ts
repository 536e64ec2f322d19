import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { planPage } from '#store/desk/page-changes.ts';
import { contentWork } from '../../scripts/desk/content-work.ts';
import { pageWork } from '../../scripts/desk/pages/work.ts';
import { contentOf, formOf } from './letter-desk.ts';
import { type MovementDesk, startMovementDesk } from './movement-desk.ts';

// What does not depend on the database is tried on one.
let desk: MovementDesk;
let folder = '';
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', desk.root, ...args], { encoding: 'utf8' }).trim();
const textOf = (file: string): string => readFileSync(join(desk.root, file), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wian-page-'));
  const newPlace = async () => ({ kind: 'sqlite', file: join(folder, 'desk.sqlite') }) as const;
  desk = await startMovementDesk(
    { newPlace, open: async () => openDeskDatabase(await newPlace()) },
    {},
    () => ({ ended: Promise.resolve(null), stop: () => undefined }),
  );
  cpSync('content/registry', join(desk.root, 'content/registry'), { recursive: true });
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

it('makes a commit of each change in the name of who made it, and one of what is taken back', async () => {
  const { visitor, id } = await desk.as('editor');
  const before = contentOf(desk.root);
  const at = '/desk/pages/new/forms/';
  const form = {
    slug: 'access',
    'f.title': 'แบบขอสิทธิ',
    'f.summary': 'กรอกแล้วส่ง',
    'f.sentTo': 'หัวหน้า',
    'f.attachments[0].title': 'แบบ 1',
    'f.attachments[0].missing': 'ยังไม่มี',
  };
  const shown = await visitor.get(at);
  await visitor.send(at, formOf(shown.text, { ...form, do: 'draft' }));
  const page = '/desk/pages/forms/access/';
  const draft = await visitor.get(page);
  expect((await visitor.send(page, formOf(draft.text, { do: 'publish' }))).status).toBe(303);
  expect(git('log', '-2', '--format=%an|%ae|%s')).toBe(
    `editor สมมติ|${id}@members.invalid|publish-page forms/access\neditor สมมติ|${id}@members.invalid|write-page forms/access`,
  );
  expect(git('status', '--porcelain')).toBe('');
  expect(textOf('content/forms/access/index.mdx')).not.toContain('draft');

  // The same again is no change.
  const same = await visitor.get(page);
  const again = await visitor.send(page, formOf(same.text, { do: 'publish' }));
  expect(again.location).toBe('/desk/pages/forms/access/?did=same');

  await visitor.post(page, { do: 'undo' });
  expect(textOf('content/forms/access/index.mdx')).toContain('draft: true');
  const gone = await visitor.post(page, { do: 'undo' });
  expect(gone.location).toBe('/desk/pages/?did=undone');
  expect(contentOf(desk.root)).toEqual(before);
  expect(git('log', '-1', '--format=%s')).toBe('undo-page forms/access');
  expect(git('status', '--porcelain')).toBe('');
  expect((await visitor.get(page)).status).toBe(404);
}, 60_000);

it('moves, takes out and adds rows of a list without writing, and takes dates as people write them', async () => {
  const { visitor } = await desk.as('editor');
  const page = '/desk/pages/laws/rows/';
  const text = `---
title: หนังสือเดิม
summary: สั้น ๆ
kind: directive-letter
force:
  status: unknown
published: "2026-11-30"
changes:
  - date: "2026-11-01"
    note: หนึ่ง
  - date: "2026-11-02"
    note: สอง
---

เนื้อความ
`;
  mkdirSync(join(desk.root, 'content/laws'), { recursive: true });
  writeFileSync(join(desk.root, 'content/laws/rows.mdx'), text);
  const shown = await visitor.get(page);
  const moved = await visitor.send(page, formOf(shown.text, { row: 'up:f.changes[1]' }));
  const notes = (html: string) =>
    [...formOf(html, {})].filter(([name]) => /^f\.changes\[\d\]\.note$/.test(name));
  expect(notes(moved.text)).toEqual([
    ['f.changes[0].note', 'สอง'],
    ['f.changes[1].note', 'หนึ่ง'],
    ['f.changes[2].note', ''],
  ]);
  const added = await visitor.send(page, formOf(moved.text, { row: 'add:f.changes' }));
  expect(notes(added.text)).toHaveLength(4);
  const taken = await visitor.send(page, formOf(added.text, { row: 'remove:f.changes[0]' }));
  expect(notes(taken.text).map(([, note]) => note)).toEqual(['หนึ่ง', '', '', '']);
  expect(textOf('content/laws/rows.mdx')).toBe(text);
  const facts = { 'f.number': 'มท ๐๘๐๘.๔/ว ๒๐๐๗', 'f.date': '๒๒ เม.ย. ๒๕๖๘', 'f.issuer': 'dla' };
  const sent = await visitor.send(page, formOf(taken.text, { ...facts, do: 'publish' }));
  expect(sent.status).toBe(303);
  const after = textOf('content/laws/rows.mdx');
  expect(after).toContain('    note: หนึ่ง\n');
  expect(after).not.toContain('สอง');
  expect(after).toMatch(/^number: มท 0808\.4\/ว 2007$/m);
  expect(after).toMatch(/^date: "?2025-04-22"?$/m);
  expect(git('status', '--porcelain')).toBe('');
});

it('finishes at the start what was written when the process was killed, and forgets what was not', async () => {
  const parts = {
    root: desk.root,
    database: { db: desk.db, kind: 'sqlite' },
    report: String,
  } as never;
  const by = { actor: (await desk.as('editor')).id, now: new Date() };
  const [one, two] = ['content/news/one.mdx', 'content/news/two.mdx'];
  const write = (file: string, text: string) => {
    mkdirSync(join(desk.root, 'content/news'), { recursive: true });
    writeFileSync(join(desk.root, file), text);
  };
  const planned = (name: string, texts: { file: string; before: string | null; after: string }[]) =>
    planPage(
      desk.db,
      {
        action: 'cancel-page',
        letter: `page ${name}`,
        circular: name,
        texts,
        files: texts.map(({ file }) => file),
        undoes: null,
      },
      by,
    );
  // Both were to be written, and one was.
  write(one, 'ก\n');
  await planned('news/half', [
    { file: one, before: null, after: 'ก\n' },
    { file: two, before: null, after: 'ข\n' },
  ]);
  await planned('news/nothing', [{ file: 'content/news/three.mdx', before: null, after: 'ค\n' }]);
  // Somebody else has written there since: nothing of theirs is touched.
  write('content/news/four.mdx', 'ของผู้อื่น\n');
  await planned('news/other', [
    { file: one, before: null, after: 'ก\n' },
    { file: 'content/news/four.mdx', before: null, after: 'ง\n' },
  ]);
  // A file lay beside its page already, which does not name it yet.
  write('content/news/new.pdf', 'x');
  await planPage(
    desk.db,
    {
      action: 'replace-file',
      letter: 'page news/file',
      circular: 'news/file',
      texts: [{ file: 'content/news/five.mdx', before: null, after: 'จ\n' }],
      files: ['content/news/five.mdx', 'content/news/new.pdf'],
      undoes: null,
    },
    by,
  );
  write('content/news/.five.mdx.new-999999999', 'จ');
  await pageWork(parts, contentWork(parts)).recover();
  const rows = await desk.db
    .selectFrom('page_change')
    .select(['circular', 'state'])
    .where('circular', 'like', 'news/%')
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { circular: 'news/half', state: 'applied' },
    { circular: 'news/nothing', state: 'void' },
    { circular: 'news/other', state: 'void' },
    { circular: 'news/file', state: 'void' },
  ]);
  expect(textOf(two)).toBe('ข\n');
  expect(textOf('content/news/four.mdx')).toBe('ของผู้อื่น\n');
  expect(git('status', '--porcelain')).toBe('?? content/news/four.mdx');
  expect(git('log', '-1', '--format=%s')).toBe('cancel-page news/half');
  rmSync(join(desk.root, 'content/news'), { recursive: true });
});
