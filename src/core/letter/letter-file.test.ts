import { describe, expect, it } from 'vitest';
import {
  filesOfCircular,
  letterFileOf,
  MOST_PAGE_PICTURES,
  pagePictureName,
  picturedPages,
} from './letter-file.ts';

const LETTER = { file: 'letter.pdf', size: 9, sha256: 'a'.repeat(64), sheets: 3 };
const withdrawn = { file: 'letter.pdf', date: '2026-11-28', reason: 'privacy' as const };

describe('the files of a circular', () => {
  it('begin with the letter itself', () => {
    const attachments = [{ title: 'แบบ', file: 'form.pdf' }];
    const all = filesOfCircular({ letterFile: LETTER, attachments });
    expect(all.map(({ file }) => file)).toEqual(['letter.pdf', 'form.pdf']);
    expect(filesOfCircular({ attachments })).toBe(attachments);
  });

  it('hold no file of a letter that was withdrawn, but say so', () => {
    const own = letterFileOf({ letterFile: { withdrawn }, attachments: [] });
    expect(own).toMatchObject({ withdrawn });
    expect(own?.file).toBeUndefined();
  });
});

it.each([
  [LETTER, 3],
  [{ ...LETTER, sheets: 400 }, MOST_PAGE_PICTURES],
  [{ withdrawn }, 0],
])('picturedPages(%j): %s', (letterFile, pages) => {
  expect(picturedPages(letterFile)).toBe(pages);
});

it('names the picture of a page after its file', () => {
  expect(pagePictureName('letter.pdf', 12)).toBe('letter.pdf.page-12.webp');
});
