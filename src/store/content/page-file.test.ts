import { describe, expect, it } from 'vitest';
import { readPage } from './page-file.ts';

const problem = (text: string) => readPage(text, 'a.mdx').frontMatter.problems[0];

describe('readPage', () => {
  it.each([
    ['---\ntitle: ก\n---\n\nเนื้อหา\n', 'เนื้อหา'],
    ['\uFEFF---\r\ntitle: ก\r\n---\r\n\r\nเนื้อหา\r\n', 'เนื้อหา'],
  ])('parts the fields from the body of %j', (text, body) => {
    const page = readPage(text, 'a.mdx');
    expect(page.frontMatter).toMatchObject({ data: { title: 'ก' }, problems: [] });
    expect(page.body.trim()).toBe(body);
  });

  it.each([
    ['title: ก\n---\n', 'the file has no front matter', 'Begin the file with a line "---"'],
    ['', 'the file has no front matter', 'Begin the file with a line "---"'],
    ['---\ntitle: ก\n\nเนื้อหา\n', 'the front matter is not closed', 'Put a line "---"'],
    ['---\ntitle: ก\n ---\nเนื้อหา\n', 'the front matter is not closed', 'without anything in front'],
    ['\uFEFF---\r\ntitle: ก\r\n', 'the front matter is not closed', 'below the last field'],
  ])('says of %j what is missing', (text, what, fix) => {
    expect(problem(text)).toMatchObject({ file: 'a.mdx', line: 1, what });
    expect(problem(text)?.fix).toContain(fix);
  });
});
