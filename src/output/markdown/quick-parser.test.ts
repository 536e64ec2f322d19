import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { remarkLikeMdx } from './plugins.ts';
import { parseQuickly } from './quick-parser.ts';

const RUNS = Number(process.env.WIAN_RUNS ?? 2000);

const remark = unified().use(remarkParse).use(remarkLikeMdx).use(remarkGfm).freeze();

/** A tree without places, and without fields that are not set. */
const bare = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (name, value) => (name === 'position' ? undefined : value)));

const PIECES = [
  ...['# หัวข้อ', '## หัวข้อ `ก`', '### A b', '#', '#ก', 'ก\n===', 'ก\n---', '---', '***', '+++'],
  ...['- ข้อ', '* ข้อ', '+ ข้อ', '1. ข้อ', '2) ข้อ', '0. ก', '1234567890. ก', '-', '1.', '-ก'],
  ...['  - ย่อย', '   1. ย่อย', '    เยื้อง', '- a\n\n  b', '> คำ', '>>ก', '>', '\t', '  ', '  \n'],
  ...['| ก | ข |', '| - | :-: |', '| 1 | 2 |', '|a|b|c|', '| a |\n| - |\n| b |', 'a|b', '|'],
  ...['[ก](/manuals/a/)', '[ก](/a "t")', '![ก](/a.png)', '[ก]', '[ก][ข]', '(ก)', '!', '[[ก]]'],
  ...[
    '**หนา**',
    '*เอน*',
    '***ก***',
    'ก*ข*ค',
    '**ก**ข',
    'ข**ก**',
    '*',
    '**',
    '~~ลบ~~',
    '~ลบ~',
    '~~',
  ],
  ...['`โค้ด`', '``โ`ค้ด``', '`', 'มท ๐๘๐๘.๔/ว ๑๖', 'e-LAAS', '"คำ"', '…', '\u00A0', '\u200B', 'ก'],
  ...['term\n: def', '$x$', '$$', '^a^', '::: note', '---\na: b\n---', '\r\n', '\r', '\n\n'],
];
const separator = fc.constantFrom('\n', '\n\n', ' ', '', '\n  ', '\n    ');
const pieced = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), separator), { maxLength: 9 })
  .map((all) => all.flat().join(''));
const madeOf = (units: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...units), maxLength });
const scattered = fc.oneof(
  madeOf('กข1a *`~|[]()!#>-+.:\n\n\n\t"\'^=', 40),
  madeOf('ก *~|[]()-1.\n\n\n:  ', 24),
  madeOf('กa *~.(“”เ่!', 16),
);

describe('parseQuickly', () => {
  it('gives the tree that remark gives, for all that it takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(pieced, scattered), (text) => {
        const tree = parseQuickly(text);
        if (tree === null) return;
        taken++;
        expect(bare(tree)).toEqual(bare(remark.parse(text)));
      }),
      { numRuns: RUNS },
    );
    expect(taken).toBeGreaterThan(RUNS / 2);
  });

  it.each([
    ['an element', 'ก <b>ข</b>'],
    ['an expression', 'ก {ข}'],
    ['an import', 'ก\n\nimport a from "a"'],
    ['an address', 'ดู https://a.test'],
    ['an address of mail', 'ก@a.test'],
    ['a character by name', 'ก &amp; ข'],
    ['an escaped character', 'ก \\* ข'],
    ['an underscore', 'ก_ข'],
    ['a zero byte', 'ก\0'],
    ['a footnote', 'ก[^1]'],
    ['a box to be ticked', '- [ ] ก'],
    ['a definition', '[ก]: /a/'],
    ['code', '```\nก\n```'],
    ['an empty entry', '- ก\n-\n- ข'],
    ['an indented table', '- ก\n\n  | ก |\n  | - |'],
    ['a table without bars at the edge', 'ก | ข\n- | -'],
  ])('leaves %s to remark', (_, text) => {
    expect(parseQuickly(text)).toBeNull();
  });

  it('takes what most circulars are written in', () => {
    const text = '## ก\n\n1. ข **ค**\n2. [ง](/manuals/a/)\n\n| จ | ฉ |\n|---|---|\n| 1 | 2 |\n';
    expect(parseQuickly(text)?.children.map(({ type }) => type)).toEqual([
      'heading',
      'list',
      'table',
    ]);
  });
});
