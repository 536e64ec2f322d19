import { APIError } from 'better-auth/api';
import type { Hono } from 'hono';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { writtenBy } from '#store/desk/board-reading.ts';
import { auditOf, forgetTries, grantsOf, takeTry, tidy } from '#store/desk/members.ts';
import { subscriptionsOf } from '#store/desk/subscriptions.ts';
import { type Answering, answering, type Desk } from './app.ts';
import type { FormMessage } from './form-parts.ts';
import * as pages from './member-pages.ts';
import { subscriptionPart } from './subscription-pages.ts';
import { dateTime } from './times.ts';

const refused = (text: string): FormMessage => ({ kind: 'refused', text });
const done = (text: string): FormMessage => ({ kind: 'done', text });

const LONGEST_NAME = 60;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const minutes = (seconds: number): number => Math.ceil(seconds / 60);

/** The code of what better-auth refuses; any other error is thrown on. */
const codeOf = (error: unknown): string => {
  if (error instanceof APIError) return String(error.body?.code ?? error.status);
  throw error;
};

const passwordFault = (t: Answering['parts']['t'], password: string): string | null => {
  if (password.length < 10) return t.refused.short;
  return password.length > 128 ? t.refused.long : null;
};

interface SignUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly consent: boolean;
}

const signUpFault = (t: Answering['parts']['t'], typed: SignUp): string | null => {
  if (typed.name === '' || typed.name.length > LONGEST_NAME) return t.refused.name;
  if (findPersonalData(typed.name).length > 0) return t.refused.nameData;
  if (!EMAIL.test(typed.email)) return t.refused.email;
  return passwordFault(t, typed.password) ?? (typed.consent ? null : t.refused.consent);
};

/** Seconds that a reader at this address has to wait before mail is asked for again. */
const mailWait = ({ database, digest }: Desk, { client }: Answering): Promise<number> =>
  takeTry(database.db, 'mail-address', digest(client), new Date());

const signUp = (app: Hono, desk: Desk): void => {
  const path = `${desk.settings.base}/members/sign-up/`;
  app.get(path, async (c) => {
    const { page, parts } = await answering(desk, c);
    return page(parts.t.pages.signUp, pages.signUpPage(parts));
  });
  app.post(path, async (c) => {
    const answer = await answering(desk, c);
    const { t } = answer.parts;
    const form = await answer.form();
    const [name, email, password] = [form('name'), form('email'), form('password')];
    const typed = { name, email, password, consent: form('consent') === 'yes' };
    const again = (text: string, status: 422 | 429) =>
      answer.page(t.pages.signUp, pages.signUpPage(answer.parts, refused(text), typed), status);
    const fault = signUpFault(t, typed);
    if (fault) return again(fault, 422);
    const wait = await mailWait(desk, answer);
    if (wait > 0) return again(t.refused.wait(minutes(wait)), 429);
    const body = { name, email, password, consentedAt: new Date() };
    try {
      await desk.auth.api.signUpEmail({ body, headers: answer.headers });
    } catch (error) {
      if (!/EMAIL/.test(codeOf(error))) throw error;
      return again(t.refused.email, 422);
    }
    return answer.lead('/sent/');
  });
};

/** Whether a form of the board is where somebody wants to go on; nothing of another site. */
const onBoard = (path: string): boolean =>
  /^\/(?:\d+\/|ask\/|queue\/)?(?:\?(?:page|section)=[\w/.~%-]*)?$/.test(path);

const signIn = (app: Hono, desk: Desk): void => {
  const { db } = desk.database;
  app.post(`${desk.settings.base}/members/sign-in/`, async (c) => {
    const answer = await answering(desk, c);
    const { t } = answer.parts;
    const form = await answer.form();
    const [email, password, next] = [form('email'), form('password'), form('next')];
    const who = [
      ['password-account', desk.digest(email)],
      ['password-address', desk.digest(answer.client)],
    ] as const;
    const again = (text: string, status: 403 | 422 | 429) =>
      answer.page(
        t.pages.signIn,
        pages.signInPage(answer.parts, refused(text), { email, next }),
        status,
      );
    const now = new Date();
    // Counted before the password is looked at: many tries at once would else all be the first.
    for (const [name, key] of who) {
      const wait = await takeTry(db, name, key, now);
      if (wait > 0) return again(t.refused.wait(minutes(wait)), 429);
    }
    try {
      const body = { email, password };
      const asked = { body, headers: answer.headers, returnHeaders: true } as const;
      const { headers } = await desk.auth.api.signInEmail(asked);
      await forgetTries(db, ...who[0]);
      await tidy(desk.database, now);
      const from = new Response(null, { headers });
      return onBoard(next) ? answer.leadBoard(next, from) : answer.lead('/', from);
    } catch (error) {
      const isUnconfirmed = codeOf(error) === 'EMAIL_NOT_VERIFIED';
      return again(
        isUnconfirmed ? t.refused.unconfirmed : t.refused.wrong,
        isUnconfirmed ? 403 : 422,
      );
    }
  });
};

const byMail = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/members`;
  app.get(`${at}/sent/`, async (c) => {
    const { page, parts } = await answering(desk, c);
    return page(parts.t.pages.sent, pages.sentPage(parts));
  });
  app.get(`${at}/forgot/`, async (c) => {
    const { page, parts } = await answering(desk, c);
    return page(parts.t.pages.forgot, pages.forgotPage(parts));
  });
  app.post(`${at}/forgot/`, async (c) => {
    const answer = await answering(desk, c);
    const { t } = answer.parts;
    const email = (await answer.form())('email');
    const again = (text: string, status: 422 | 429) =>
      answer.page(t.pages.forgot, pages.forgotPage(answer.parts, refused(text)), status);
    if (!EMAIL.test(email)) return again(t.refused.email, 422);
    const wait = await mailWait(desk, answer);
    if (wait > 0) return again(t.refused.wait(minutes(wait)), 429);
    try {
      await desk.auth.api.requestPasswordReset({ body: { email }, headers: answer.headers });
    } catch (error) {
      codeOf(error);
      return again(t.refused.email, 422);
    }
    return answer.lead('/sent/');
  });
  for (const which of ['confirm', 'reset'] as const) {
    app.get(`${at}/${which}/`, async (c) => {
      const { page, parts } = await answering(desk, c);
      const content = pages.tokenPage(parts, which, c.req.query('token') ?? '');
      return page(parts.t.pages[which], content);
    });
  }
  app.post(`${at}/confirm/`, async (c) => {
    const answer = await answering(desk, c);
    const { t } = answer.parts;
    const token = (await answer.form())('token');
    try {
      await desk.auth.api.verifyEmail({ query: { token }, headers: answer.headers });
    } catch (error) {
      codeOf(error);
      const content = pages.plainPage(answer.parts, t.pages.confirm, refused(t.refused.link));
      return answer.page(t.pages.confirm, content, 400);
    }
    return answer.page(t.pages.signIn, pages.signInPage(answer.parts, done(t.said.confirmed)));
  });
  app.post(`${at}/reset/`, async (c) => {
    const answer = await answering(desk, c);
    const { t } = answer.parts;
    const form = await answer.form();
    const [token, newPassword] = [form('token'), form('password')];
    const fault = passwordFault(t, newPassword);
    if (fault) {
      const content = pages.tokenPage(answer.parts, 'reset', token, refused(fault));
      return answer.page(t.pages.reset, content, 422);
    }
    try {
      await desk.auth.api.resetPassword({ body: { token, newPassword }, headers: answer.headers });
    } catch (error) {
      codeOf(error);
      const content = pages.forgotPage(answer.parts, refused(t.refused.link));
      return answer.page(t.pages.forgot, content, 400);
    }
    return answer.page(t.pages.signIn, pages.signInPage(answer.parts, done(t.said.passwordSet)));
  });
};

const own = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/members`;
  const { api } = desk.auth;
  const { db } = desk.database;
  const memberView = async (
    { headers, parts }: Answering,
    found: NonNullable<Awaited<ReturnType<typeof api.getSession>>>,
  ): Promise<pages.MemberView> => {
    const { language } = await desk.frame();
    const time = dateTime(language);
    const sessions = await api.listSessions({ headers });
    return {
      name: found.user.name,
      email: found.user.email,
      grants: await grantsOf(db, found.user.id),
      subscriptions: subscriptionPart(parts, await subscriptionsOf(db, found.user.id)),
      sessions: sessions.map(({ id, createdAt, userAgent }) => ({
        id,
        since: time.format(new Date(createdAt)),
        browser: userAgent ?? '',
        current: id === found.session.id,
      })),
    };
  };
  app.get(`${at}/`, async (c) => {
    const answer = await answering(desk, c);
    const { page, parts, headers } = answer;
    const found = await api.getSession({ headers });
    if (!found) {
      const next = c.req.query('next') ?? '';
      return page(parts.t.pages.signIn, pages.signInPage(parts, undefined, { next }));
    }
    return page(parts.t.pages.members, pages.memberPage(parts, await memberView(answer, found)));
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
    const data = {
      member: found.user,
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
    const key = ['password-account', desk.digest(found.user.email)] as const;
    const again = async (text: string, status: 422 | 429) =>
      page(
        t.pages.members,
        pages.memberPage(parts, await memberView(answer, found), refused(text)),
        status,
      );
    const wait = await takeTry(db, ...key, new Date());
    if (wait > 0) return again(t.refused.wait(minutes(wait)), 429);
    try {
      // Without one better-auth would take a session that is young enough for a password.
      if (password === '') return again(t.refused.password, 422);
      await api.deleteUser({ headers, body: { password } });
    } catch (error) {
      codeOf(error);
      return again(t.refused.password, 422);
    }
    await forgetTries(db, ...key);
    return page(t.pages.deleted, pages.plainPage(parts, t.pages.deleted, done(t.said.deleted)));
  });
};

/** The pages of members: signing up, in and out, mail, one's own data. */
export const memberRoutes = (app: Hono, desk: Desk): void => {
  signUp(app, desk);
  signIn(app, desk);
  byMail(app, desk);
  own(app, desk);
};
