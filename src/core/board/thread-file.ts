import { isPagePath } from '../address/moved.ts';
import type { PublishedPicture } from './picture.ts';
import { isOfficial } from './post.ts';
import { excerptOf, type PublishedPost, postsWithin } from './thread-page.ts';

/** A post of the board that everybody sees. Times are ISO, with or without milliseconds. */
export interface ShownPost {
  readonly id: number;
  readonly thread: number;
  readonly author_name: string | null;
  /** Id of an office, '' for none. */
  readonly office: string;
  readonly body: string;
  readonly created_at: string;
  readonly edited_at: string | null;
  readonly pictures?: readonly PublishedPicture[];
}

/** A thread of the board that everybody sees. */
export interface ShownThread {
  readonly id: number;
  readonly section: string;
  readonly system: string;
  readonly page: string;
  readonly issuer: string;
  readonly title: string;
  readonly accepted: number | null;
}

/** What becomes the same for all threads of an export. */
export interface ExportTexts {
  /** Note of the history of a page: so many answers came on that day. */
  readonly answers: (count: number) => string;
  /** Title of a thread that was taken off. */
  readonly numbered: (id: number) => string;
  /** What is left to say of one. */
  readonly withdrawn: string;
}

/** Bytes of the text of one thread that its file has room for: a file has at most 1 MB with all its fields. */
const LARGEST_THREAD = 600_000;
const SUMMARY = 160;

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok', dateStyle: 'short' });
const dayOf = (time: string): string => DAY.format(new Date(time));

const toSecond = (time: string): string => `${time.slice(0, 19)}Z`;

const publishedPost = (thread: ShownThread, post: ShownPost): PublishedPost => ({
  id: post.id,
  ...(post.author_name ? { author: post.author_name } : {}),
  ...(post.office ? { office: post.office } : {}),
  official: isOfficial(post.office, thread.issuer),
  accepted: post.id === thread.accepted,
  at: toSecond(post.created_at),
  ...(post.edited_at ? { edited: toSecond(post.edited_at) } : {}),
  text: post.body,
  ...(post.pictures?.length ? { pictures: post.pictures } : {}),
});

/** As many posts as a file has room for; the accepted answer is always among them. */
const roomFor = (posts: readonly PublishedPost[]): PublishedPost[] => {
  const kept = postsWithin(posts, LARGEST_THREAD);
  const accepted = posts.find((post) => post.accepted);
  return accepted && !kept.includes(accepted) ? [...kept, accepted] : kept;
};

/** Days on which answers came; one is a major change where the accepted or an official answer came on it. */
const changesOf = (answers: readonly PublishedPost[], texts: ExportTexts) =>
  [...Map.groupBy(answers, ({ at }) => dayOf(at))].map(([date, ofDay]) => ({
    date,
    note: texts.answers(ofDay.length),
    ...(ofDay.some(({ accepted, official }) => accepted || official) ? { major: true } : {}),
  }));

/** Without flags that say nothing, so that a file is as short as it can be. */
const withoutDefaults = ({ official, accepted, ...post }: PublishedPost) => {
  const { id, author, office, ...rest } = post;
  return {
    id,
    ...(author === undefined ? {} : { author }),
    ...(office === undefined ? {} : { office }),
    ...(official ? { official } : {}),
    ...(accepted ? { accepted } : {}),
    ...rest,
  };
};

/**
 * The front matter of a thread's page; `posts` are those that everybody sees, the question first, then by their numbers.
 * Nothing of members is in it but the name that they show and the office for which they are verified.
 */
export const threadData = (
  thread: ShownThread,
  posts: readonly ShownPost[],
  texts: ExportTexts,
  sample: boolean,
) => {
  const all = posts.map((post) => publishedPost(thread, post));
  const kept = roomFor(all);
  const answer = all.find((post) => post.accepted);
  const summary = excerptOf((answer ?? all[0])?.text ?? '', SUMMARY) || thread.title;
  return {
    title: thread.title,
    summary,
    ...(sample ? { sample: true } : {}),
    ...(thread.system ? { system: thread.system } : {}),
    published: dayOf(all[0]?.at ?? ''),
    changes: changesOf(all.slice(1), texts),
    section: thread.section,
    ...(isPagePath(thread.page) ? { about: thread.page } : {}),
    ...(kept.length < all.length ? { left: all.length - kept.length } : {}),
    posts: kept.map(withoutDefaults),
  };
};

/** The front matter that is left of a thread which was taken off on `today`. */
export const withdrawnData = (
  id: number,
  published: string,
  today: string,
  texts: ExportTexts,
) => ({
  title: texts.numbered(id),
  summary: texts.withdrawn,
  published,
  section: 'portal',
  withdrawn: today,
});
