import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mayBeListed } from './listing.ts';

const NOINDEX = '<meta name="robots" content="noindex">';
const LONG = `<meta name="description" content="${'ก'.repeat(10_000)}">`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wian-listing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each<[what: string, html: string, listed: boolean]>([
  ['a page that says nothing of it', '<head><title>A</title></head><body></body>', true],
  ['a page that forbids it', `<head><title>A</title>${NOINDEX}</head><body></body>`, false],
  ['a page that forbids it far down', `<head>${LONG}${NOINDEX}</head><body></body>`, false],
  ['a page that shows how to forbid it', `<head></head><body><pre>${NOINDEX}</pre></body>`, true],
  ['the same with a long head', `<head>${LONG}</head><body><pre>${NOINDEX}</pre></body>`, true],
])('%s', async (_, html, listed) => {
  const file = join(folder, 'page.html');
  await writeFile(file, html);
  expect(mayBeListed(file)).toBe(listed);
});
