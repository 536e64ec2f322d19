import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredRecord } from '#core/stored-record.ts';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';
import { readInProcess } from './read-by-astro.ts';
import { textFilesOf } from './record-files.ts';
import { markFiles } from './record-marks.ts';
import { announcedOrStored, readStored, storedRecordsFolder } from './stored-records.ts';
import { circularText, loadCirculars, type StoredEntry } from './testing/load-circulars.ts';

const TEXTS = componentTexts(LANGUAGES.en);
const FIRST = '2567/dla-0808-4-w15-0402';
const SECOND = '2567/dla-0808-4-w16-0403';

const COVERING = `- key: fang
  level: district
  issuer: d5009
  number: ชม 0023.15/6698
  date: "2024-04-20"
  subject: การเข้าใช้งานระบบ
  to: [{ text: "นายกเทศมนตรีตำบล ทุกแห่ง", group: subdistrict-municipalities }]
  secrecy: normal
`;

let root: string;
let entries: Map<string, StoredEntry>;
/** Ids of the bodies that were rendered in the load last run. */
let rendered: string[];

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const writePage = (id: string, running: number, body: string) =>
  write(`content/circulars/${id}/index.mdx`, circularText(id, running, body));

const load = async (isDev = false): Promise<void> => {
  rendered = [];
  const watcher = isDev ? new EventEmitter() : undefined;
  await loadCirculars({ root, componentTexts: TEXTS, entries, rendered, watcher });
};

/** A circular as its loader keeps it for the pages. */
const storedOf = (id: string): StoredRecord | undefined =>
  readStored(storedRecordsFolder(root, 'circulars', false)).find((record) => record.id === id);

const dataOf = (id: string): string => JSON.stringify(storedOf(id)?.data);

const hrefsOf = (id: string) =>
  storedOf(id)?.body.letters.flatMap(([, targets]) => targets.map(({ href }) => href));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-loader-'));
  entries = new Map();
  for (const folder of ['src/core', 'src/schema', 'src/store']) {
    await write(`${folder}/code.ts`, 'export {};');
  }
  await write('package-lock.json', '{}');
  await writePage(FIRST, 15, 'ดู มท ๐๘๐๘.๔/ว ๑๖');
});
afterEach(() => rm(root, { recursive: true }));

describe('recordLoader', () => {
  describe('a record whose files are as they were', () => {
    // Files that were written a moment ago are read each time.
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('is not read again, and read as soon as one of them is another', async () => {
      await load();
      const before = [dataOf(FIRST), storedOf(FIRST)?.digest];
      const path = `content/circulars/${FIRST}/index.mdx`;
      await writePage(FIRST, 15, 'ข้อความใหม่');
      // As if the new text had been read as the old one: only what takes the mark for the file has no other.
      const file = join(root, '.cache/build/circulars-marks.tsv');
      const [code, line = ''] = (readSealed(file)?.toString() ?? '').split('\n');
      const [id, , source] = line.split('\t');
      const { mark } = markFiles(
        root,
        textFilesOf({ id: FIRST, page: path, folder: dirname(path) }),
      );
      writeSealed(file, Buffer.from(`${code}\n${id}\t${mark}\t${source}`));
      await load();
      expect([dataOf(FIRST), storedOf(FIRST)?.digest]).toEqual(before);
      await write(`content/circulars/${FIRST}/covering-letters.yaml`, COVERING);
      await load();
      expect(storedOf(FIRST)?.body.text).toContain('ข้อความใหม่');
      expect(dataOf(FIRST)).toContain('fang');
    });

    it('still leads to letters that have come since', async () => {
      await load();
      expect(hrefsOf(FIRST)).toEqual([]);
      await writePage(SECOND, 16, 'ข้อความ');
      await load();
      expect(hrefsOf(FIRST)).toEqual([`/circulars/${SECOND}/`]);
    });

    it('is known in dev too, until it changes', async () => {
      await load(true);
      expect(String(readSealed(join(root, '.cache/dev/circulars-marks.tsv')))).toContain(FIRST);
      await writePage(FIRST, 15, 'ข้อความใหม่');
      await load(true);
      const now = readStored(storedRecordsFolder(root, 'circulars', true));
      expect(now[0]?.body.text).toContain('ข้อความใหม่');
    });

    it('is read by other code', async () => {
      await load();
      const before = storedOf(FIRST)?.digest;
      await write('src/core/code.ts', 'export const other = 1;');
      await load();
      expect(storedOf(FIRST)?.digest).not.toBe(before);
    });
  });

  it('keeps what did not change, and renders nothing that pages can render', async () => {
    await load();
    const stored = storedOf(FIRST);
    expect(stored).toMatchObject({
      byAstro: false,
      body: { text: '\nดู มท ๐๘๐๘.๔/ว ๑๖\n' },
    });
    const file = join(storedRecordsFolder(root, 'circulars', false), '2567.tsv');
    const { ino } = await stat(file);
    await load();
    expect(storedOf(FIRST)).toEqual(stored);
    expect((await stat(file)).ino).toBe(ino);
    expect(rendered).toEqual([]);
    expect(entries).toEqual(new Map());
  });

  it('takes what did not change from where it is kept, and reads nothing of it again', async () => {
    await load();
    const file = join(storedRecordsFolder(root, 'circulars', false), '2567.tsv');
    const text = String(readSealed(file));
    writeSealed(file, Buffer.from(text.replace('วิธีเข้าใช้งาน', 'จากที่เก็บไว้')));
    await load();
    expect(dataOf(FIRST)).toContain('จากที่เก็บไว้');
  });

  it('gives pages what it keeps without its being read again', async () => {
    const folder = storedRecordsFolder(root, 'circulars', false);
    for (const number of ['๑๖', '๑๗']) {
      await writePage(FIRST, 15, `ดู มท ๐๘๐๘.๔/ว ${number}`);
      await load();
      const partsOf = ({ id, digest, data, body }: StoredRecord) => ({ id, digest, data, body });
      expect(announcedOrStored(folder).map(partsOf)).toEqual(readStored(folder).map(partsOf));
      expect(announcedOrStored(folder)[0]?.body.text).toContain(number);
    }
  });

  it('reads everything anew where what was kept is damaged', async () => {
    await load();
    await writeFile(join(storedRecordsFolder(root, 'circulars', false), '2567.tsv'), 'x');
    await load();
    expect(dataOf(FIRST)).toContain('วิธีเข้าใช้งาน');
  });

  it('makes again a page whose numbers lead elsewhere since', async () => {
    await load();
    const digest = storedOf(FIRST)?.digest;
    expect(hrefsOf(FIRST)).toEqual([]);
    await writePage(SECOND, 16, 'ข');
    await load();
    expect(hrefsOf(FIRST)).toEqual([`/circulars/${SECOND}/`]);
    expect(storedOf(FIRST)?.digest).not.toBe(digest);
    await rm(join(root, 'content/circulars', SECOND), { recursive: true });
    await load();
    expect(storedOf(SECOND)).toBeUndefined();
    expect([hrefsOf(FIRST), storedOf(FIRST)?.digest]).toEqual([[], digest]);
  });

  it('reads again what lies beside a page', async () => {
    await load();
    await write(`content/circulars/${FIRST}/covering-letters.yaml`, COVERING);
    await load();
    expect(dataOf(FIRST)).toContain('ชม 0023.15/6698');
  });

  it('says what it has read, for the build after it', async () =>
    expect(await load().then(() => readInProcess().get('circulars'))).toEqual(entries));

  it('leaves a body with MDX to Astro, which generates no code from it', async () => {
    await writePage(FIRST, 15, 'ก <br /> ข {/* ค */}');
    await load();
    expect([rendered, storedOf(FIRST)?.byAstro]).toEqual([[FIRST], true]);
    expect(entries.get(FIRST)).not.toHaveProperty('deferredRender');
    expect(entries.get(FIRST)?.rendered?.html).toBe('<p>ก <br> ข </p>');
    await writePage(FIRST, 15, 'ก ข');
    await load();
    expect([[...entries.keys()], storedOf(FIRST)?.byAstro]).toEqual([[], false]);
  });

  it.each([
    ['an expression', 'ก {1 + 1}', 18, 'the body holds an expression: {1 + 1}'],
    ['code between comments', 'ก\n\n{/* ข */ 1 + 1 /* ค */}', 20, 'the body holds an expression'],
    ['a script as a picture', '![ก](./script.js)', 18, '"./script.js" is no picture'],
    ['what is no MDX', 'ก {1 +', 18, 'the body is not MDX'],
  ])('refuses %s, and says where', async (_, body, line, what) => {
    await writePage(FIRST, 15, body);
    await expect(load()).rejects.toThrow(`index.mdx:${line}:`);
    await expect(load()).rejects.toThrow(what);
    expect(rendered).toEqual([]);
  });

  it('leaves a body with pictures to Astro', async () => {
    await writePage(FIRST, 15, '![แผนผัง](./map.png)');
    await load();
    expect([rendered, storedOf(FIRST)?.byAstro]).toEqual([[FIRST], true]);
    expect(entries.get(FIRST)?.rendered?.html).toContain('แผนผัง');
  });

  it('leads nowhere that is only a draft', async () => {
    const path = `content/circulars/${SECOND}/index.mdx`;
    await write(path, circularText(SECOND, 16, 'ข').replace('title:', 'draft: true\ntitle:'));
    await load();
    expect(hrefsOf(FIRST)).toEqual([]);
  });

  it('says which field of which file is wrong', async () => {
    const path = `content/circulars/${FIRST}/index.mdx`;
    const text = await readFile(join(root, path), 'utf8');
    await writeFile(join(root, path), text.replace('secrecy: normal', 'secrecy: secret'));
    await expect(load()).rejects.toThrow(`${path} circular.letter.secrecy: `);
  });
});
