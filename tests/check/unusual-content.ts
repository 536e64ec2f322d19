import { createHash } from 'node:crypto';
import { LIMITS } from '#core/check/limits.ts';
import type { Files } from './good-content.ts';

/** A page of news; `title` as it stands in YAML. */
export const newsPage = (title: string, body: string): string =>
  `---\ntitle: ${title}\nsummary: ${title}\npublished: "2026-11-21"\n---\n${body}\n`;

const SLUGS = [
  '404',
  'page',
  'feed',
  'search',
  'th',
  '0',
  'null',
  'constructor',
  'aux-1',
  `${'long-'.repeat(20)}x`,
];

const TITLES = [
  '"</title><script>alert(1)</script>"',
  '"]]> & &amp; &#0; %s {{x}} $ {y} {1+1}"',
  '__proto__',
  '"\\uFEFFก\\u200bข"',
  '👨‍👩‍👧‍👦🏳️‍🌈',
  `"ก${'\u0e49'.repeat(500)}"`,
  'ก'.repeat(LIMITS.line),
  '"ก\\tข\\rค"',
];

const listOf = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- ก`).join('\n');
const emphasis = '**'.repeat(LIMITS.nesting);
const elements = (name: string): string =>
  `${`<${name}>`.repeat(LIMITS.nesting)}ก${`</${name}>`.repeat(LIMITS.nesting)}`;

const BODIES = [
  '',
  '---',
  '## ก\r\n\r\n* ข\r\n* ค\r\n',
  `${'> '.repeat(LIMITS.nesting)}ก`,
  listOf(LIMITS.nesting),
  `${emphasis}ก${emphasis} [ก](#ก)\n\n## ก`,
  elements('b'),
  '```\nนอก {x} <y>',
  '# ก\n\n'.repeat(2000),
  `|${'ก|'.repeat(300)}\n|${'-|'.repeat(300)}\n|${'ข|'.repeat(300)}`,
  'ก[^1]\n\n[^1]: ข[^1]',
  '\\<b> \\{x} &lt; &amp;nope; \\`',
  `${'_a*b '.repeat(LIMITS.marks / 2)}ก`,
  `${'ก '.repeat(100_000)}`,
];

/** Names of attachments as odd as the schema allows. */
const NAMES = [
  'A.TXT',
  'a.b.c',
  'constructor',
  'feed.csv',
  'index.txt',
  'page.md',
  '0',
  `${'n'.repeat(LIMITS.name - 4)}.txt`,
];

const FORM = 'content/forms/unusual-names';

const attachment = (name: string): string => {
  const text = `ข้อมูล ${name}`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `  - title: ${JSON.stringify(name)}\n    file: ${JSON.stringify(name)}\n    size: ${Buffer.byteLength(text)}\n    sha256: "${sha256}"\n`;
};

const numbered = (prefix: string, pages: readonly string[]): [string, string][] =>
  pages.map((text, at) => [`content/news/${prefix}-${at}.mdx`, text]);

/** The most unusual content that keeps within the limits, to be added to any project. */
export const UNUSUAL: Files = new Map([
  ...SLUGS.map((slug): [string, string] => [`content/news/${slug}.mdx`, newsPage('ก', 'ข')]),
  ...numbered(
    'title',
    TITLES.map((title) => newsPage(title, 'ข')),
  ),
  ...numbered(
    'body',
    BODIES.map((body) => newsPage('ก', body)),
  ),
  [
    `${FORM}/index.mdx`,
    `---\ntitle: ก\nsummary: ข\npublished: "2026-11-21"\nfilledBy: [user]\nsentTo: ค\nattachments:\n${NAMES.map(attachment).join('')}---\n`,
  ],
  ...NAMES.map((name): [string, string] => [`${FORM}/${name}`, `ข้อมูล ${name}`]),
  ['content/news/.DS_Store', '\0'],
  [`${FORM}/._a`, '\0'],
]);

/** Rows of moved addresses as unusual. */
export const UNUSUAL_MOVES = [
  '/old/',
  '/old_Page/Deep/Down/',
  '/news/was-here/',
  `/${'n'.repeat(LIMITS.name)}/`,
]
  .map((from) => `${from},/news/404/,2026-11-01,"ย้าย, ""แล้ว"""\n`)
  .join('');
