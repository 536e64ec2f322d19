import type { PublishedPicture } from './picture.ts';

/** A post of a thread as it is published. The first one of a thread is its question. */
export interface PublishedPost {
  readonly id: number;
  /** Display name; absent where the member is gone. */
  readonly author?: string | undefined;
  /** Id of the office for which its writer was verified. */
  readonly office?: string | undefined;
  readonly official: boolean;
  readonly accepted: boolean;
  /** ISO time, to the second. */
  readonly at: string;
  readonly edited?: string | undefined;
  /** Markdown. */
  readonly text: string;
  readonly pictures?: readonly PublishedPicture[] | undefined;
}

/** Posts on one page of a thread, and bytes (UTF-8) of their text, so that a page weighs at most 60 KiB with its scripts. */
export const POSTS_ON_PAGE = 25;
export const BYTES_ON_PAGE = 40_000;

const encoder = new TextEncoder();
const bytesOf = ({ text }: Pick<PublishedPost, 'text'>): number => encoder.encode(text).length;

/** The posts of a thread in the order in which they are shown: the question, the accepted answer, then by their age. */
export const inReadingOrder = <Post extends Pick<PublishedPost, 'accepted'>>(
  posts: readonly Post[],
): Post[] => [
  ...posts.slice(0, 1),
  ...posts.slice(1).filter(({ accepted }) => accepted),
  ...posts.slice(1).filter(({ accepted }) => !accepted),
];

/** The posts of a thread, page by page; a post is never parted. */
export const pagesOfThread = <Post extends Pick<PublishedPost, 'text' | 'accepted'>>(
  posts: readonly Post[],
): Post[][] => {
  const pages: Post[][] = [];
  let bytes = 0;
  for (const post of inReadingOrder(posts)) {
    const own = bytesOf(post);
    const last = pages.at(-1);
    if (last && last.length < POSTS_ON_PAGE && bytes + own <= BYTES_ON_PAGE) {
      last.push(post);
      bytes += own;
    } else {
      pages.push([post]);
      bytes = own;
    }
  }
  return pages;
};

/** As many of the posts, from the first on, as `bytes` (UTF-8) of text have room for; at least the question. */
export const postsWithin = <Post extends Pick<PublishedPost, 'text'>>(
  posts: readonly Post[],
  bytes: number,
): Post[] => {
  let sum = 0;
  const end = posts.findIndex((post, at) => {
    sum += bytesOf(post);
    return at > 0 && sum > bytes;
  });
  return posts.slice(0, end === -1 ? posts.length : end);
};

const WORDS = new Intl.Segmenter('th', { granularity: 'word' });

/** Marks of Markdown that say nothing in a line of plain text. */
const MARKS = /[*_`~#>|]+|-{3,}|^\s*(?:[-+]|\d+[.)])\s+|!?\[|\]\([^)]*\)/gm;

/** The beginning of a post as one line of plain text of at most `most` characters. */
export const excerptOf = (text: string, most: number): string => {
  const line = text.replaceAll(MARKS, ' ').replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  // Some more than fits, so that the last word that does is known to be whole.
  let end = 0;
  for (const { segment, index } of WORDS.segment(line.slice(0, most + 60))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return `${line.slice(0, end || most).trimEnd()}…`;
};
