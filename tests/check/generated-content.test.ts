import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@mdx-js/mdx';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import { expect, it } from 'vitest';
import { indexLetters } from '#core/letter/number-index.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { recordHref } from '#core/record.ts';
import { bodyRenderer } from '#output/markdown/body-html.ts';
import { DOCUMENT_SCHEMAS, type DocumentKind } from '#schema/document.ts';
import type { KindOfRecord } from '#store/content/kind-of-record.ts';
import { circulars, documents } from '#store/content/kinds.ts';
import { needsMdx } from '#store/content/mdx-syntax.ts';
import { bodyOf, dataOrProblems, readPage } from '#store/content/page-file.ts';
import { filesToPublish, publishFiles } from '#store/content/published-files.ts';
import { readRecordTexts } from '#store/content/record-files.ts';
import type { Data } from '#store/content/record-store.ts';
import { readRows } from '#store/content/rows.ts';
import { readContentText } from '#store/files/content-file.ts';
import { placesOf, writePages } from '#store/portal/write-pages.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import {
  type Files,
  GOOD,
  GUIDE_FIELDS,
  MOVED,
  PAGE,
  replaced,
  TODAY,
  withProject,
} from './good-content.ts';
import { newsPage } from './unusual-content.ts';

const render = bodyRenderer({ title: 'ก', back: 'ข' });
const letters = indexLetters([]);

const renderBody = async (text: string, path: string): Promise<Uint8Array> =>
  new TextEncoder().encode(
    needsMdx(text)
      ? String(await compile(text, { remarkPlugins: [remarkGfm] }))
      : render({ text, path, letters }),
  );

const DOCUMENTS = Object.keys(DOCUMENT_SCHEMAS) as DocumentKind[];

interface Page {
  readonly pathname: string;
  readonly isPage: true;
  readonly text: string;
  readonly file: string;
}

/** What a build does with the records of a kind before Astro renders the frame around them. */
const readKind = async (root: string, kind: KindOfRecord) => {
  const records = await kind.list(root);
  return records.map((file) => {
    const texts = readRecordTexts(root, file);
    const text = texts.get(file.page) as string;
    const raw = kind.data(file, dataOrProblems(readPage(text, file.page).frontMatter), texts);
    const schema = DOCUMENT_SCHEMAS[kind.kind as DocumentKind];
    const data = (kind.validate ? kind.validate(file, raw) : schema.parse(raw)) as Data;
    const page: Page = {
      pathname: recordHref(kind.kind, file.id),
      isPage: true,
      text: bodyOf(text),
      file: file.page,
    };
    const record = { file, data, source: '', page: () => text, body: () => bodyOf(text) };
    return { page, files: kind.files(record) };
  });
};

/** Builds all that depends on content in `root`/dist, without the frame of the pages; gives the files it should have. */
const build = async (root: string): Promise<string[]> => {
  const kinds = [circulars, ...DOCUMENTS.map(documents)];
  const records = (await Promise.all(kinds.map((kind) => readKind(root, kind)))).flat();
  const lists = kinds.map(({ kind }) => ({
    pathname: `/${kind}/`,
    isPage: true as const,
    text: '',
    file: kind,
  }));
  const moves = readRows(readContentText(root, MOVED) ?? '').map(
    ({ from = '' }): Page => ({ pathname: from, isPage: true, text: '', file: MOVED }),
  );
  const pages = [...lists, ...records.map(({ page }) => page), ...moves];
  const places = placesOf(pages);
  const files = filesToPublish(
    records.flatMap((record) => record.files),
    places,
  );
  const dist = join(root, 'dist');
  await writePages(pages, dist, ({ text, file }) => renderBody(text, file));
  publishFiles(files, root, dist);
  return [...places, ...files.map(({ href }) => href)];
};

const NAMES = [
  'a',
  'A',
  'a.txt',
  'A.txt',
  'b.pdf',
  'index.html',
  'index.mdx',
  'attachments.zip',
  'manifest.csv',
  'qr',
  'offices.json',
  'CON',
  'nul.txt',
  'a.',
  'a b.txt',
  'é.txt',
  'e\u0301.txt',
  'ก.txt',
  '.DS_Store',
  'guide.pdf',
  'x'.repeat(130),
  'toString',
  'movements.csv',
  'feed.xml',
];
const SLUGS = [
  'ok',
  'ok-2',
  'a',
  'page',
  '404',
  'index',
  'A',
  'a.b',
  'ก',
  'a b',
  'aux',
  'index.html',
  'a\\b',
  'x'.repeat(130),
  '-a',
];
const MOVES = [
  '/old/',
  '/news/old/',
  '/news/ok/',
  '/news/',
  '/news/a.b/',
  '/../x/',
  '/News/OK/',
  '/circulars/2567/',
  '/a/b/c/',
  '/news/ok/index.html/',
  `/${'x'.repeat(300)}/`,
  `/news/${'a/'.repeat(3000)}`,
  '/nul/a/',
];
const TOKENS = [
  '> ',
  '- ',
  '1. ',
  '  ',
  '*',
  '**',
  '_a*b ',
  '<b>ก</b>',
  '[a](#)',
  '[',
  '\n',
  '\n\n',
  '`',
  '```\n',
  'ก ',
  '|',
  '|-|\n',
  '\\',
  '# ',
  '---',
  '\t',
  '\r\n',
  '[^1]',
  '[^1]: ',
  '~',
  '&amp;',
  'www.a.b ',
];
const UNCLOSED = ['<b>', '</b>', '<ul>\n', '</ul>\n', '![a](b.png)', '[a](#b)', '{'];

/** One of the first, and now and then one of the second. */
const mostly = (some: readonly string[], others: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...some) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const title = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\0', '\ud800', '\u2028', 'ก'.repeat(3000), '__proto__', ']]>', ' '),
  },
);
const body = fc
  .array(fc.tuple(mostly(TOKENS, UNCLOSED), fc.oneof(fc.constant(1), fc.nat(60))), {
    maxLength: 12,
  })
  .map((parts) => parts.map(([token, times]) => token.repeat(times)).join(''));

/** What is changed of good content, a little of each kind. */
const tree = fc.record({
  pages: fc.array(fc.tuple(mostly(['ok', 'a', 'page', '404'], SLUGS), title, body, fc.boolean()), {
    maxLength: 2,
  }),
  attachments: fc.uniqueArray(mostly(['a.txt', 'b.pdf', 'feed.xml'], NAMES), { maxLength: 2 }),
  moves: fc.uniqueArray(mostly(['/old/', '/news/old/', '/a/b/c/'], MOVES), { maxLength: 2 }),
  stray: fc.option(
    fc.constantFrom('content/news/x/a.txt', 'content/x.mdx', 'content/news/.DS_Store'),
    { freq: 10 },
  ),
});
type Tree = typeof tree extends fc.Arbitrary<infer Value> ? Value : never;

const filesOf = ({ pages, attachments, moves, stray }: Tree): Files => {
  const guide = GOOD.get(PAGE.replace('index.mdx', 'guide.pdf')) as string;
  const fields = attachments.map(
    (name) => `\n  - title: ก\n${GUIDE_FIELDS.replace('guide.pdf', JSON.stringify(name))}`,
  );
  const circular = PAGE.replace('index.mdx', '');
  const numbers = attachments.map(
    (name, at) => `2568/dla-0808-4-w15-0402,${at + 2},${name},2026-11-21\n`,
  );
  const register = 'content/circulars/attachment-numbers.csv';
  const files = new Map(replaced(GOOD, PAGE, GUIDE_FIELDS, `${GUIDE_FIELDS}${fields.join('')}`));
  files.set(register, `${GOOD.get(register)}${numbers.join('')}`);
  for (const name of attachments)
    if (!files.has(circular + name)) files.set(circular + name, guide);
  for (const [slug, text, below, isFolder] of pages) {
    files.set(
      `content/news/${slug}${isFolder ? '/index' : ''}.mdx`,
      newsPage(JSON.stringify(text), below),
    );
  }
  const rows = moves.map((from) => `${from},/manuals/sign-in/,2026-11-01,ก\n`).join('');
  files.set(MOVED, `${GOOD.get(MOVED)}${rows}`);
  if (stray) files.set(stray, 'x');
  return files;
};

/** Trees that broke a build once, alone in what is wrong with them. */
const EXAMPLES: [Tree][] = [
  ...['index.html', 'attachments.zip', 'manifest.csv', 'CON'].map(
    (name): Partial<Tree> => ({ attachments: [name] }),
  ),
  ...['/news/', '/news/a.b/', '/../x/'].map((from): Partial<Tree> => ({ moves: [from] })),
  ...['> '.repeat(3000), '|<ul>\n---', '['.repeat(40_000)].map(
    (text): Partial<Tree> => ({ pages: [['ok', 'ก', text, false]] }),
  ),
].map((some) => [{ pages: [], attachments: [], moves: [], stray: null, ...some }]);

const isWhole = ({ file, what, fix }: Problem): boolean => Boolean(file && what && fix);

it('builds whatever the check lets through, and says where, what and how to fix of the rest', async () => {
  const count = { built: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(tree, async (generated) => {
      await withProject(filesOf(generated), async (root) => {
        const { problems } = await checkProject(root, TODAY);
        if (problems.length > 0) {
          count.refused += 1;
          expect(problems.filter((problem) => !isWhole(problem))).toEqual([]);
          return;
        }
        count.built += 1;
        const built = await build(root).catch((error: unknown) => {
          if (error instanceof ProblemError) throw new Error(`the build refuses: ${error.message}`);
          throw error;
        });
        expect(built.filter((file) => !existsSync(join(root, 'dist', file)))).toEqual([]);
      });
    }),
    { numRuns: Number(process.env.WIAN_RUNS ?? 80), examples: EXAMPLES },
  );
  // Neither is rare, or the comparison would say little.
  expect(Math.min(count.built, count.refused)).toBeGreaterThan(2);
}, 600_000);
