import { expect, it } from 'vitest';
import { documents } from './kinds.ts';
import { readPage } from './page-file.ts';

const PAGE = 'content/manuals/a.mdx';
const page = (order: string): string =>
  `---\ntitle: ก\nsummary: ข\npublished: "2026-11-21"\nroles: [user]\norder: ${order}\n---\n`;

const dataOf = (text: string): unknown =>
  documents('manuals').data(
    { id: 'a', page: PAGE, folder: null },
    readPage(text, PAGE).frontMatter.data,
    new Map([[PAGE, text]]),
  );

it('refuses front matter with file and line, as npm run dev shows it', () => {
  expect(() => dataOf(page('-1'))).toThrow(
    'content/manuals/a.mdx:6:1 order: "-1" is out of bounds for "order"',
  );
});

it('takes front matter that is in order as it is', () => {
  expect(dataOf(page('1'))).toMatchObject({ title: 'ก', order: 1 });
});

it('publishes the pictures of posts at the address that they have on the desk', () => {
  const file = `${'a'.repeat(32)}.webp`;
  const posts = [{ id: 1, pictures: [{ file }] }, { id: 2 }];
  const record = {
    file: { id: '7', page: 'content/board/7.mdx', folder: null },
    data: { posts, draft: false },
  };
  expect(documents('board').files(record as never)).toEqual([
    {
      href: `/board/picture/${file}`,
      path: `content/board-pictures/${file}`,
      key: undefined,
      draft: false,
    },
  ]);
});
