import type { Hono } from 'hono';
import { isSection, isSystemOrNone } from '#core/board/post.ts';
import { readQueue, readReports, readThread } from '#store/desk/board-reading.ts';
import { closeReports } from '#store/desk/board-reports.ts';
import { mergeThreads, moveThread, setLocked, setPostState } from '#store/desk/board-writing.ts';
import type { Desk } from './app.ts';
import {
  asMember,
  type MemberRequest,
  namedPost,
  type PostRenderer,
  readId,
  refused,
  sayRefused,
} from './board-desk.ts';
import { moderatePage, queuePage } from './board-forms.ts';
import { dateTime } from './times.ts';

const byOf = ({ member }: MemberRequest) => ({ actor: member.id, now: new Date() });

const queue = (app: Hono, desk: Desk, render: PostRenderer): void => {
  const at = `${desk.settings.base}/board`;
  const { db } = desk.database;
  app.get(
    `${at}/queue/`,
    asMember(desk, 'moderate', async ({ answer, t }) => {
      const time = dateTime((await desk.frame()).language);
      const queued = await readQueue(db);
      const reports = await readReports(db);
      const queuedHtml = await render(queued);
      const reportHtml = await render(
        reports.map(({ post, body, edited_at }) => ({ id: post, body, edited_at })),
      );
      const waiting = queued.map((one, index) => ({
        thread: one.thread,
        post: one.id,
        title: one.title,
        html: queuedHtml[index] ?? '',
        note: `${one.author_name ?? t.formerMember} · ${time.format(new Date(one.created_at))}`,
      }));
      const reported = reports.map((one, index) => ({
        thread: one.thread,
        post: one.post,
        title: one.title,
        html: reportHtml[index] ?? '',
        note: `${t.fields.reason}: ${one.reason}`,
      }));
      return answer.page(t.pages.queue, queuePage(answer.parts, waiting, reported));
    }),
  );
  for (const what of ['show', 'remove', 'close-reports'] as const) {
    app.post(
      `${at}/:id{[0-9]+}/${what}/`,
      asMember(desk, 'moderate', async (request) => {
        const { c, answer, t } = request;
        const form = await answer.form();
        const named = await namedPost(desk, c, form('post'));
        if (!named) return sayRefused(answer, t.refused.missing, 404);
        const { post, thread } = named;
        if (what !== 'close-reports') {
          await setPostState(db, post.id, what === 'show' ? 'shown' : 'removed', byOf(request));
        }
        if (what !== 'show') await closeReports(db, post.id, byOf(request));
        const isGone = form('back') === 'queue' || (what === 'remove' && post.question === 1);
        return answer.leadBoard(isGone ? '/queue/' : `/${thread.id}/`);
      }),
    );
  }
};

const threads = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/board/:id{[0-9]+}`;
  const { db } = desk.database;
  const shown = async ({ c }: MemberRequest) => {
    const id = readId(c.req.param('id') ?? '');
    const thread = id === null ? undefined : await readThread(db, id);
    return thread?.state === 'shown' ? thread : null;
  };
  app.get(
    `${at}/moderate/`,
    asMember(desk, 'moderate', async (request) => {
      const { answer, t } = request;
      const thread = await shown(request);
      if (!thread) return sayRefused(answer, t.refused.missing, 404);
      return answer.page(t.pages.move, moderatePage(answer.parts, thread));
    }),
  );
  for (const what of ['lock', 'move', 'merge'] as const) {
    app.post(
      `${at}/${what}/`,
      asMember(desk, 'moderate', async (request) => {
        const { answer, t } = request;
        const thread = await shown(request);
        if (!thread) return sayRefused(answer, t.refused.missing, 404);
        const form = await answer.form();
        const again = (text: string) =>
          answer.page(t.pages.move, moderatePage(answer.parts, thread, refused(text)), 422);
        let { id } = thread;
        if (what === 'lock') await setLocked(db, id, form('locked') === 'yes', byOf(request));
        if (what === 'move') {
          const to = { section: form('section'), system: form('system') };
          if (!isSection(to.section) || !isSystemOrNone(to.system)) return again(t.refused.subject);
          await moveThread(db, id, to, byOf(request));
        }
        if (what === 'merge') {
          const into = readId(form('into'));
          if (into === null || !(await mergeThreads(db, id, into, byOf(request)))) {
            return again(t.refused.merge);
          }
          id = into;
        }
        return answer.leadBoard(`/${id}/`);
      }),
    );
  }
};

/** What moderators do. */
export const moderationRoutes = (app: Hono, desk: Desk, render: PostRenderer): void => {
  queue(app, desk, render);
  threads(app, desk);
};
