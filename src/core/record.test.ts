import { expect, it } from 'vitest';
import { hrefOfContentFile } from './record.ts';

it.each([
  ['content/laws/a.mdx', '/laws/a/'],
  ['/srv/wian/content/circulars/2567/b/index.mdx', '/circulars/2567/b/'],
  ['content/manuals/index.mdx', '/manuals/'],
  ['src/pages/a.mdx', null],
])('%s', (file, href) => {
  expect(hrefOfContentFile(file)).toBe(href);
});
