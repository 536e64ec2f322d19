import { expect, it } from 'vitest';
import { mayBeListed } from './listing.ts';

const NOINDEX = '<meta name="robots" content="noindex">';
const LONG = `<meta name="description" content="${'ก'.repeat(10_000)}">`;

it.each<[what: string, html: string, listed: boolean]>([
  ['a page that says nothing of it', '<head><title>A</title></head><body></body>', true],
  ['a page that forbids it', `<head><title>A</title>${NOINDEX}</head><body></body>`, false],
  ['a page that forbids it far down', `<head>${LONG}${NOINDEX}</head><body></body>`, false],
  ['a page that shows how to forbid it', `<head></head><body><pre>${NOINDEX}</pre></body>`, true],
  ['the same with a long head', `<head>${LONG}</head><body><pre>${NOINDEX}</pre></body>`, true],
])('%s', (_, html, listed) => {
  expect(mayBeListed(new TextEncoder().encode(html))).toBe(listed);
});
