import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { markRuns } from './mark-runs.ts';

const marked = (html: string): string => {
  const tree: Root = fromHtml(html, { fragment: true });
  markRuns(tree);
  return toHtml(tree);
};

it.each([
  ['<p>วิธีใช้</p>', '<p>วิธีใช้</p>'],
  [
    '<p>เข้า <strong>New e-LAAS</strong> ได้</p>',
    '<p>เข้า <strong><span class="latin" lang="en">New e-LAAS</span></strong> ได้</p>',
  ],
  ['<a href="/x/">มท ๐๘๐๘.๔/ว ๒๐๐๗</a>', '<a href="/x/"><k->มท ๐๘๐๘.๔/ว ๒๐๐๗</k-></a>'],
  [
    '<p>https://kmlaas.dla.go.th/manual</p>',
    '<p><span class="latin long" lang="en">https://kmlaas.dla.go.th/manual</span></p>',
  ],
  ['<li>อำเภอฝาง</li>', '<li><k->อำเภอ</k-><wbr><k->ฝาง</k-></li>'],
  ['<pre><code>New e-LAAS</code></pre>', '<pre><code>New e-LAAS</code></pre>'],
])('%s', (html, expected) => {
  expect(marked(html)).toBe(expected);
});
