import type { Context, Hono } from 'hono';
import { isMailAddress } from '#core/board/no-mail.ts';
import { audit, confirmAddress, takeTry } from '#store/desk/members.ts';
import { type Answering, answering, type Desk } from './app.ts';
import { readLink } from './links.ts';
import { plainPage } from './member-pages.ts';
import { done, isEmail, minutes, nameFault, proofFault, refused } from './member-requests.ts';
import { ownPage } from './own-routes.ts';

/** A change of one's own name or address; `text` is what was typed. */
const changing =
  (
    desk: Desk,
    field: 'name' | 'email',
    change: (
      answer: Answering,
      found: Parameters<typeof ownPage>[2],
      text: string,
      password: string,
    ) => Promise<Response>,
  ) =>
  async (c: Context): Promise<Response> => {
    const answer = await answering(desk, c);
    const form = await answer.form();
    const found = await desk.auth.api.getSession({ headers: answer.headers });
    return found ? change(answer, found, form(field), form('password')) : answer.lead('/');
  };

/** Changing the name that others see, and the address, which is confirmed by a letter to the new one. */
export const detailsRoutes = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/members`;
  const { db } = desk.database;
  const { api } = desk.auth;
  app.post(
    `${at}/name/`,
    changing(desk, 'name', async (answer, found, name) => {
      const { t } = answer.parts;
      const fault = nameFault(t, name);
      if (fault) return ownPage(desk, answer, found, refused(fault), 422);
      await api.updateUser({ headers: answer.headers, body: { name } });
      await audit(db, found.user.id, 'change-name', found.user.id, new Date());
      const now = { ...found, user: { ...found.user, name } };
      return ownPage(desk, answer, now, done(t.details.nameChanged));
    }),
  );
  app.post(
    `${at}/email/`,
    changing(desk, 'email', async (answer, found, email, password) => {
      const { t } = answer.parts;
      const again = (text: string, status: 422 | 429) =>
        ownPage(desk, answer, found, refused(text), status);
      if (!isEmail(email)) return again(t.refused.email, 422);
      if (email.toLowerCase() === found.user.email) return again(t.details.sameEmail, 422);
      const fault = await proofFault(desk, answer, found, password);
      if (fault) return again(fault.text, fault.status);
      const wait = await takeTry(db, 'mail-address', desk.digest(answer.client), new Date());
      if (wait > 0) return again(t.refused.wait(minutes(wait)), 429);
      await api.changeEmail({ headers: answer.headers, body: { newEmail: email } });
      return answer.lead('/sent/');
    }),
  );
};

/** What is left to do once better-auth has changed an address by the link in `token`: tell the old one, and who did it. */
export const finishChange = async (
  desk: Desk,
  answer: Answering,
  token: string,
  member: string,
): Promise<Response> => {
  const { t } = answer.parts;
  await confirmAddress(desk.database, member);
  await audit(desk.database.db, member, 'change-email', member, new Date());
  const old = readLink(token)?.email ?? '';
  if (isMailAddress(old)) {
    const letter = { to: old, subject: t.mail.movedSubject, text: t.mail.moved };
    await desk.send(letter, 'warning-account');
  }
  const page = plainPage(answer.parts, t.pages.confirm, done(t.details.emailChanged));
  return answer.page(t.pages.confirm, page);
};
