import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { codeOfBytes, readCode } from '#core/board/office-code.ts';
import { isSection, isSystemOrNone } from '#core/board/post.ts';
import { type Grant, mayDo, mayGrant, officesOf, ROLES, type Role } from '#core/board/role.ts';
import { readQueue, readReports, readThread } from '#store/desk/board-reading.ts';
import { closeReports } from '#store/desk/board-reports.ts';
import { mergeThreads, moveThread, setLocked, setPostState } from '#store/desk/board-writing.ts';
import { grantRole, memberByEmail, revokeRole, takeTry } from '#store/desk/members.ts';
import { addOfficeCode, useOfficeCode } from '#store/desk/office-codes.ts';
import type { Desk } from './app.ts';
import {
  asMember,
  done,
  type MemberRequest,
  namedPost,
  type PostRenderer,
  readId,
  refused,
  sayRefused,
} from './board-desk.ts';
import { moderatePage, officesPage, queuePage, sheetPage } from './board-forms.ts';
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

const readGrant = (role: string, office: string): Grant | null =>
  (ROLES as readonly string[]).includes(role) && role !== 'member'
    ? { role: role as Role, office: role === 'officer' ? office : null }
    : null;

const offices = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/members`;
  const { db } = desk.database;
  const page = async (
    { answer, member, t }: MemberRequest,
    message?: Parameters<typeof officesPage>[2],
  ): Promise<Response> => {
    const { offices: names } = await desk.facts();
    const view = {
      offices: officesOf(member.grants).map((id) => names.get(id) ?? id),
      mayGrantOffice: mayDo(member.grants, 'grant-office'),
      mayGrantRole: mayDo(member.grants, 'grant-role'),
    };
    const status = message?.kind === 'refused' ? 422 : 200;
    return answer.page(t.pages.offices, officesPage(answer.parts, view, message), status);
  };
  app.get(
    `${at}/offices/`,
    asMember(desk, 'write', (request) => page(request)),
  );
  app.post(
    `${at}/offices/`,
    asMember(desk, 'write', async (request) => {
      const { answer, member, t } = request;
      const code = readCode((await answer.form())('code'));
      const who = desk.digest(member.id);
      const wait = await takeTry(db, 'code-account', who, new Date());
      if (wait > 0)
        return page(request, refused(answer.parts.t.refused.wait(Math.ceil(wait / 60))));
      const office =
        code === null ? null : await useOfficeCode(db, desk.digest(code), byOf(request));
      if (office === null) return page(request, refused(t.refused.code));
      const name = (await desk.facts()).offices.get(office) ?? office;
      const now = { ...member, grants: [...member.grants, { role: 'officer', office } as const] };
      return page({ ...request, member: now }, done(t.said.verified(name)));
    }),
  );
  app.post(
    `${at}/office-code/`,
    asMember(desk, 'grant-office', async (request) => {
      const { answer, t } = request;
      const id = (await answer.form())('office');
      const name = (await desk.facts()).offices.get(id);
      if (name === undefined) return page(request, refused(t.refused.office));
      const code = codeOfBytes(randomBytes(40));
      const until = await addOfficeCode(db, desk.digest(readCode(code) ?? ''), id, byOf(request));
      const sheet = {
        office: name,
        code,
        until: dateTime((await desk.frame()).language).format(until),
        address: `${desk.settings.origin}${at}/offices/`,
      };
      return answer.page(t.pages.sheet, sheetPage(answer.parts, sheet));
    }),
  );
  app.post(
    `${at}/grant/`,
    asMember(desk, 'grant-office', async (request) => {
      const { answer, member, t } = request;
      const form = await answer.form();
      const grant = readGrant(form('role'), form('office'));
      if (!grant || !mayGrant(member.grants, grant)) return sayRefused(answer, t.refused.may, 403);
      if (grant.office !== null && !(await desk.facts()).offices.has(grant.office)) {
        return page(request, refused(t.refused.office));
      }
      const found = await memberByEmail(db, form('email'));
      if (!found?.emailVerified) return page(request, refused(t.refused.member));
      const by = byOf(request);
      if (form('do') === 'revoke') {
        const revoked = await revokeRole(db, found.id, grant, by);
        if (revoked === 'last') return page(request, refused(answer.parts.t.grants.last));
        return page(
          request,
          revoked === 'revoked' ? done(t.said.revoked) : refused(t.refused.hadIt),
        );
      }
      const isGranted = await grantRole(db, found.id, grant, by);
      return page(request, isGranted ? done(t.said.granted) : refused(t.refused.hadIt));
    }),
  );
};

/** What moderators and administrators do, and how a member becomes an officer. */
export const moderationRoutes = (app: Hono, desk: Desk, render: PostRenderer): void => {
  queue(app, desk, render);
  threads(app, desk);
  offices(app, desk);
};
