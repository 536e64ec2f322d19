import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { indexLetters, type LetterIndex } from '#core/letter/number-index.ts';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { publishLetterIndex } from '#store/content/letter-index-channel.ts';
import { markdownProcessor } from '#store/content/markdown.ts';
import { needsMdx } from '#store/content/mdx-syntax.ts';
import { bodyOf } from '#store/content/page-file.ts';
import { bodyRenderer } from './body-html.ts';

const LABELS = { title: 'เชิงอรรถ', back: 'กลับ' };
const PATH = 'content/circulars/2567/dla-0808-4-w15-0402/index.mdx';
const LETTERS: LetterIndex = indexLetters([
  {
    href: '/circulars/2567/dla-0808-4-w16-0403/',
    number: { value: 'มท 0808.4/ว 16' },
    date: { value: '2024-04-03' },
  },
  {
    href: '/circulars/2567/dla-0808-4-w15-0402/',
    number: { value: 'มท 0808.4/ว 15' },
    date: { value: '2024-04-02' },
  },
]);

publishLetterIndex(LETTERS);
const byAstro = await markdownProcessor(LABELS, componentTexts(LANGUAGES.th)).createRenderer({
  syntaxHighlight: false,
} as Parameters<ReturnType<typeof markdownProcessor>['createRenderer']>[0]);
const render = bodyRenderer(LABELS);

/** HTML as a browser reads it: Astro parses its own once more, by which attributes are spelt otherwise and code loses an empty first line. */
const asRead = (html: string): string =>
  toHtml(fromHtml(html, { fragment: true })).replace(/(<pre><code(?: class="[^"]*")?>)\n+/g, '$1');

const bothOf = async (text: string, path = PATH) => {
  const { code } = await byAstro.render(text, {
    fileURL: pathToFileURL(join(import.meta.dirname, '../../..', path)),
  });
  return { own: render({ text, path, letters: LETTERS }), astro: code };
};

it('tells each cell of a table the head of its column, for screens that show them one below the other', () => {
  const text = '| ใคร | ทำ**อะไร** | |\n|---|---|---|\n| ก | ข | ค |\n';
  const html = render({ text, path: PATH, letters: LETTERS });
  const cells = [...html.matchAll(/<(t[dhr]|table)( [^>]*)>/g)].map(
    ([, tag, rest]) => `${tag}${rest}`,
  );
  expect(cells).toEqual([
    'table role="table" tabindex="0"',
    'tr role="row"',
    'th role="columnheader"',
    'th role="columnheader"',
    'th role="columnheader"',
    'tr role="row"',
    'td role="cell"',
    'td role="cell" data-head="ทำอะไร"',
    'td role="cell"',
  ]);
});

it('links letter numbers, but not to the page itself', async () => {
  const { own } = await bothOf('ดู มท ๐๘๐๘.๔/ว ๑๖ และ มท ๐๘๐๘.๔/ว ๑๕');
  expect(own).toBe(
    '<p>ดู <a href="/circulars/2567/dla-0808-4-w16-0403/"><k->มท ๐๘๐๘.๔/ว ๑๖</k-></a> และ <k->มท ๐๘๐๘.๔/ว ๑๕</k-></p>',
  );
});

it('renders all that is written in content/ as Astro does, but for what needs MDX', async () => {
  const root = join(import.meta.dirname, '../../../content');
  const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.mdx'));
  for (const name of files) {
    const body = bodyOf(readFileSync(join(root, name), 'utf8'));
    if (needsMdx(body)) continue;
    const { own, astro } = await bothOf(body, `content/${name}`);
    expect(asRead(own), name).toBe(asRead(astro));
  }
  expect(files.length).toBeGreaterThan(20);
});

it('renders whatever is written as Astro does', async () => {
  const piece = fc.constantFrom(
    ...['# หัวข้อ', '## หัวข้อ `ก` {ข}', '### A & B', '- ข้อ', '1. ข้อ', '- [ ] ทำ', '> คำ', '---'],
    ...[
      '| ก | ข |',
      '| - | :-: |',
      '| 1 | 2 |',
      '[^1]',
      '[^1]: หมายเหตุ',
      '[ก](/manuals/a/)',
      '**หนา**',
    ],
    ...[
      '~~ลบ~~',
      '`โค้ด`',
      '```',
      '    เยื้อง',
      '<b>',
      '&lt;',
      '&amp;',
      'https://a.test',
      'http&#58;//a.test',
      'WWW.a.test',
    ],
    ...['ก@a.test', 'a@b.test', 'a&#64;b.test', 'mailto:a@b.test', '- # ข้อ', '> | ก |\n> | - |'],
    ...[
      'มท ๐๘๐๘.๔/ว ๑๖',
      'มท 0808.4/ว 15',
      'e-LAAS',
      '"คำ"',
      '\\',
      '\t',
      'ก',
      '  ',
      '[ก]: /b/ "ค"',
      '[ก]',
    ],
  );
  const separator = fc.constantFrom('\n', '\n\n', ' ', '');
  const body = fc
    .array(fc.tuple(piece, separator), { maxLength: 12 })
    .map((all) => all.flat().join(''));
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      if (needsMdx(text)) return;
      const { own, astro } = await bothOf(text);
      expect(asRead(own)).toBe(asRead(astro));
    }),
    { numRuns: Number(process.env.WIAN_RUNS ?? 400) },
  );
});
