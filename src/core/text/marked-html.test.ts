import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { markedHtml } from './marked-html.ts';

/** The text that a browser shows of some HTML. */
const shown = (html: string): string => {
  const textOf = (node: ReturnType<typeof fromHtml> | Child): string =>
    'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';
  return textOf(fromHtml(html, { fragment: true }));
};
type Child = ReturnType<typeof fromHtml>['children'][number];

describe('markedHtml', () => {
  it.each([
    ['แจ้งเวียนให้ทราบ', undefined, null],
    ['ดูที่ e-LAAS', undefined, 'ดูที่ <span class="latin" lang="en">e-LAAS</span>'],
    [
      'https://www.example.go.th/some/page',
      undefined,
      '<span class="latin long" lang="en">https://www.example.go.th/some/page</span>',
    ],
    [
      'มท ๐๘๐๘.๔/ว ๒๐๐๗ <b>',
      undefined,
      '<k->มท ๐๘๐๘.๔/ว ๒๐๐๗</k-> &lt;<span class="latin" lang="en">b</span>&gt;',
    ],
    ['จังหวัดจันทบุรี', undefined, '<k->จังหวัด</k-><wbr><k->จันทบุรี</k->'],
    ['จังหวัด จันทบุรี', undefined, '<k->จังหวัด</k-> <k->จันทบุรี</k->'],
    ['Circulars', 'th', null],
    ['A & <b>', 'th', null],
    ['เรื่อง', 'th', '<span lang="th">เรื่อง</span>'],
    ['ใช้ KTB', 'th', '<span lang="th">ใช้ <span class="latin" lang="en">KTB</span></span>'],
  ])('marks %j in a frame that marks Thai as %j', (text, thai, html) => {
    expect(markedHtml(text, thai)).toBe(html);
  });

  it('shows every text as it is', () => {
    const piece = fc.constantFrom(...'กข๑2 <>&"\'/-.', 'ว 12', 'e-LAAS', '&amp;', '<b>');
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, 'th'), (one, thai) => {
        const html = markedHtml(one, thai);
        if (html !== null) expect(shown(html)).toBe(one);
      }),
    );
  });
});
