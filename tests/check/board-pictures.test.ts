import { expect, it } from 'vitest';
import { checkProject } from '../../scripts/lib/check-project.ts';
import { GOOD, TODAY, withProject } from './good-content.ts';

const PICTURE = `${'a'.repeat(32)}.webp`;
const THREAD = (file: string) => `---
title: รอ OTP นาน
summary: รออยู่
published: "2026-11-20"
section: system
posts:
  - id: 1
    at: "2026-11-20T18:00:00Z"
    text: ดูภาพ
    pictures:
      - { file: ${file}, alt: หน้าจอ, width: 8, height: 6 }
---
`;
const toldOf = (more: readonly (readonly [string, string])[]): Promise<string[]> =>
  withProject(new Map([...GOOD, ...more]), async (root) => {
    const { problems } = await checkProject(root, TODAY);
    return problems.map(({ file, line, field, what }) => [file, line, field, what].join(' | '));
  });
/** The head of a WebP file, which is all that the check looks at. */
const WEBP = 'RIFF\u0004\u0000\u0000\u0000WEBP';
const AT = `content/board-pictures/${PICTURE}`;

it('takes a picture that a post shows', async () => {
  const thread = ['content/board/1.mdx', THREAD(PICTURE)] as const;
  expect(await toldOf([thread, [AT, WEBP]])).toEqual(await toldOf([]));
});

it.each([
  [
    'that is missing',
    [['content/board/1.mdx', THREAD(PICTURE)]],
    `content/board/1.mdx | 11 | posts[0].pictures[0].file | the picture ${AT} is missing`,
  ],
  ['that no post shows', [[AT, WEBP]], `${AT} |  |  | no post of the board shows this picture`],
  [
    'of another name',
    [['content/board/1.mdx', THREAD('map.webp')]],
    'content/board/1.mdx | 11 | posts[0].pictures[0].file | "map.webp" is no picture of the board',
  ],
  [
    'where only those of the board may be',
    [['content/board-pictures/map.webp', WEBP]],
    'content/board-pictures/map.webp |  |  | nothing reads this file',
  ],
] satisfies [string, [string, string][], string][])('refuses one %s', async (_, more, told) => {
  expect(await toldOf(more)).toContain(told);
});
