import { expect, it } from 'vitest';
import { postAsBody } from './promotion.ts';

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
