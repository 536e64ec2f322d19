import { APIError } from 'better-auth/api';
import type { Hono } from 'hono';
import { forgetTries, giveTryBack, memberByEmail, takeTry, tidy } from '#store/desk/members.ts';
import { type Answering, answering, type Desk } from './app.ts';
import { finishChange } from './details-routes.ts';
import { readLink } from './links.ts';
import * as pages from './member-pages.ts';
import {
  codeOf,
  done,
  isEmail,
  minutes,
  nameFault,
  passwordFault,
  refused,
  wayOn,
} from './member-requests.ts';

interface SignUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly consent: boolean;
}

/** All that is wrong with what somebody typed to sign up, in the order of the form. */
const signUpFaults = (t: Answering['parts']['t'], typed: SignUp): string[] =>
  [
    nameFault(t, typed.name),
    isEmail(typed.email) ? null : t.refused.email,
    passwordFault(t, typed.password),
    typed.consent ? null : t.refused.consent,
  ].filter((fault) => fault !== null);

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
    const faults = signUpFaults(t, typed);
    if (faults.length > 0) return again(faults.join(' · '), 422);
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
      await giveTryBack(db, ...who[1]);
      await tidy(desk.database, now);
      const from = new Response(null, { headers });
      return answer.leadTo(wayOn(answer.parts, next) ?? `${answer.parts.at}/`, from);
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
    if (!isEmail(email)) return again(t.refused.email, 422);
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
    let member: string | undefined;
    try {
      const { headers } = answer;
      const said = await desk.auth.api.verifyEmail({ query: { token }, headers });
      // Its types keep from us that it says whose address it has changed.
      member = (said as { readonly user?: { readonly id: string } | null } | undefined)?.user?.id;
    } catch (error) {
      // Somebody else has confirmed the new address in the meantime: the database has each but once.
      const isTaken =
        !(error instanceof APIError) &&
        (await memberByEmail(desk.database.db, readLink(token)?.updateTo ?? '')) !== undefined;
      if (!isTaken) codeOf(error);
      const content = pages.plainPage(answer.parts, t.pages.confirm, refused(t.refused.link));
      return answer.page(t.pages.confirm, content, 400);
    }
    if (member !== undefined) return finishChange(desk, answer, token, member);
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

/** The pages by which one becomes a member and signs in, and the links of letters. */
export const memberRoutes = (app: Hono, desk: Desk): void => {
  signUp(app, desk);
  signIn(app, desk);
  byMail(app, desk);
};
