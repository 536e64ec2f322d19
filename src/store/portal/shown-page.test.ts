import { expect, it } from 'vitest';
import { isToBeShown } from './shown-page.ts';

it.each([
  ['opened', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, true],
  [
    'opened, passed on by a worker',
    { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'empty' },
    true,
  ],
  ['asked by a program', {}, true],
  ['fetched to keep', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, false],
  ['fetched, of an unknown mode', { 'sec-fetch-dest': 'empty' }, false],
  ['in a frame', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, false],
])('knows a page that is %s', (_, headers, shown) => {
  expect(isToBeShown(headers)).toBe(shown);
});
