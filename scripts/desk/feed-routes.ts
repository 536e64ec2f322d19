import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { html } from 'hono/html';
import { isSection } from '#core/board/post.ts';
import { boardAtom, boardFeedTime } from '#output/feed/board-atom.ts';
import { publicHtml } from '#output/feed/html.ts';
import { type FeedPost, readFeedPosts } from '#store/desk/board-feed.ts';
import { POSTS_A_PAGE, placeOfPost, readThread } from '#store/desk/board-reading.ts';
import { answering, type Desk } from './app.ts';
import { type PostRenderer, readId, sayRefused } from './board-desk.ts';
import { sectionName } from './board-pages.ts';
import type { Html } from './form-parts.ts';

const TYPE = 'application/atom+xml';
const EVERYBODY = { member: null, moderates: false };

/** Address of the feed of a thread by its number, of a section by its key, or of all questions for ''. */
export const feedAddress = (board: string, of: number | string): string => {
  if (typeof of === 'number') return `${board}/${of}/atom.xml`;
  return of === '' ? `${board}/atom.xml` : `${board}/section/${of}/atom.xml`;
};

/** What the head of a page says of its feed. */
export const feedLink = (board: string, of: number | string, title: string): Html =>
  html`<link rel="alternate" type="${TYPE}" title="${title}" href="${feedAddress(board, of)}">`;

interface FeedHead {
  readonly of: number | string;
  readonly title: string;
  /** The page that shows the same, below the board. */
  readonly page: string;
}

const sendFeed = async (
  desk: Desk,
  c: Context,
  render: PostRenderer,
  { of, title, page }: FeedHead,
): Promise<Response> => {
  const { settings, database } = desk;
  const { texts, language } = await desk.frame();
  const board = `${settings.origin}${settings.base}/board`;
  const site = new URL(`${settings.origin}${settings.base}/`);
  const posts = await readFeedPosts(database.db, of);
  const htmls = await render(posts);
  const entryOf = async (post: FeedPost, at: number) => {
    const { id, thread, question, author, created_at: published, edited_at: edited } = post;
    const before = await placeOfPost(database.db, { thread, id }, EVERYBODY);
    const from = Math.floor(before / POSTS_A_PAGE) * POSTS_A_PAGE;
    return {
      post: id,
      title: question === 1 ? post.title : texts.follow.mail.answer(post.title),
      url: `${board}/${thread}/${from === 0 ? '' : `?from=${from}`}#p${id}`,
      author: author ?? texts.board.formerMember,
      published,
      updated: edited ?? published,
      html: publicHtml(htmls[at] ?? '', `/board/${thread}/`, site),
    };
  };
  const feed = {
    key: `/board${page}`,
    title,
    language,
    self: feedAddress(board, of),
    home: `${board}${page}`,
    entries: await Promise.all(posts.map(entryOf)),
  };
  const changed = new Date(boardFeedTime(feed)).toUTCString();
  // Kept by readers, and asked for again each time: what a moderator takes away is not to live on.
  c.header('cache-control', 'no-cache');
  c.header('last-modified', changed);
  // Only the very time: where the newest post was taken away, the feed is of an earlier one than the reader has.
  const isKnown = c.req.header('if-modified-since') === changed && !c.req.header('if-none-match');
  if (isKnown) return c.body(null, 304);
  return c.body(boardAtom(feed), 200, { 'content-type': `${TYPE}; charset=utf-8` });
};

/** The feeds of the board, which everybody may read: of each thread, each section, and all questions. */
export const feedRoutes = (app: Hono, desk: Desk, render: PostRenderer): void => {
  const at = `${desk.settings.base}/board`;
  const { db } = desk.database;
  app.get(`${at}/atom.xml`, etag(), async (c) => {
    const { texts } = await desk.frame();
    return sendFeed(desk, c, render, { of: '', title: texts.board.title, page: '/' });
  });
  app.get(`${at}/section/:section/atom.xml`, etag(), async (c) => {
    const { texts } = await desk.frame();
    const section = c.req.param('section');
    if (!isSection(section)) {
      return sayRefused(await answering(desk, c), texts.board.refused.missing, 404);
    }
    const title = `${texts.board.title}: ${sectionName(texts.board, section)}`;
    return sendFeed(desk, c, render, { of: section, title, page: `/?section=${section}` });
  });
  app.get(`${at}/:id{[0-9]+}/atom.xml`, etag(), async (c) => {
    const id = readId(c.req.param('id'));
    const thread = id === null ? undefined : await readThread(db, id);
    if (thread && thread.merged_into !== null) {
      return c.redirect(feedAddress(at, thread.merged_into), 301);
    }
    if (thread?.state !== 'shown') {
      const answer = await answering(desk, c);
      return sayRefused(answer, answer.parts.t.board.refused.missing, 404);
    }
    const head = { of: thread.id, title: thread.title, page: `/${thread.id}/` };
    return sendFeed(desk, c, render, head);
  });
};
