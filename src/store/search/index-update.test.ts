import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles, wholePortal } from '../portal/kept-files.ts';
import { readChangedPages } from './built-site.ts';
import { planIndex } from './index-plan.ts';
import { readIndexState } from './index-state.ts';
import { writeSiteIndex } from './site-index.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-index-update-'));
  mkdirSync(join(root, 'site'));
});
afterEach(() => rm(root, { recursive: true }));

const state = () => join(root, 'cache', 'pages.bin');
const pathOf = (page: string) => join(root, 'site', page, 'index.html');

const write = (page: string, html: string): void => {
  mkdirSync(dirname(pathOf(page)), { recursive: true });
  // Never in place: a build gives each page that it makes a new file.
  writeFileSync(`${pathOf(page)}.new`, html);
  renameSync(`${pathOf(page)}.new`, pathOf(page));
};

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    listFiles(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file)).toString('base64')]),
  );

/** Indexes the site as it stands, with all that is known and with nothing known; both have to be the same. */
const expectSameAsNew = async (): Promise<void> => {
  const site = wholePortal(join(root, 'site'));
  await writeSiteIndex(site, join(root, 'index'), state());
  await writeSiteIndex(site, join(root, 'new'), join(root, 'unknown', 'pages.bin'));
  rmSync(join(root, 'unknown'), { recursive: true });
  expect(filesIn(join(root, 'index'))).toEqual(filesIn(join(root, 'new')));
};

// Each begins or ends as another does: how often one stands somewhere decides how others are cut.
const WORDS = 'ตา ตากลม กลม ลม มตา ลมตา เงิน เงินอุดหนุน อุดหนุน หนุน รหัส รหัสผ่าน ผ่านตา'.split(' ');
const MORE = ['อบต.', ' ', '17 กันยายน 2567', 'มท 0808.4/ว 2007', 'e-laas', '\n'];
const text = fc
  .array(fc.constantFrom(...WORDS, ...WORDS, ...MORE), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.join(''));
// Words that are on a page so often have files of their own.
const body = fc.oneof(
  { weight: 3, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 })
      .map((words) => `${words.join(' ')} `.repeat(1250)),
  },
);
const page = fc.record({ title: text, body, number: fc.nat(99), force: fc.boolean() }).map(
  ({ title, body, number, force }) =>
    `<main data-pagefind-body data-pagefind-filter="kind:${force ? 'a' : 'b'}"><h1>${title}</h1>
      <i data-pagefind-meta="number[title]" title="ว ${number}"></i>${force ? '<i data-pagefind-meta="force:expired"></i>' : ''}
      <h2 id="x">ข้อ</h2><p>${body}</p></main>`,
);
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g/h');
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), name, html: page }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), name, to: name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmark' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('damage' as const), at: fc.nat(4000) }) },
);
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

const damageState = (place: number): void => {
  const bytes = readFileSync(state());
  const at = place % bytes.length;
  bytes[at] = (bytes[at] as number) ^ 1;
  writeFileSync(state(), bytes);
};

const carryOut = (one: Change): void => {
  if (one.kind === 'damage') damageState(one.at);
  else if (one.kind === 'write') write(one.name, one.html);
  else if (existsSync(pathOf(one.name))) {
    const html = readFileSync(pathOf(one.name), 'utf8');
    rmSync(pathOf(one.name));
    if (one.kind === 'again') write(one.name, html);
    if (one.kind === 'unmark') write(one.name, '<main><h1>ก</h1></main>');
    if (one.kind === 'rename') write(one.to, html);
  }
};

describe('an index of a site of which some pages have changed', () => {
  it('is byte for byte what it would be if it were made anew', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(page, { maxLength: 5 }),
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
        async (pages, steps) => {
          for (const folder of ['site', 'cache', 'index'])
            rmSync(join(root, folder), { recursive: true, force: true });
          mkdirSync(join(root, 'site'));
          for (const [number, html] of pages.entries()) write('abcdef'[number] as string, html);
          await expectSameAsNew();
          for (const step of steps) {
            step.forEach(carryOut);
            await expectSameAsNew();
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('cuts a page otherwise that nobody has changed, where words have become frequent', async () => {
    const body = (words: string) => `<main data-pagefind-body><h1>ก</h1><p>${words}</p></main>`;
    write('a', body('ตากลม'));
    write('b', body('ตาก '.repeat(3)));
    await expectSameAsNew();
    const entriesOf = async () => {
      const known = await readIndexState(state());
      const content = known?.files.find(({ file }) => file === 'a/index.html')?.content;
      return Buffer.from(content?.entries.bytes ?? []).toString('hex');
    };
    const before = await entriesOf();
    write('b', body('ตา กลม '.repeat(400)));
    await expectSameAsNew();
    expect(await entriesOf()).not.toBe(before);
  });

  it('takes the lists of words from the last one where its pages have not changed', async () => {
    write('a', '<main data-pagefind-body><h1>รหัส</h1><p>เงิน</p></main>');
    write('b', '<main><h1>ก</h1></main>');
    await expectSameAsNew();
    const before = await readIndexState(state());
    // Written anew with the same content, and a page that cannot be found.
    write('a', '<main data-pagefind-body><h1>รหัส</h1><p>เงิน</p></main>');
    write('b', '<main><h1>ข</h1></main>');
    const plan = planIndex(await readChangedPages(wholePortal(join(root, 'site')), before), before);
    expect(plan.sameWords).toEqual(before?.words);
    await expectSameAsNew();
    write('a', '<main data-pagefind-body><h1>รหัส</h1><p>ลม</p></main>');
    await expectSameAsNew();
    expect((await readIndexState(state()))?.words).not.toEqual(before?.words);
  });

  it('leaves the index of the last time where its pages say the same and it is served whole', async () => {
    const site = wholePortal(join(root, 'site'));
    const folder = join(root, 'index');
    const asked: string[] = [];
    const keep = async () => {};
    const index = (isServed: boolean) =>
      writeSiteIndex(site, folder, state(), async ({ pointer, files: count }) => {
        asked.push(pointer.folder);
        const files = Array.from({ length: count + 1 }, (_, at) => `${at}`);
        return isServed ? { files, untouched: new Set(files), keep } : null;
      });
    const page = (word: string) => `<main data-pagefind-body><h1>${word}</h1><p>เงิน</p></main>`;
    write('a', page('รหัส'));
    const first = await index(true);
    expect(asked).toEqual([]);
    rmSync(folder, { recursive: true });
    write('a', page('รหัส'));
    expect(await index(true)).toEqual(first);
    expect(existsSync(folder)).toBe(false);
    expect(await index(false)).toEqual(first);
    expect(listFiles(folder)).toHaveLength(first.files + 1);
    expect(asked).toEqual([first.pointer.folder, first.pointer.folder]);
    write('a', page('ลม'));
    expect((await index(true)).pointer).not.toEqual(first.pointer);
    expect(existsSync(folder)).toBe(true);
  });

  it('notes of pages that say the same only that they were looked at, in files of a state that stays', async () => {
    const site = wholePortal(join(root, 'site'));
    const keep = async () => {};
    const index = () =>
      writeSiteIndex(site, join(root, 'index'), state(), async ({ files: count }) => {
        const files = Array.from({ length: count + 1 }, (_, at) => `${at}`);
        return { files, untouched: new Set(files), keep };
      });
    const page = (word: string) => `<main data-pagefind-body><h1>${word}</h1><p>เงิน</p></main>`;
    const readAgain = async () =>
      (await readChangedPages(site, await readIndexState(state()))).flatMap((source) =>
        'document' in source ? [source.file] : [],
      );
    write('a', page('รหัส'));
    write('c', page('ลม'));
    await index();
    const [written, before] = [readFileSync(state()), await readIndexState(state())];
    write('b', '<main><h1>ก</h1></main>');
    write('c', page('ลม'));
    expect(await readAgain()).toEqual(['b/index.html', 'c/index.html']);
    await index();
    expect(readFileSync(state())).toEqual(written);
    expect(await readAgain()).toEqual([]);
    const contents = (await readIndexState(state()))?.files.map(({ content }) => content?.digest);
    const [a, c] = before?.files.map(({ content }) => content?.digest) ?? [];
    expect(contents).toEqual([a, undefined, c]);
    // What was noted of one state says nothing of the next.
    write('a', page('ตา'));
    await index();
    write('b', '<main><h1>ข</h1></main>');
    expect(await readAgain()).toEqual(['b/index.html']);
  });

  it('gives new names to the files of the groups in which something has changed, and writes no others', async () => {
    const page = (word: string) => `<main data-pagefind-body><h1>${word}</h1><p>เงิน</p></main>`;
    // Each with words of its own, so that there are many blocks of words.
    const lettersOf = (number: number) =>
      String(number).replace(/\d/g, (one) => 'abcdefghij'.charAt(+one));
    const own = (number: number) =>
      page([...'qrstuvwxyzkl'].map((last) => lettersOf(number) + last.repeat(30)).join(' '));
    for (let number = 100; number < 400; number++) write(`p${number}`, own(number));
    const site = wholePortal(join(root, 'site'));
    const index = join(root, 'index');
    const isOfPage = (file: string): boolean => file.includes('/page/');
    await writeSiteIndex(site, index, state());
    const before = filesIn(index);
    write('p200', page('รหัส ลม'));
    const kept: string[] = [];
    await writeSiteIndex(site, join(root, 'next'), state(), async () => ({
      files: Object.keys(before),
      untouched: new Set(Object.keys(before)),
      keep: async (files) => {
        kept.push(...files);
      },
    }));
    const written = filesIn(join(root, 'next'));
    await writeSiteIndex(site, join(root, 'new'), join(root, 'unknown', 'pages.bin'));
    const keptFiles = Object.fromEntries(kept.map((file) => [file, before[file]]));
    expect({ ...keptFiles, ...written }).toEqual(filesIn(join(root, 'new')));
    const fresh = Object.keys(written).filter(isOfPage);
    expect(kept.filter(isOfPage).length).toBeGreaterThan(100);
    expect(new Set(fresh.map((file) => file.split('/', 1)[0])).size).toBe(1);
    expect(fresh.some((file) => file in before)).toBe(false);
    const blocksOf = (files: readonly string[]) =>
      files.filter((file) => /\/b\d+\.bin$/.test(file));
    expect(blocksOf(kept).length).toBeGreaterThan(0);
    expect(blocksOf(Object.keys(written)).length).toBeGreaterThan(0);
  });

  it('codes only the lists of frequent words that a changed page has, or had', async () => {
    const page = (word: string, times = 1300) =>
      `<main data-pagefind-body><h1>ก</h1><p>${`${word} `.repeat(times)}</p></main>`;
    write('a', page('เงิน'));
    write('b', page('รหัส'));
    write('c', page('ลม'));
    await expectSameAsNew();
    const codedOf = async () => new Map((await readIndexState(state()))?.coded);
    const before = await codedOf();
    expect(before.size).toBe(3);
    write('c', page('ลม', 1290));
    await expectSameAsNew();
    const after = await codedOf();
    expect([...after.keys()].filter((of) => before.has(of))).toHaveLength(2);
    expect(after.size).toBe(3);
  });

  it('reads only pages whose files are others than before', async () => {
    const html = (word: string) => `<main data-pagefind-body><h1>${word}</h1><p>ก</p></main>`;
    write('a', html('รหัส'));
    write('b', html('เงิน'));
    await expectSameAsNew();
    write('b', html('ลม'));
    const known = await readIndexState(state());
    const site = wholePortal(join(root, 'site'));
    const sources = await readChangedPages(site, known);
    expect(sources.map((source) => [source.file, 'document' in source])).toEqual([
      ['a/index.html', false],
      ['b/index.html', true],
    ]);
  });
});
