import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#core/check/limits.ts';
import type { Problem } from '#core/problem.ts';
import { listCirculars, listDocuments } from '#store/content/record-files.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import {
  added,
  CIRCULAR,
  type Files,
  GOOD,
  GUIDE_FIELDS,
  LETTERS,
  MANUAL,
  MOVED,
  PAGE,
  replaced,
  SHORT_CODES,
  TODAY,
  withProject,
} from './good-content.ts';

const problemsOf = (files: Files, prepare = (_: string) => {}): Promise<readonly Problem[]> =>
  withProject(files, async (root) => {
    prepare(root);
    return (await checkProject(root, TODAY)).problems;
  });

const news = (title = 'ก', body = ''): string =>
  `---\ntitle: ${title}\nsummary: ข\npublished: "2026-11-21"\n---\n${body}\n`;

const withNews = (slugs: readonly string[]): Files =>
  new Map([...GOOD, ...slugs.map((slug) => [`content/news/${slug}.mdx`, news()] as const)]);

const places = (problems: readonly Problem[]): string[] =>
  problems.map(({ file, what }) => `${file}: ${what}`);

/** Every problem says where, what, why and how to fix it. */
const expectWhole = (problems: readonly Problem[]): void => {
  expect(problems.filter(({ file, what, fix }) => !file || !what || !fix)).toEqual([]);
};

describe('names', () => {
  it('that no system could write, or that are no addresses, are refused', async () => {
    const bad = [
      'CON',
      'aux',
      'lpt1',
      'com¹',
      'a:b',
      'a?b',
      'a*b',
      'a|b',
      'a"b',
      'a<b',
      'a\\b',
      ' a',
      'a\u0007b',
      'a\u200bb',
      'a\u202eb',
      'e\u0301',
      'A',
      'a.b',
      'a b',
      'a_b',
      'a--b',
      '-a',
      'a-',
      'index',
      'ก',
      'é',
      'a%20b',
      'a#b',
      'a&b',
      '[slug]',
      'index.html',
      'rss.xml',
      '..a',
      'ก'.repeat(40),
    ];
    const problems = await problemsOf(withNews(bad));
    expectWhole(problems);
    const found = new Set(problems.map(({ file }) => file));
    expect(bad.filter((slug) => !found.has(`content/news/${slug}.mdx`))).toEqual([]);
  });

  it('that only look unusual are taken', async () => {
    const good = [
      '404',
      'page',
      'feed',
      'search',
      'th',
      'en',
      'console',
      'a',
      '0',
      'null',
      'constructor',
      'aux-1',
    ];
    expect(places(await problemsOf(withNews(good)))).toEqual([]);
  });

  it('that some systems take for one are refused', async () => {
    const files = new Map([
      ...GOOD,
      ['content/forms/a/index.mdx', news()],
      ['content/forms/a/Form.txt', 'ก'],
      ['content/forms/a/form.TXT', 'ก'],
      ['content/forms/A/x.txt', 'ก'],
      ['content/forms/a/é.txt', 'ก'],
      ['content/forms/a/e\u0301.txt', 'ก'],
    ]);
    const found = places(await problemsOf(files)).filter((one) =>
      one.includes('differs only in case'),
    );
    expect(found.map((one) => one.split(':')[0]).sort()).toEqual([
      'content/forms/a',
      'content/forms/a/form.TXT',
      'content/forms/a/é.txt',
    ]);
  });

  it('of folders beside a page that is one file are refused', async () => {
    const files = added(GOOD, MANUAL.replace('.mdx', '/picture.png'), 'x');
    expect(
      places(await problemsOf(files)).some((one) => one.includes('a page that is one file')),
    ).toBe(true);
  });

  it('with too long paths are refused', async () => {
    const path = `${CIRCULAR}/${['a', 'b'].map((one) => one.repeat(110)).join('/')}/c.txt`;
    expect(places(await problemsOf(added(GOOD, path, 'x')))).toContain(
      `${path}: the path has ${path.length} bytes`,
    );
  });

  it('of what systems leave are passed over, and so is a folder without files', async () => {
    const files = new Map(GOOD);
    for (const name of ['.DS_Store', '._x.mdx', 'Thumbs.db'])
      files.set(`content/news/${name}`, '\0');
    files.set(`${CIRCULAR}/.DS_Store`, '\0');
    await withProject(files, async (root) => {
      for (const path of [
        'content/manuals/empty/empty',
        'content/circulars/2568/empty',
        'content/forms/x',
      ]) {
        mkdirSync(join(root, path), { recursive: true });
      }
      writeFileSync(join(root, 'content/forms/x/.DS_Store'), '');
      expect(places((await checkProject(root, TODAY)).problems)).toEqual([]);
      expect((await listCirculars(root)).map(({ folder }) => folder)).toEqual([CIRCULAR]);
      expect((await listDocuments(root, 'manuals')).map(({ page }) => page)).toEqual([MANUAL]);
      expect(await listDocuments(root, 'forms')).toEqual([]);
    });
  });
});

describe('what the portal puts beside a page', () => {
  const ROUTES = ['[year]/[id]/index.astro', '[year]/[id]/qr.astro', '[year]/[id]/offices.json.ts'];
  const routes = new Map(ROUTES.map((route) => [`src/pages/circulars/${route}`, '']));

  it.each(['index.html', 'INDEX.HTML', 'attachments.zip', 'manifest.csv', 'qr', 'offices.json'])(
    'is no name of an attachment: %s',
    async (name) => {
      const guide = GOOD.get(`${CIRCULAR}/guide.pdf`) as string;
      const fields = GUIDE_FIELDS.replace('guide.pdf', name);
      const files = new Map([
        ...replaced(GOOD, PAGE, GUIDE_FIELDS, `${GUIDE_FIELDS}\n  - title: อื่น\n${fields}`),
        ...routes,
        [`${CIRCULAR}/${name}`, guide] as const,
      ]);
      const found = (await problemsOf(files)).filter(({ what }) =>
        what.includes('the portal itself'),
      );
      expect(found).toMatchObject([
        {
          file: PAGE,
          field: 'attachments[1].file',
          line: expect.any(Number),
          why: expect.any(String),
        },
      ]);
    },
  );

  it('is no name of a file that was withdrawn, nor is that of another file in other case', async () => {
    const withdrawn = (file: string) =>
      `  - title: ก\n    withdrawn: {file: ${file}, date: 2026-11-01, reason: privacy}`;
    const files = replaced(
      GOOD,
      PAGE,
      GUIDE_FIELDS,
      `${GUIDE_FIELDS}\n${withdrawn('index.html')}\n${withdrawn('GUIDE.pdf')}`,
    );
    const found = places(await problemsOf(files)).join('\n');
    expect(found).toContain('the portal itself puts "index.html" beside this page');
    expect(found).toContain(
      '"guide.pdf" differs only in case from the name of a file that was withdrawn',
    );
  });
});

describe('sizes', () => {
  it('beyond the limits are refused, and nothing else is said of the file', async () => {
    const sizes: readonly (readonly [string, number])[] = [
      [MANUAL, LIMITS.page],
      [LETTERS, LIMITS.yaml],
      [`${CIRCULAR}/guide.pdf`, 3_000_000_000],
    ];
    for (const [path, size] of sizes) {
      const problems = await problemsOf(GOOD, (root) => truncateSync(join(root, path), size + 1));
      const own = problems.filter(({ file }) => file === path);
      expect(own).toHaveLength(1);
      expect(own[0]).toMatchObject({ why: expect.stringContaining('docs/limits.md') });
      if (path.endsWith('.pdf')) expect(problems).toEqual(own);
    }
  });

  it('of all attachments of a page are refused together', async () => {
    const fields = (at: number) =>
      `  - title: ก\n    file: a${at}.bin\n    size: ${LIMITS.attachment}\n    sha256: "${'0'.repeat(64)}"`;
    const files = replaced(
      GOOD,
      PAGE,
      GUIDE_FIELDS,
      `${GUIDE_FIELDS}\n${[1, 2, 3].map(fields).join('\n')}`,
    );
    const problems = await problemsOf(files, (root) => {
      for (const at of [1, 2, 3]) {
        const path = join(root, CIRCULAR, `a${at}.bin`);
        writeFileSync(path, '');
        truncateSync(path, LIMITS.attachment);
      }
    });
    expect(places(problems)).toContain(
      `${PAGE}: the attachments of the page have 300.1 MB together`,
    );
  });

  it('of attachments by number are refused', async () => {
    const many = Array.from(
      { length: LIMITS.attachmentCount },
      () => '  - title: ก\n    missing: ข',
    );
    const files = replaced(GOOD, PAGE, GUIDE_FIELDS, `${GUIDE_FIELDS}\n${many.join('\n')}`);
    expect(places(await problemsOf(files))).toContain(`${PAGE}: the page has 501 attachments`);
  });

  it('of tables by rows are refused', async () => {
    const rows = `${'x\n'.repeat(LIMITS.rows + 1)}`;
    const problems = await problemsOf(added(GOOD, 'content/registry/notes.csv', `a\n${rows}`));
    expect(problems).toMatchObject([
      {
        file: 'content/registry/notes.csv',
        line: LIMITS.rows + 2,
        what: `the table has ${LIMITS.rows + 1} rows`,
      },
    ]);
  });
});

describe('characters', () => {
  it.each([
    ['\0', 'U+0000'],
    ['\u0008', 'U+0008'],
    ['\u0085', 'U+0085'],
    ['\u2028', 'U+2028'],
    ['\u202e', 'U+202E'],
    ['\uffff', 'U+FFFF'],
  ])('that cannot be printed are refused in bodies, YAML and tables: %j', async (sign, name) => {
    const files = new Map([
      ...replaced(GOOD, MANUAL, 'เปิดระบบ', `เปิด${sign}ระบบ`),
      [MOVED, `${GOOD.get(MOVED)}# ${sign}\n`] as const,
    ]);
    const found = (await problemsOf(files)).filter(({ what }) => what.includes(name));
    expect(found.map(({ file }) => file)).toEqual([MANUAL, MOVED]);
    expect(found.every(({ line, why }) => line && why)).toBe(true);
  });

  it('that cannot be printed are refused as escapes too', async () => {
    const escapes = ['\\0', '\\b', '\\u2028', '\\uD800', '\\uFFFF', '\\x1b'];
    const files = new Map(GOOD);
    for (const [at, written] of escapes.entries()) {
      files.set(`content/news/n${at}.mdx`, news(`"ก${written}ข"`));
    }
    const problems = await problemsOf(files);
    expect(problems.map(({ file, line, field }) => [file, line, field])).toEqual(
      escapes.map((_, at) => [`content/news/n${at}.mdx`, 2, 'title']),
    );
  });

  it('of another encoding are refused', async () => {
    const problems = await problemsOf(GOOD, (root) => {
      const path = join(root, 'content/news/old.mdx');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, Buffer.from([0xa1, 0xd2, 0xc3]));
    });
    expect(places(problems)).toEqual(['content/news/old.mdx: the text is not written in UTF-8']);
  });
});

describe('moved addresses', () => {
  it.each([
    '/../../outside/',
    '/news/a.b/',
    '/./a/',
    '/index.html/',
    '/circulars/2567/',
    '/circulars/',
    '/manuals/',
    '/Manuals/',
    '/CIRCULARS/2567/',
    '/offices/p50/',
    '/Manuals/Sign-In/',
    '/q/KC9Y5D/',
    '/a//b/',
    'a/',
    '/ก/',
    `/${'n'.repeat(LIMITS.name + 1)}/`,
    `${'/n'.repeat(LIMITS.path / 2)}/`,
    '/CON/',
    '/old/lpt1/',
  ])('cannot be %s', async (from) => {
    const files = new Map([
      ...added(GOOD, MOVED, `${GOOD.get(MOVED)}${from},/manuals/sign-in/,2026-11-01,ก\n`),
      ...[
        'circulars/index.astro',
        'circulars/[year]/index.astro',
        'offices/[...office].astro',
        'q/[...path].astro',
      ].map((route) => [`src/pages/${route}`, ''] as const),
    ]);
    const found = await problemsOf(files);
    expect(found.length).toBeGreaterThan(0);
    expectWhole(found);
    expect(found.every(({ file, line }) => file === MOVED && line)).toBe(true);
  });

  it('may be those of former pages', async () => {
    const rows = ['/manuals/old/', '/circulars/2567/old-id/', '/old/', '/old/deep/down/']
      .map((from) => `${from},/manuals/sign-in/,2026-11-01,ก\n`)
      .join('');
    const files = added(GOOD, MOVED, `${GOOD.get(MOVED)}${rows}`);
    expect(places(await problemsOf(files))).toEqual([]);
  });
});

it('reads all that a build reads by a schema', async () => {
  const files = new Map([
    ...GOOD,
    [MOVED, `${GOOD.get(MOVED)}/manuals/old/,/manuals/sign-in/,soon,\n`],
    [SHORT_CODES, (GOOD.get(SHORT_CODES) as string).replace(/\d{4}-\d{2}-\d{2}/, '2026-02-31')],
    ['content/registry/routes/a.yaml', 'key: A\n'],
    ['content/registry/office-rules.csv', 'x\n1\n'],
  ]);
  const found = new Set((await problemsOf(files)).map(({ file }) => file));
  expect([...found]).toEqual([
    SHORT_CODES,
    MOVED,
    'content/registry/office-rules.csv',
    'content/registry/routes/a.yaml',
  ]);
});
