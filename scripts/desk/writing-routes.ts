import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { MOST_PICTURES } from '#core/board/picture.ts';
import {
  isSection,
  isSystemOrNone,
  mayEdit,
  officeOfPost,
  plainText,
  plainTitle,
  waitsInQueue,
} from '#core/board/post.ts';
import { mayDo, officesOf } from '#core/board/role.ts';
import { wordsOf } from '#core/board/words.ts';
import { countShown, POSTS_A_PAGE, placeOfPost, readThread } from '#store/desk/board-reading.ts';
import { addReport } from '#store/desk/board-reports.ts';
import { acceptAnswer, addAnswer, addThread, changePost } from '#store/desk/board-writing.ts';
import { deletePictures, insertPictures, readPictures } from '#store/desk/pictures.ts';
import { portalPageTitle } from '#store/desk/portal-facts.ts';
import { type Answering, answering, type Desk, type SignedIn } from './app.ts';
import {
  asMember,
  done,
  isOnce,
  type MemberRequest,
  namedPost,
  type PostRenderer,
  postWait,
  readId,
  refusalOf,
  refused,
  sayRefused,
} from './board-desk.ts';
import { askPage, editPage, reportPage, type TypedQuestion } from './board-forms.ts';
import { boardTexts } from './board-pages.ts';
import { drawThread } from './board-routes.ts';
import { plainPage } from './member-pages.ts';
import { picturesGone, takePictures } from './pictures.ts';

const LONGEST_REASON = 500;

const stateFor = async (desk: Desk, member: SignedIn) => {
  const shown = await countShown(desk.database.db, member.id);
  return waitsInQueue(shown, mayDo(member.grants, 'skip-queue')) ? 'queued' : 'shown';
};

/** Where a post was put, as an address with its place: on the page of the thread on which it is. */
const leadToPost = async (
  desk: Desk,
  { answer, member }: MemberRequest,
  put: { readonly thread: number; readonly post: number },
): Promise<Response> => {
  const viewer = { member: member.id, moderates: mayDo(member.grants, 'moderate') };
  const named = { thread: put.thread, id: put.post };
  const before = await placeOfPost(desk.database.db, named, viewer);
  const from = Math.floor(before / POSTS_A_PAGE) * POSTS_A_PAGE;
  return answer.leadBoard(`/${put.thread}/${from === 0 ? '' : `?from=${from}`}#p${put.post}`);
};

const readQuestion = async (answer: Answering, { hasMail }: SignedIn): Promise<TypedQuestion> => {
  const form = await answer.form();
  return {
    title: plainTitle(form('title')),
    body: plainText(form('body')),
    section: form('section'),
    system: form('system'),
    page: form('page'),
    once: form('once'),
    follow: hasMail ? form('follow') === 'yes' : null,
  };
};

const asking = (app: Hono, desk: Desk): void => {
  const path = `${desk.settings.base}/board/ask/`;
  const { db } = desk.database;
  app.get(path, async (c) => {
    const answer = await answering(desk, c);
    const t = boardTexts(answer.parts);
    const asked = c.req.query('page') ?? '';
    const about = asked === '' ? null : await portalPageTitle(desk.dist, asked);
    const page = about === null ? '' : asked;
    const member = await answer.member();
    if (!member) {
      const next = `/ask/${page ? `?page=${page}` : ''}`;
      return c.redirect(`${answer.parts.at}/?next=${encodeURIComponent(next)}`, 303);
    }
    const empty = { title: '', body: '', section: '', system: '', page };
    const form = { ...empty, once: randomUUID(), follow: member.hasMail ? true : null };
    return answer.page(t.pages.ask, askPage(answer.parts, form, about));
  });
  app.post(
    path,
    asMember(desk, 'write', async (request) => {
      const { answer, member, t } = request;
      const typed = await readQuestion(answer, member);
      const about = typed.page === '' ? null : await portalPageTitle(desk.dist, typed.page);
      const again = (text: string, status: 422 | 429) =>
        answer.page(t.pages.ask, askPage(answer.parts, typed, about, refused(text)), status);
      if (!isOnce(typed.once)) return again(t.refused.form, 422);
      if (!isSection(typed.section) || !isSystemOrNone(typed.system)) {
        return again(t.refused.subject, 422);
      }
      if (typed.page !== '' && about === null) return again(t.refused.page, 422);
      const fault = refusalOf(t, typed);
      if (fault) return again(fault, 422);
      const wait = await postWait(desk, member, answer.parts.t.refused.wait);
      if (wait) return again(wait, 429);
      const issuer = (await desk.facts()).issuers.get(typed.page) ?? '';
      const office = officeOfPost(officesOf(member.grants), issuer);
      const state = await stateFor(desk, member);
      const words = wordsOf(typed.title);
      const by = { actor: member.id, now: new Date() };
      const taken = await takePictures(desk, request.c, t);
      if ('fault' in taken) return again(taken.fault, 422);
      const { pictures } = taken;
      const follow = typed.follow === true;
      const asked = { ...typed, follow, issuer, office, state, words, pictures } as const;
      const put = await addThread(db, asked, by);
      if (state === 'queued') return answer.leadBoard('/waiting/');
      return leadToPost(desk, request, put);
    }),
  );
  app.get(`${desk.settings.base}/board/waiting/`, async (c) => {
    const { page, parts } = await answering(desk, c);
    const { said, title } = boardTexts(parts);
    return page(title, plainPage(parts, title, done(said.queued)));
  });
};

const answers = (app: Hono, desk: Desk, render: PostRenderer): void => {
  const at = `${desk.settings.base}/board/:id{[0-9]+}`;
  const { db } = desk.database;
  app.post(
    `${at}/answer/`,
    asMember(desk, 'write', async (request) => {
      const { c, answer, member, t } = request;
      const form = await answer.form();
      const [body, once] = [plainText(form('body')), form('once')];
      const id = readId(c.req.param('id') ?? '');
      const thread = id === null ? undefined : await readThread(db, id);
      if (!thread || thread.state === 'removed') {
        return sayRefused(answer, t.refused.missing, 404, body);
      }
      const again = (text: string) =>
        drawThread(desk, answer, render, thread, 0, { message: refused(text), typed: body, once });
      if (!isOnce(once)) return sayRefused(answer, t.refused.form, 422, body);
      const fault = refusalOf(t, { title: null, body });
      if (fault) return again(fault);
      const wait = await postWait(desk, member, answer.parts.t.refused.wait);
      if (wait) return again(wait);
      const office = officeOfPost(officesOf(member.grants), thread.issuer);
      const state = await stateFor(desk, member);
      const by = { actor: member.id, now: new Date() };
      const taken = await takePictures(desk, c, t);
      if ('fault' in taken) return again(taken.fault);
      const { pictures } = taken;
      const put = await addAnswer(db, thread.id, { body, office, state, once, pictures }, by);
      // A thread that takes no answers has no form for them.
      if (!put) return sayRefused(answer, t.refused.locked, 422, body);
      if (state === 'queued') return answer.leadBoard('/waiting/');
      return leadToPost(desk, request, put);
    }),
  );
  app.post(
    `${at}/accept/`,
    asMember(desk, 'write', async (request) => {
      const { c, answer, member, t } = request;
      const form = await answer.form();
      const named = await namedPost(desk, c, form('post'));
      if (!named) return sayRefused(answer, t.refused.missing, 404);
      const { thread, post } = named;
      if (thread.author !== member.id && !mayDo(member.grants, 'moderate')) {
        return sayRefused(answer, t.refused.may, 403);
      }
      const by = { actor: member.id, now: new Date() };
      const chosen = form('accepted') === 'no' ? null : post.id;
      if (!(await acceptAnswer(db, thread.id, chosen, by))) {
        return sayRefused(answer, t.refused.accept, 422);
      }
      return leadToPost(desk, request, { thread: thread.id, post: post.id });
    }),
  );
};

const changes = (app: Hono, desk: Desk, render: PostRenderer): void => {
  const at = `${desk.settings.base}/board/:id{[0-9]+}`;
  const { db } = desk.database;
  const editable = async ({ c, member }: MemberRequest, id: string) => {
    const named = await namedPost(desk, c, id);
    const locked = named?.thread.locked !== 0;
    return named && mayEdit(named.post, { locked }, member.id) ? named : null;
  };
  app.get(
    `${at}/edit/`,
    asMember(desk, 'write', async (request) => {
      const { c, answer, t } = request;
      const named = await editable(request, c.req.query('post') ?? '');
      if (!named) return sayRefused(answer, t.refused.may, 403);
      const pictures = (await readPictures(db, [named.post.id])).get(named.post.id) ?? [];
      const typed = { ...named.post, pictures };
      return answer.page(t.pages.edit, editPage(answer.parts, named.thread.id, typed));
    }),
  );
  app.post(
    `${at}/edit/`,
    asMember(desk, 'write', async (request) => {
      const { c, answer, member, t } = request;
      const form = await answer.form();
      const named = await editable(request, form('post'));
      const body = plainText(form('body'));
      if (!named) return sayRefused(answer, t.refused.may, 403, body);
      const { thread, post } = named;
      const had = (await readPictures(db, [post.id])).get(post.id) ?? [];
      const gone = await picturesGone(c);
      const again = (text: string, status: 422 | 429) => {
        const typed = { id: post.id, body, pictures: had };
        const content = editPage(answer.parts, thread.id, typed, refused(text));
        return answer.page(t.pages.edit, content, status);
      };
      const fault = refusalOf(t, { title: null, body });
      if (fault) return again(fault, 422);
      const wait = await postWait(desk, member, answer.parts.t.refused.wait);
      if (wait) return again(wait, 429);
      const left = had.filter(({ id }) => !gone.includes(id)).length;
      const taken = await takePictures(desk, c, t, MOST_PICTURES - left);
      if ('fault' in taken) return again(taken.fault, 422);
      const now = new Date();
      await changePost(db, post.id, body, { actor: member.id, now });
      await deletePictures(db, desk.settings.data, post.id, gone);
      await insertPictures(db, post.id, member.id, taken.pictures, now);
      return leadToPost(desk, request, { thread: thread.id, post: post.id });
    }),
  );
  app.get(
    `${at}/report/`,
    asMember(desk, 'report', async ({ c, answer, t }) => {
      const named = await namedPost(desk, c, c.req.query('post') ?? '');
      if (named?.post.state !== 'shown') return sayRefused(answer, t.refused.missing, 404);
      const [shown = ''] = await render([named.post]);
      const content = reportPage(answer.parts, named.thread.id, named.post.id, shown);
      return answer.page(t.pages.report, content);
    }),
  );
  app.post(
    `${at}/report/`,
    asMember(desk, 'report', async ({ c, answer, member, t }) => {
      const form = await answer.form();
      const named = await namedPost(desk, c, form('post'));
      if (named?.post.state !== 'shown') return sayRefused(answer, t.refused.missing, 404);
      const reason = plainText(form('reason'));
      if (reason === '' || reason.length > LONGEST_REASON) {
        return sayRefused(answer, t.refused.reason, 422);
      }
      const wait = await postWait(desk, member, answer.parts.t.refused.wait);
      if (wait) return sayRefused(answer, wait, 429);
      await addReport(db, named.post.id, reason, { actor: member.id, now: new Date() });
      return answer.page(
        t.pages.report,
        plainPage(answer.parts, t.pages.report, done(t.said.reported)),
      );
    }),
  );
};

/** What members write: questions, answers, changes, reports. */
export const writingRoutes = (app: Hono, desk: Desk, render: PostRenderer): void => {
  asking(app, desk);
  answers(app, desk, render);
  changes(app, desk, render);
};
