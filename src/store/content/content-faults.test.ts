import { afterEach, expect, it } from 'vitest';
import { announceFault, asksForPage, faultPage } from './content-faults.ts';

afterEach(() => announceFault('manuals', null));

it('has no page while all content can be read', () => {
  expect(faultPage()).toBeNull();
});

it('shows what cannot be read, and goes when it can be again', () => {
  announceFault('manuals', 'content/manuals/a.mdx:2 title: <b> & more');
  expect(faultPage()).toContain('<pre>content/manuals/a.mdx:2 title: &lt;b&gt; &amp; more</pre>');
  announceFault('manuals', null);
  expect(faultPage()).toBeNull();
});

it.each([
  ['text/html,*/*;q=0.8', '/manuals/a/', true],
  ['text/html', '/manuals/a', true],
  ['*/*', '/manuals/a/', true],
  ['*/*', '/?q=1', true],
  [undefined, '/', true],
  ['*/*', '/src/styles/site.css', false],
  ['*/*', '/api/v1/index.json', false],
  ['text/x-vite-ping', '/', false],
])('a request that takes %s at %s asks for a page: %s', (accept, address, expected) => {
  expect(asksForPage(accept, address)).toBe(expected);
});
