import fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { certain } from './fact.ts';
import { linkLetterNumbers } from './link-numbers.ts';
import { indexLetters } from './number-index.ts';

const index = indexLetters([
  { href: '/a/', number: certain('มท 0808.4/ว 2007'), date: certain('2024-09-17') },
  { href: '/b/', number: certain('มท 0808.4/ว 310'), date: certain('2022-02-01') },
  { href: '/c/', number: certain('มท 0808.4/ว 310'), date: certain('2023-02-03') },
]);

const rootOf = (children: PhrasingContent[]): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children }],
});

/** Links as `[text](href)`, so that a whole paragraph reads as one line. */
const shown = (node: object): string => {
  if ('value' in node) return String(node.value);
  const inner = 'children' in node ? (node.children as object[]).map(shown).join('') : '';
  return 'url' in node ? `[${inner}](${node.url})` : inner;
};

const linked = (text: string, from?: string): string => {
  const tree = rootOf([{ type: 'text', value: text }]);
  linkLetterNumbers(tree, index, from);
  return shown(tree);
};

describe('linkLetterNumbers', () => {
  it.each([
    ['ตาม มท ๐๘๐๘.๔/ว ๒๐๐๗ แล้ว', 'ตาม [มท ๐๘๐๘.๔/ว ๒๐๐๗](/a/) แล้ว'],
    ['มท0808.4/ว.2007', '[มท0808.4/ว.2007](/a/)'],
    ['มท 0808.4/ว 2007 ลงวันที่ 17 กันยายน 2567', '[มท 0808.4/ว 2007](/a/) ลงวันที่ 17 กันยายน 2567'],
    ['มท 0808.4/ว 2007 ลงวันที่ 17 กันยายน 2560', 'มท 0808.4/ว 2007 ลงวันที่ 17 กันยายน 2560'],
    ['มท 0808.4/ว 9999', 'มท 0808.4/ว 9999'],
    ['มท 0808.4/ว 310', 'มท 0808.4/ว 310'],
    ['มท 0808.4/ว 310 ลว. 3 ก.พ. 66', '[มท 0808.4/ว 310](/c/) ลว. 3 ก.พ. 66'],
    ['มท ๐๘๐๘.๔/ว ๓๑๐ (พ.ศ. ๒๕๖๕)', '[มท ๐๘๐๘.๔/ว ๓๑๐](/b/) (พ.ศ. ๒๕๖๕)'],
    ['ปี 2566 ที่ มท 0808.4/ว 310', 'ปี 2566 ที่ [มท 0808.4/ว 310](/c/)'],
    [
      'มท 0808.4/ว 310 ลงวันที่ 1 กุมภาพันธ์ 2565 และ มท 0808.4/ว 2007',
      '[มท 0808.4/ว 310](/b/) ลงวันที่ 1 กุมภาพันธ์ 2565 และ [มท 0808.4/ว 2007](/a/)',
    ],
  ])('%s', (text, expected) => {
    expect(linked(text)).toBe(expected);
  });

  it('does not lead from a page to itself', () => {
    expect(linked('ที่ มท 0808.4/ว 2007', '/a/')).toBe('ที่ มท 0808.4/ว 2007');
  });

  const text: PhrasingContent = { type: 'text', value: 'มท 0808.4/ว 2007' };
  it.each([
    ['a link', { type: 'link', url: '/x/', children: [text] }],
    [
      'a reference',
      { type: 'linkReference', referenceType: 'full', identifier: 'x', children: [text] },
    ],
    ['a heading', { type: 'heading', depth: 2, children: [text] }],
    ['inline code', { type: 'inlineCode', value: 'มท 0808.4/ว 2007' }],
    ['a link in JSX', { type: 'mdxJsxTextElement', name: 'a', attributes: [], children: [text] }],
  ])('leaves %s alone', (_, node) => {
    const tree = rootOf([node as PhrasingContent]);
    const before = structuredClone(tree);
    linkLetterNumbers(tree, index);
    expect(tree).toEqual(before);
  });

  it('reaches into emphasis, lists, tables and elements', () => {
    for (const type of ['strong', 'listItem', 'tableCell', 'mdxJsxFlowElement']) {
      const tree = rootOf([{ type, children: [text] } as unknown as PhrasingContent]);
      linkLetterNumbers(tree, index);
      expect(shown(tree)).toBe('[มท 0808.4/ว 2007](/a/)');
    }
  });

  it('never changes the text', () => {
    const part = fc.constantFrom(
      'มท 0808.4/ว 2007',
      'มท ๐๘๐๘.๔/ว ๓๑๐',
      ' ลว. 3 ก.พ. 66',
      ' ',
      'ก',
      '/',
      '7',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(linked(parts.join('')).replaceAll(/\[|\]\(\/.\/\)/g, '')).toBe(parts.join(''));
      }),
    );
  });
});
