import { expect, it } from 'vitest';
import { picturesAsBody, postAsBody, promotedPictures } from './promotion.ts';

it.each([
  ['**ก** - ข', '**ก** - ข'],
  ['{x} <b>', '\\{x\\} \\<b>'],
  ['`{x}` {y}', '`{x}` \\{y\\}'],
  ['```\n<b>\n```\n<i>', '```\n<b>\n```\n\\<i>'],
  ['import x', '&#105;mport x'],
  ['export const', '&#101;xport const'],
  ['important', 'important'],
  ['\\{x', '\\{x'],
])('makes of %j %j', (post, body) => {
  expect(postAsBody(post)).toBe(body);
});

it('shows pictures by files beside the page, whose words cannot end them', () => {
  const pictures = promotedPictures([
    { id: 'a', alt: 'จอ [1] {x} <b>' },
    { id: 'b', alt: 'เมนู' },
  ]);
  expect(pictures.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'picture-1.webp'],
    ['b', 'picture-2.webp'],
  ]);
  expect(picturesAsBody(pictures)).toBe(
    '\n![จอ  1   x   b>](picture-1.webp)\n\n![เมนู](picture-2.webp)\n',
  );
  expect(picturesAsBody([])).toBe('');
});
