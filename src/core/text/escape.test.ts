import { expect, it } from 'vitest';
import { escapeMarkup } from './escape.ts';

it.each([
  ['จังหวัดกระบี่', 'จังหวัดกระบี่'],
  ['a < b > c', 'a &lt; b &gt; c'],
  ['"&amp;"', '&quot;&amp;amp;&quot;'],
])('writes %s as %s', (text, escaped) => {
  expect(escapeMarkup(text)).toBe(escaped);
});
