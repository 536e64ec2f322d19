import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { isMailAddress } from '#core/board/no-mail.ts';
import { audit, giveTryBack, takeTry } from '#store/desk/members.ts';
import { passkeysOf } from '#store/desk/ways.ts';
import { type Answering, answering, type Desk } from './app.ts';
import type { DeskAuth } from './auth.ts';
import { tellOfWay, type WayChange } from './member-letters.ts';
import {
  codeOf,
  done,
  type Found,
  giveCookies,
  minutes,
  refused,
  wayOn,
} from './member-requests.ts';
import { ownPage } from './own-routes.ts';

const LONGEST_NAME = 60;
const MOST = 20;
const isName = (name: string): boolean => name !== '' && name.length <= LONGEST_NAME;

/** What a browser answers, before better-auth has checked any of it. */
type BrowserAnswer = NonNullable<
  Parameters<DeskAuth['api']['verifyPasskeyAuthentication']>[0]
>['body']['response'];

/** What the script of the page answered for the browser; null where that is no JSON object. */
const readResponse = (text: string): BrowserAnswer | null => {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

const sayTo = (c: Context, text: string, status: 401 | 409 | 422 | 429) => c.json({ text }, status);

/** Runs what a member asked for who is signed in; others are told to sign in. */
const signedIn =
  (desk: Desk, act: (c: Context, answer: Answering, found: Found) => Promise<Response>) =>
  async (c: Context): Promise<Response> => {
    const answer = await answering(desk, c);
    const found = await desk.auth.api.getSession({ headers: answer.headers });
    return found ? act(c, answer, found) : sayTo(c, answer.parts.t.ways.passkey.signInFirst, 401);
  };

const tell = (
  { database, send }: Desk,
  { parts: { t } }: Answering,
  member: string,
  change: WayChange['change'],
  name: string,
): Promise<void> =>
  tellOfWay({ database, texts: t, send }, member, { change, way: t.ways.passkey.named(name) });

const adding = (app: Hono, desk: Desk, at: string): void => {
  const { api } = desk.auth;
  const { db } = desk.database;
  app.post(
    `${at}/add-options/`,
    signedIn(desk, async (c, { headers, parts }, { user }) => {
      if ((await passkeysOf(db, user.id)).length >= MOST) {
        return sayTo(c, parts.t.ways.passkey.many(MOST), 409);
      }
      const asked = { headers, query: {}, returnHeaders: true } as const;
      const { headers: from, response } = await api.generatePasskeyRegistrationOptions(asked);
      giveCookies(c, from);
      // What the device shows beside the passkey.
      const name = isMailAddress(user.email) ? user.email : user.name;
      return c.json({ ...response, user: { ...response.user, name, displayName: user.name } });
    }),
  );
  app.post(
    `${at}/add/`,
    signedIn(desk, async (c, answer, { user }) => {
      const { passkey } = answer.parts.t.ways;
      const form = await answer.form();
      const [name, response] = [form('name'), readResponse(form('response'))];
      if (!isName(name)) return sayTo(c, passkey.nameFault, 422);
      try {
        await api.verifyPasskeyRegistration({ headers: answer.headers, body: { name, response } });
      } catch (error) {
        codeOf(error);
        return sayTo(c, passkey.refused, 422);
      }
      await audit(db, user.id, 'add passkey', user.id, new Date());
      await tell(desk, answer, user.id, 'added', name);
      return c.json({ to: `${at}/added/` });
    }),
  );
  app.get(`${at}/added/`, async (c) => {
    const answer = await answering(desk, c);
    const found = await api.getSession({ headers: answer.headers });
    if (!found) return answer.lead('/');
    return ownPage(desk, answer, found, done(answer.parts.t.ways.passkey.added));
  });
};

const signingIn = (app: Hono, desk: Desk, at: string): void => {
  const { api } = desk.auth;
  app.post(`${at}/sign-in-options/`, async (c) => {
    const { headers } = await answering(desk, c);
    const asked = { headers, returnHeaders: true } as const;
    const { headers: from, response } = await api.generatePasskeyAuthenticationOptions(asked);
    giveCookies(c, from);
    return c.json({ ...response, userVerification: 'required' });
  });
  app.post(`${at}/sign-in/`, async (c) => {
    const answer = await answering(desk, c);
    const { t } = answer.parts;
    const form = await answer.form();
    const [next, response] = [form('next'), readResponse(form('response'))];
    const who = desk.digest(answer.client);
    const wait = await takeTry(desk.database.db, 'password-address', who, new Date());
    if (wait > 0) return sayTo(c, t.refused.wait(minutes(wait)), 429);
    if (response === null) return sayTo(c, t.ways.passkey.wrong, 422);
    try {
      const asked = { headers: answer.headers, body: { response }, returnHeaders: true } as const;
      const { headers } = await api.verifyPasskeyAuthentication(asked);
      giveCookies(c, headers);
      await giveTryBack(desk.database.db, 'password-address', who);
    } catch (error) {
      codeOf(error);
      return sayTo(c, t.ways.passkey.wrong, 422);
    }
    return c.json({ to: wayOn(answer.parts, next) ?? `${answer.parts.at}/` });
  });
};

const keeping = (app: Hono, desk: Desk, at: string): void => {
  const { api } = desk.auth;
  const { db } = desk.database;
  for (const what of ['rename', 'remove'] as const) {
    app.post(`${at}/${what}/`, async (c) => {
      const answer = await answering(desk, c);
      const { headers } = answer;
      const { passkey } = answer.parts.t.ways;
      const form = await answer.form();
      const [id, name] = [form('id'), form('name')];
      const found = await api.getSession({ headers });
      if (!found) return answer.lead('/');
      const own = (await passkeysOf(db, found.user.id)).find((one) => one.id === id);
      if (!own) return answer.lead('/');
      if (what === 'rename') {
        if (!isName(name)) return ownPage(desk, answer, found, refused(passkey.nameFault), 422);
        await api.updatePasskey({ headers, body: { id, name } });
        return ownPage(desk, answer, found, done(passkey.renamed));
      }
      await api.deletePasskey({ headers, body: { id } });
      await audit(db, found.user.id, 'remove passkey', found.user.id, new Date());
      await tell(desk, answer, found.user.id, 'removed', own.name);
      return ownPage(desk, answer, found, done(passkey.removed));
    });
  }
};

/** Adding, naming and removing passkeys, and signing in by one; nothing where the desk has no name but a number. */
export const passkeyRoutes = (app: Hono, desk: Desk): void => {
  if (!desk.settings.passkeys) return;
  const at = `${desk.settings.base}/members/passkeys`;
  app.get(`${desk.settings.base}/members/passkeys.js`, async (c) => {
    const script = await readFile(join(import.meta.dirname, 'browser/passkeys.js'), 'utf8');
    c.header('cache-control', 'no-cache');
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  adding(app, desk, at);
  signingIn(app, desk, at);
  keeping(app, desk, at);
};
