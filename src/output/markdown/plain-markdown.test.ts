import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { plainMarkdown } from './plain-markdown.ts';
import { remarkLikeMdx } from './plugins.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkLikeMdx)
  .use(remarkGfm, { singleTilde: false })
  .freeze();

const parsed = (text: string): unknown =>
  JSON.parse(
    JSON.stringify(parser.parse(text), (key, value) => (key === 'position' ? undefined : value)),
  );

it.each(['รอสิบนาทีแล้ว ยังไม่ได้', 'Password ไม่ผ่าน (ครั้งที่ 2)\nลองใหม่แล้ว\n\nขอบคุณ', '(ตัวอย่าง) 50%'])(
  'makes of %j what the parser does, and without it',
  (text) => {
    expect(plainMarkdown(text)).toEqual(parsed(text));
  },
);

it.each([
  '**หนา**',
  '- ก',
  '1) ก',
  'ก\n===',
  'ดู www.example.com',
  'ดู WWW.example.com',
  'a@b.example',
  'https://x.example',
  'ก  \nข',
  ' ก',
  'ก &amp; ข',
  'ก\\',
  '| ก |',
  '',
])('leaves %j to the parser', (text) => {
  expect(plainMarkdown(text)).toBeNull();
});

it('makes of whatever it takes what the parser does', () => {
  const pieces = fc.constantFrom(
    ...['ก', 'เ', 'a', 'www', '.', 'x.y', ' ', '  ', '\n', '\n\n', '\n\n\n', '1', '1)', '(', ')'],
    ...['-', '–', '=', '*', '_', '~', '`', '#', '>', '|', ':', '/', '\\', '&amp;', '[', ']', '<'],
    ...['"', "'", ';', ',', '?', '%', '@', '+', '\t', '\u00a0', '\u200b', 'é', 'e\u0301', '๑', '!'],
  );
  let taken = 0;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const plain = plainMarkdown(text);
      if (plain === null) return;
      taken += 1;
      expect(plain).toEqual(parsed(text));
    }),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(20);
});
