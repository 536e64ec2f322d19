import { describe, expect, it } from 'vitest';
import { needsMdx } from './mdx-syntax.ts';

describe('needsMdx', () => {
  it.each([
    ['an element', 'ก <Steps /> ข', true],
    ['an element of blocks', '<Note>\n\nก\n\n</Note>', true],
    ['HTML', 'ก<br/>ข', true],
    ['an expression', 'รวม {1 + 1}', true],
    ['an import', "import A from './a.astro'\n\nก", true],
    ['an export', 'export const a = 1\n\nก', true],
    ['what MDX refuses', 'ถ้า ก <1', true],
    ['an unclosed brace', 'ก { ข', true],
    ['plain text', 'ให้หน่วยงานตรวจ **ทุกเดือน**\n\n- ก\n- ข', false],
    ['a sign between spaces', 'ถ้า ก < ข', false],
    ['escaped signs', 'ก \\< ข และ \\{ค\\}', false],
    ['signs in code', 'พิมพ์ `<ชื่อ>` หรือ\n\n```\n{a}\n```', false],
    ['the word import inside a line', 'ก\nข import ค', false],
    ['the word import opening a paragraph that is text', '1. import', false],
  ])('%s', (_, body, expected) => {
    expect(needsMdx(body)).toBe(expected);
  });
});
