import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentChanges } from '#astro/content-changed.ts';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { contentRevision } from './content-revision.ts';
import { announcedOrStored, storedRecordsFolder } from './stored-records.ts';
import { circularText, loadCirculars, type StoredEntry } from './testing/load-circulars.ts';
import { type FileEvent, recordChanged } from './watch-records.ts';

const TEXTS = componentTexts(LANGUAGES.en);
const FIRST = '2567/dla-0808-4-w15-0402';
const SECOND = '2567/dla-0808-4-w16-0403';
const THIRD = '2567/dla-0808-4-w17-0404';

const pageOf = (id: string): string => `content/circulars/${id}/index.mdx`;

describe('recordChanged', () => {
  const folders = new Map([['/p/content/circulars/2567/a', '2567/a']]);
  it.each<[FileEvent, string, string | null]>([
    ['change', '/p/content/circulars/2567/a/index.mdx', '2567/a'],
    ['add', '/p/content/circulars/2567/a/movements.csv', '2567/a'],
    ['change', '/p/content/circulars/2567/a/pages/1.webp', '2567/a'],
    ['unlink', '/p/content/circulars/2567/a/movements.csv', null],
    ['unlinkDir', '/p/content/circulars/2567/a', null],
    ['addDir', '/p/content/circulars/2567/b', null],
    ['add', '/p/content/circulars/2567/b/index.mdx', null],
    ['change', '/p/content/circulars/permanent-ids.csv', null],
  ])('%s of %s: %j', (event, path, id) => {
    expect(recordChanged(folders, event, path)).toBe(id);
  });
});

describe('a dev server, after a change', () => {
  let root: string;
  let entries: Map<string, StoredEntry>;
  let rendered: string[];
  let errors: string[];
  let watcher: EventEmitter;
  /** Messages to browsers and to the environments in which pages are made. */
  let sent: string[];

  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const load = (on = new EventEmitter()) =>
    loadCirculars({ root, componentTexts: TEXTS, entries, rendered, errors, watcher: on });

  const shown = () =>
    announcedOrStored(storedRecordsFolder(root, 'circulars', true)).map(
      ({ id, digest, byAstro, data, body }) => ({ id, digest, byAstro, data, body }),
    );
  const say = async (event: FileEvent, path: string): Promise<void> => {
    const before = contentRevision() + errors.length;
    watcher.emit('all', event, join(root, path));
    await expect.poll(() => contentRevision() + errors.length).toBeGreaterThan(before);
  };

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'wian-watch-'));
    entries = new Map();
    [rendered, errors, sent] = [[], [], []];
    watcher = new EventEmitter();
    const hot = { send: (name: string) => sent.push(name) };
    contentChanges().hooks['astro:server:setup']?.({
      server: {
        environments: { ssr: { hot } },
        ws: { send: ({ type }: { readonly type: string }) => sent.push(type) },
      },
    } as unknown as Parameters<
      NonNullable<ReturnType<typeof contentChanges>['hooks']['astro:server:setup']>
    >[0]);
    await write('src/core/code.ts', 'export {};');
    await write('package-lock.json', '{}');
    await write('content/registry/offices.csv', 'id\n');
    await write(pageOf(FIRST), circularText(FIRST, 15, 'ดู มท ๐๘๐๘.๔/ว ๑๖'));
    await write(pageOf(SECOND), circularText(SECOND, 16, 'ข้อความ'));
    await write(pageOf(THIRD), circularText(THIRD, 17, `<Letter record="circulars/${SECOND}" />`));
    await load(watcher);
    sent = [];
  });
  afterEach(() => rm(root, { recursive: true }));

  it('tells browsers and pages of it', async () => {
    await write(pageOf(FIRST), circularText(FIRST, 15, 'ก'));
    await say('change', pageOf(FIRST));
    expect(sent).toEqual(['astro:content-changed', 'full-reload']);
    expect(shown()[0]?.body.text).toContain('ก');
  });

  it('leaves Astro alone, which writes and evaluates anew whatever is done to its store', async () => {
    const done = vi.spyOn(entries, 'delete');
    await write(pageOf(FIRST), circularText(FIRST, 15, 'ก'));
    await say('change', pageOf(FIRST));
    expect(done).not.toHaveBeenCalled();
  });

  it('leaves it to Astro to tell of guidance that Astro renders', async () => {
    await write(pageOf(FIRST), circularText(FIRST, 15, 'ก <br /> ข'));
    watcher.emit('all', 'change', join(root, pageOf(FIRST)));
    await expect.poll(() => entries.has(FIRST)).toBe(true);
    await expect.poll(() => shown()[0]?.byAstro).toBe(true);
    expect(sent).toEqual([]);
  });

  it('reads nothing but the record that changed', async () => {
    await write(pageOf(SECOND), circularText(SECOND, 16, 'ไม่ถูกอ่าน'));
    await write(pageOf(FIRST), circularText(FIRST, 15, 'ก'));
    await say('change', pageOf(FIRST));
    expect(JSON.stringify(shown())).not.toContain('ไม่ถูกอ่าน');
  });

  const COVERING = `- key: fang
  level: district
  issuer: d5009
  number: ชม 0023.15/6698
  date: "2024-04-20"
  subject: การเข้าใช้งานระบบ
  to: [{ text: "นายกเทศมนตรีตำบล ทุกแห่ง", group: subdistrict-municipalities }]
  secrecy: normal
`;
  const NEW = '2567/dla-0808-4-w18-0405';
  const LAW = `---
title: แนวทางปฏิบัติ
summary: แนวทางที่แต่งขึ้น
published: "2026-11-21"
kind: directive-letter
number: มท 0808.4/ว 16
date: "2019-02-01"
force: { status: unknown }
---
`;

  it.each<[string, FileEvent, string, (text: string) => string]>([
    ['a text', 'change', pageOf(FIRST), (text) => `${text}\nข้อความใหม่`],
    [
      'a number that another text names',
      'change',
      pageOf(SECOND),
      (text) => text.replace('ว 16', 'ว 19'),
    ],
    [
      'a title that another text shows',
      'change',
      pageOf(SECOND),
      (text) => text.replace('title: วิธี', 'title: การ'),
    ],
    [
      'a covering letter',
      'add',
      `content/circulars/${FIRST}/covering-letters.yaml`,
      () => COVERING,
    ],
    ['a new circular', 'add', pageOf(NEW), () => circularText(NEW, 18, 'ข้อความ')],
    ['a law of a number that a text names', 'add', 'content/laws/a.mdx', () => LAW],
    ['a draft', 'change', pageOf(SECOND), (text) => text.replace('title:', 'draft: true\ntitle:')],
  ])('holds the same as one that starts: %s', async (_, event, path, change) => {
    const before = shown();
    const text = await readFile(join(root, path), 'utf8').catch(() => '');
    await write(path, change(text));
    await say(event, path);
    const now = shown();
    expect(now).not.toEqual(before);
    await load();
    expect(now).toEqual(shown());
  });

  it('holds the same as one that starts: a record that is gone', async () => {
    await rm(join(root, 'content/circulars', SECOND), { recursive: true });
    await say('unlinkDir', `content/circulars/${SECOND}`);
    expect(shown().map(({ id }) => id)).toEqual([FIRST, THIRD]);
    expect(shown()[0]?.body.letters).toEqual([['มท 0808.4/ว 16', []]]);
  });

  it('says what it cannot read, and reads it when it can', async () => {
    const wrong = circularText(FIRST, 15, 'ก').replace('secrecy: normal', 'secrecy: secret');
    await write(pageOf(FIRST), wrong);
    await say('change', pageOf(FIRST));
    expect(errors.join()).toContain(`${pageOf(FIRST)} circular.letter.secrecy: `);
    await write(pageOf(FIRST), circularText(FIRST, 15, 'แก้ไขแล้ว'));
    // Of the other record alone: what could not be read is not forgotten.
    await say('change', pageOf(SECOND));
    expect(shown()[0]?.body.text).toContain('แก้ไขแล้ว');
  });

  it('reads once more what was half written, of which nobody tells', async () => {
    await write(pageOf(FIRST), '');
    await say('change', pageOf(FIRST));
    expect(errors.join()).toContain('the file has no front matter');
    const before = sent.length;
    await write(pageOf(FIRST), circularText(FIRST, 15, 'เขียนครบแล้ว'));
    await expect.poll(() => sent.length).toBeGreaterThan(before);
    expect(shown()[0]?.body.text).toContain('เขียนครบแล้ว');
  });
});
