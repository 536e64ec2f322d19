import type { Hono } from 'hono';
import { isMailAddress } from '#core/board/no-mail.ts';
import { writtenBy } from '#store/desk/board-reading.ts';
import { auditOf, grantsOf } from '#store/desk/members.ts';
import { subscriptionsOf } from '#store/desk/subscriptions.ts';
import { passkeysOf, waysOf } from '#store/desk/ways.ts';
import { type Answering, answering, type Desk } from './app.ts';
import type { FormMessage } from './form-parts.ts';
import * as pages from './member-pages.ts';
import { done, type Found, proofFault, refused } from './member-requests.ts';
import { subscriptionPart } from './subscription-pages.ts';
import { dateTime } from './times.ts';

const memberView = async (
  desk: Desk,
  { headers, parts }: Answering,
  { user, session }: Found,
): Promise<pages.MemberView> => {
  const { language } = await desk.frame();
  const time = dateTime(language);
  const { db } = desk.database;
  const sessions = await desk.auth.api.listSessions({ headers });
  const { password, provider } = await waysOf(db, user.id);
  return {
    name: user.name,
    email: isMailAddress(user.email) ? user.email : null,
    grants: await grantsOf(db, user.id),
    subscriptions: subscriptionPart(parts, await subscriptionsOf(db, user.id)),
    hasPassword: password,
    connected: provider && time.format(new Date(provider.since)),
    passkeys: (await passkeysOf(db, user.id)).map(({ id, name, since }) => ({
      id,
      name,
      since: since === null ? '' : time.format(new Date(since)),
    })),
    sessions: sessions.map(({ id, createdAt, userAgent }) => ({
      id,
      since: time.format(new Date(createdAt)),
      browser: userAgent ?? '',
      current: id === session.id,
    })),
  };
};

/** A member's own page, with what was done or refused there. */
export const ownPage = async (
  desk: Desk,
  answer: Answering,
  found: Found,
  message?: FormMessage,
  status?: 200 | 409 | 422 | 429,
): Promise<Response> => {
  const { page, parts } = answer;
  const view = await memberView(desk, answer, found);
  return page(parts.t.pages.members, pages.memberPage(parts, view, message), status);
};

/** The pages of a member who is signed in: sessions, one's own data, deletion. */
export const ownRoutes = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/members`;
  const { api } = desk.auth;
  const { db } = desk.database;
  app.get(`${at}/`, async (c) => {
    const answer = await answering(desk, c);
    const { page, parts, headers } = answer;
    const found = await api.getSession({ headers });
    if (found) return ownPage(desk, answer, found);
    const next = c.req.query('next') ?? '';
    return page(parts.t.pages.signIn, pages.signInPage(parts, undefined, { next }));
  });
  app.get(`${at}/privacy/`, async (c) => {
    const { page, parts } = await answering(desk, c);
    return page(parts.t.pages.privacy, pages.privacyPage(parts));
  });
  app.post(`${at}/sign-out/`, async (c) => {
    const { headers, lead } = await answering(desk, c);
    return lead('/', await api.signOut({ headers, asResponse: true }));
  });
  app.post(`${at}/sign-out-everywhere/`, async (c) => {
    const { headers, lead } = await answering(desk, c);
    if (await api.getSession({ headers })) await api.revokeSessions({ headers });
    return lead('/', await api.signOut({ headers, asResponse: true }));
  });
  app.post(`${at}/end-session/`, async (c) => {
    const { headers, lead, form } = await answering(desk, c);
    const id = (await form())('id');
    if (!(await api.getSession({ headers }))) return lead('/');
    const session = (await api.listSessions({ headers })).find((one) => one.id === id);
    if (session) await api.revokeSession({ headers, body: { token: session.token } });
    return lead('/');
  });
  app.get(`${at}/export/`, async (c) => {
    const { headers, lead } = await answering(desk, c);
    const found = await api.getSession({ headers });
    if (!found) return lead('/');
    const sessions = await api.listSessions({ headers });
    const { email } = found.user;
    const { password, provider } = await waysOf(db, found.user.id);
    const data = {
      member: { ...found.user, email: isMailAddress(email) ? email : null },
      signsInBy: {
        password,
        passkeys: (await passkeysOf(db, found.user.id)).map(({ name, since }) => ({ name, since })),
        provider: provider && {
          name: desk.settings.provider?.label ?? null,
          since: provider.since,
        },
      },
      roles: await grantsOf(db, found.user.id),
      // Without the token, by which one is signed in.
      sessions: sessions.map(({ token: _, ...session }) => session),
      ...(await writtenBy(db, found.user.id)),
      audit: await auditOf(db, found.user.id),
    };
    c.header('content-disposition', 'attachment; filename="wian-member.json"');
    return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
      'content-type': 'application/json',
    });
  });
  app.post(`${at}/delete/`, async (c) => {
    const answer = await answering(desk, c);
    const { page, parts, headers } = answer;
    const password = (await answer.form())('password');
    const found = await api.getSession({ headers });
    if (!found) return answer.lead('/');
    const { t } = parts;
    const fault = await proofFault(desk, answer, found, password);
    if (fault) return ownPage(desk, answer, found, refused(fault.text), fault.status);
    await api.deleteUser({ headers, body: password === '' ? {} : { password } });
    return page(t.pages.deleted, pages.plainPage(parts, t.pages.deleted, done(t.said.deleted)));
  });
};
