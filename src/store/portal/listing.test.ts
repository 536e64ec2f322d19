import { expect, it } from 'vitest';
import { mayBeListed } from './listing.ts';

const NOINDEX = '<meta name="robots" content="noindex">';

it.each<[what: string, html: string, listed: boolean]>([
  ['a page that says nothing of it', '<head><title>A</title></head><body></body>', true],
  ['a page that forbids it', `<head><title>A</title>${NOINDEX}</head><body></body>`, false],
  ['a page that shows how to forbid it', `<head></head><body><pre>${NOINDEX}</pre></body>`, true],
])('%s', (_, html, listed) => {
  expect(mayBeListed(Buffer.from(html))).toBe(listed);
});
