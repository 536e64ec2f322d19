import { afterEach, expect, it } from 'vitest';
import { announceFault, faultPage } from './content-faults.ts';

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
