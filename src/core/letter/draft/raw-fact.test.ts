import { expect, it } from 'vitest';
import { oneLine } from './raw-fact.ts';

it.each([
  ['กรม\n ทดลอง ', 'กรม ทดลอง'],
  [' \n', null],
  [null, null],
  ['ก'.repeat(2000), 'ก'.repeat(2000)],
  ['ก'.repeat(2001), `${'ก'.repeat(1999)}…`],
])('makes one line of front matter of %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});
