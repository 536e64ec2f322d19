import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { isOfficial, isSection, isSystemOrNone, mayEdit } from '#core/board/post.ts';
import { mayDo } from '#core/board/role.ts';
import { wordsOf } from '#core/board/words.ts';
import {
  findThreads,
  listThreads,
  POSTS_A_PAGE,
  type ReadPost,
  type ReadThread,
  readPosts,
  readThread,
  readVersions,
  THREADS_A_PAGE,
  type ThreadChoice,
  type ThreadPlace,
  type Viewer,
} from '#store/desk/board-reading.ts';
import { takeTry } from '#store/desk/members.ts';
import { readPictures } from '#store/desk/pictures.ts';
import { portalPageTitle } from '#store/desk/portal-facts.ts';
import { type Answering, answering, type Desk, type SignedIn } from './app.ts';
import { namedPost, type PostRenderer, readId, sayRefused } from './board-desk.ts';
import { historyPage } from './board-forms.ts';
import { boardTexts, listPage, type PostView, threadPage } from './board-pages.ts';
import { feedLink } from './feed-routes.ts';
import type { FormMessage } from './form-parts.ts';
import { followSection, followThread } from './subscription-routes.ts';
import { dateTime } from './times.ts';

const choiceOf = (c: Context): ThreadChoice => {
  const section = c.req.query('section') ?? '';
  const system = c.req.query('system') ?? '';
  return {
    section: isSection(section) ? section : '',
    system: isSystemOrNone(system) ? system : '',
    page: c.req.query('page') ?? '',
    unanswered: c.req.query('unanswered') === '1',
  };
};

const placeOf = (text: string | undefined): ThreadPlace | null => {
  const [, activeAt, id] = /^(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)_(\d{1,9})$/.exec(text ?? '') ?? [];
  return activeAt === undefined ? null : { activeAt, id: Number(id) };
};

const viewerOf = (member: SignedIn | null): Viewer => ({
  member: member?.id ?? null,
  moderates: member !== null && mayDo(member.grants, 'moderate'),
});

const list = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/board`;
  const { db } = desk.database;
  app.get(`${at}/`, async (c) => {
    const { page, parts, member } = await answering(desk, c);
    const { language } = await desk.frame();
    const choice = choiceOf(c);
    const about = choice.page === '' ? null : await portalPageTitle(desk.dist, choice.page);
    const behind = placeOf(c.req.query('behind'));
    const found = await listThreads(db, choice, behind, THREADS_A_PAGE + 1);
    const threads = found.slice(0, THREADS_A_PAGE);
    const last = found.length > THREADS_A_PAGE ? threads.at(-1) : undefined;
    const query = new URLSearchParams({
      ...(choice.section && { section: choice.section }),
      ...(choice.system && { system: choice.system }),
      ...(choice.page && { page: choice.page }),
      ...(choice.unanswered && { unanswered: '1' }),
      ...(last && { behind: `${last.active_at}_${last.id}` }),
    });
    const reader = await member();
    const { moderates } = viewerOf(reader);
    const view = {
      choice,
      about,
      threads,
      older: last ? `${at}/?${query}` : null,
      isFirst: behind === null,
      time: dateTime(language),
      moderates,
      follow: await followSection(desk, parts, reader, choice.section),
    };
    const { title } = boardTexts(parts);
    const feed = feedLink(parts.board, choice.section, title);
    return page(title, listPage(parts, view), 200, feed);
  });
  app.get(`${at}/similar.json`, async (c) => {
    const { client } = await answering(desk, c);
    const wait = await takeTry(db, 'similar-address', desk.digest(client), new Date());
    if (wait > 0) {
      c.header('retry-after', String(wait));
      return c.json([], 429);
    }
    const words = wordsOf((c.req.query('q') ?? '').slice(0, 200));
    const found = await findThreads(db, words, 5);
    return c.json(found.map(({ id, title, answers }) => ({ url: `${at}/${id}/`, title, answers })));
  });
  app.get(`${at}/ask.js`, async (c) => {
    const script = await readFile(join(import.meta.dirname, 'browser/ask.js'), 'utf8');
    c.header('cache-control', 'no-cache');
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
};

/** Draws a thread with the post numbered `from` on first; what was typed stays where it was refused. */
export const drawThread = async (
  desk: Desk,
  answer: Answering,
  render: PostRenderer,
  thread: ReadThread,
  from: number,
  again: { readonly message?: FormMessage; readonly typed?: string; readonly once?: string } = {},
): Promise<Response> => {
  const { parts } = answer;
  const member = await answer.member();
  const viewer = viewerOf(member);
  const [{ language }, { officeName }] = [await desk.frame(), await desk.facts()];
  const posts = await readPosts(desk.database.db, thread.id, viewer, from);
  const htmls = await render(posts);
  const pictures = await readPictures(
    desk.database.db,
    posts.map(({ id }) => id),
  );
  const locked = thread.locked !== 0;
  const mayAccept = viewer.moderates || (member !== null && member.id === thread.author);
  const viewOf = (post: ReadPost, index: number): PostView => ({
    id: post.id,
    isQuestion: post.question === 1,
    author: post.author_name,
    office: post.office ? officeName(post.office) : null,
    official: isOfficial(post.office, thread.issuer),
    html: htmls[index] ?? '',
    pictures: pictures.get(post.id) ?? [],
    at: post.created_at,
    editedAt: post.edited_at,
    waits: post.state === 'queued',
    accepted: thread.accepted === post.id,
    mayEdit: member !== null && mayEdit(post, { locked }, member.id),
    mayAccept: mayAccept && post.question === 0 && post.state === 'shown',
  });
  const at = `${parts.board}/${thread.id}/`;
  const total = thread.answers + 1;
  const view = {
    ...thread,
    about: thread.page ? await portalPageTitle(desk.dist, thread.page) : null,
    locked,
    posts: posts.map(viewOf),
    former: from === 0 ? null : `${at}?from=${Math.max(0, from - POSTS_A_PAGE)}`,
    next: from + POSTS_A_PAGE < total ? `${at}?from=${from + POSTS_A_PAGE}` : null,
    moderates: viewer.moderates,
    mayPromote:
      member !== null &&
      mayDo(member.grants, 'promote') &&
      thread.accepted !== null &&
      thread.state === 'shown',
    signedIn: member !== null,
    time: dateTime(language),
    follow: await followThread(desk, parts, member, thread),
    typed: again.typed ?? '',
    once: again.once ?? randomUUID(),
  };
  return answer.page(
    thread.title,
    threadPage(parts, view, again.message),
    again.message ? 422 : 200,
    thread.state === 'shown' ? feedLink(parts.board, thread.id, thread.title) : undefined,
  );
};

/** Whether somebody may see a thread: everybody one that is shown, its writer and moderators one that waits. */
const maySee = (thread: ReadThread, { member, moderates }: Viewer): boolean =>
  thread.state === 'shown' ||
  (thread.state === 'queued' && (moderates || (member !== null && thread.author === member)));

const threads = (app: Hono, desk: Desk, render: PostRenderer): void => {
  const at = `${desk.settings.base}/board`;
  const { db } = desk.database;
  app.get(`${at}/:id{[0-9]+}/`, async (c) => {
    const answer = await answering(desk, c);
    const id = readId(c.req.param('id'));
    const thread = id === null ? undefined : await readThread(db, id);
    const missing = boardTexts(answer.parts).refused.missing;
    if (!thread) return sayRefused(answer, missing, 404);
    if (thread.merged_into !== null) return c.redirect(`${at}/${thread.merged_into}/`, 301);
    if (!maySee(thread, viewerOf(await answer.member()))) return sayRefused(answer, missing, 404);
    const from = readId(c.req.query('from') ?? '') ?? 0;
    return drawThread(desk, answer, render, thread, from);
  });
  // Pages of threads and of their list as the portal numbers them, where they are its pages too.
  app.get(`${at}/page/:page{[0-9]+}/`, (c) => c.redirect(`${at}/`, 302));
  app.get(`${at}/:id{[0-9]+}/:page{[0-9]+}/`, (c) =>
    c.redirect(`${at}/${c.req.param('id')}/`, 302),
  );
  app.get(`${at}/:id{[0-9]+}/history/`, async (c) => {
    const answer = await answering(desk, c);
    const named = await namedPost(desk, c, c.req.query('post') ?? '');
    const viewer = viewerOf(await answer.member());
    const { refused, pages } = boardTexts(answer.parts);
    const isSeen =
      named !== null &&
      maySee(named.thread, viewer) &&
      (named.post.state === 'shown' || viewer.moderates || named.post.author === viewer.member);
    if (!isSeen || named.post.state === 'removed') {
      return sayRefused(answer, refused.missing, 404);
    }
    const { post, thread } = named;
    const time = dateTime((await desk.frame()).language);
    const former = await readVersions(db, post.id);
    const all = [...former, { body: post.body, at: null }];
    const htmls = await render(
      all.map(({ body, at }, index) => ({
        id: post.id,
        body,
        edited_at: at === null ? post.edited_at : `before ${at} ${index}`,
      })),
    );
    const versions = all.map((one, index) => ({
      html: htmls[index] ?? '',
      until: one.at === null ? null : time.format(new Date(one.at)),
    }));
    return answer.page(pages.history, historyPage(answer.parts, thread.id, versions.reverse()));
  });
};

/** The pages of the board that everybody may read. */
export const boardRoutes = (app: Hono, desk: Desk, render: PostRenderer): void => {
  list(app, desk);
  threads(app, desk, render);
};
