import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { indexLetters } from '#core/letter/number-index.ts';
import { postHtml } from './post-html.ts';
import { isSafeAddress } from './safe-address.ts';

const LETTERS = indexLetters([
  {
    href: '/circulars/2568/x/',
    number: { value: 'มท 0808.4/ว 1541' },
    date: { value: '2025-04-02' },
  },
]);
const html = (body: string, base = '') => postHtml(body, LETTERS, base);

describe('postHtml', () => {
  it.each([
    ['**หนา** `รหัส`', '<p><strong>หนา</strong> <code>รหัส</code></p>'],
    ['- ก\n- ข', '<ul>\n<li>ก</li>\n<li>ข</li>\n</ul>'],
    ['# หัวข้อ', '<p><strong>หัวข้อ</strong></p>'],
    ['![แผนที่](https://x.example/a.png)', '<p>แผนที่</p>'],
    ['# ![แผนที่](https://x.example/a.png)', '<p><strong>แผนที่</strong></p>'],
    ['ก[^1]\n\n[^1]: ข', '<p>ก[^1]</p>\n<blockquote>\n<p>ข</p>\n</blockquote>'],
    ['<b onclick="x()">ก</b>', '<p>&#x3C;b onclick="x()">ก&#x3C;/b></p>'],
    ['[ก](javascript:x)', '<p><a>ก</a></p>'],
    ['[ก](/faq/)', '<p><a href="/faq/">ก</a></p>'],
    [
      '[ก](//x.example)',
      '<p><a href="//x.example" rel="nofollow ugc noopener noreferrer">ก</a></p>',
    ],
  ])('makes of %j', (body, expected) => {
    expect(html(body).replaceAll(/<\/?span[^>]*>/g, '')).toBe(expected);
  });

  it('links letter numbers to their pages, below the path of the portal', () => {
    const body = 'ตาม มท ๐๘๐๘.๔/ว ๑๕๔๑ ลงวันที่ 2 เมษายน 2568';
    expect(html(body)).toContain('<a href="/circulars/2568/x/">');
    expect(html(body, '/wian')).toContain('<a href="/wian/circulars/2568/x/">');
    expect(html('ตาม มท 0808.4/ว 9')).not.toContain('<a');
  });

  it('lets nothing run or load, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...[
        '<script>',
        '<img src=x onerror=y>',
        '](javascript:x)',
        '[a]',
        '![b](',
        'data:text/html,',
      ],
      ...[
        '\n',
        '`',
        '|',
        '<',
        '>',
        '"',
        '&lt;',
        'ก',
        '[^1]: ',
        '# ',
        '<style>',
        'vbscript:',
        '@x.y',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        visit(fromHtml(html(parts.join('')), { fragment: true }), 'element', (element) => {
          expect(element.tagName).not.toMatch(/^(?:script|img|style|iframe|h\d|input|form)$/);
          for (const [name, value] of Object.entries(element.properties)) {
            expect(name).not.toMatch(/^(?:on|style|id|src)/i);
            if (name === 'href') expect(isSafeAddress(String(value))).toBe(true);
          }
        });
      }),
    );
  });
});
