import type { Context, Hono } from 'hono';
import { giveTryBack, takeTry } from '#store/desk/members.ts';
import { waysOf } from '#store/desk/ways.ts';
import { type Answering, answering, type Desk } from './app.ts';
import type { DeskAuth } from './auth.ts';
import { plainPage, signInPage } from './member-pages.ts';
import {
  done,
  giveCookies,
  minutes,
  nameFault,
  proofFault,
  refused,
  wayOn,
} from './member-requests.ts';
import { ownPage } from './own-routes.ts';
import type { IdentityProvider } from './provider.ts';
import { PROVIDER_ID } from './provider-config.ts';
import { goPage, providerSignUpPage } from './ways-pages.ts';

/** One request about the identity provider. */
interface Asked {
  readonly c: Context;
  readonly answer: Answering;
  readonly provider: IdentityProvider;
}

const say = ({ answer, provider }: Asked, text: string, status: 403 | 409 | 422 | 429 | 503) => {
  const title = answer.parts.t.ways.provider.signIn(provider.label);
  return answer.page(title, plainPage(answer.parts, title, refused(text)), status);
};

const sayDown = (asked: Asked) =>
  say(asked, asked.answer.parts.t.ways.provider.down(asked.provider.label), 503);

/**
 * Leads on to the provider. Not by an answer that redirects: the security policy of pages lets forms go to this site alone,
 * and browsers apply that to wherever the answer to a form leads.
 */
const goOn = (
  { c, answer, provider }: Asked,
  {
    headers,
    response,
  }: { readonly headers: Headers; readonly response: { url?: string | undefined } },
): Promise<Response> => {
  const { parts } = answer;
  giveCookies(c, headers);
  const url = response.url ?? '';
  c.header('refresh', `0; url=${url}`);
  return answer.page(parts.t.ways.provider.go(provider.label), goPage(parts, provider.label, url));
};

const isTakenOften = async (desk: Desk, asked: Asked): Promise<Response | null> => {
  const { answer } = asked;
  const who = desk.digest(answer.client);
  const wait = await takeTry(desk.database.db, 'password-address', who, new Date());
  return wait > 0 ? say(asked, answer.parts.t.refused.wait(minutes(wait)), 429) : null;
};

/** The page for what better-auth says went wrong on the way back; anything that is not named here is the provider's fault. */
const sayWhy = (asked: Asked, code: string): Promise<Response> => {
  const { answer, provider } = asked;
  const { t } = answer.parts;
  const { label } = provider;
  const texts = t.ways.provider;
  if (code === 'signup_disabled') {
    const page = providerSignUpPage(answer.parts, label, refused(texts.unknown(label)));
    return answer.page(texts.signUp(label), page, 422);
  }
  if (code === 'account_not_linked') {
    return answer.page(t.pages.signIn, signInPage(answer.parts, refused(texts.taken(label))), 409);
  }
  if (code === 'access_denied') return say(asked, texts.cancelled(label), 403);
  if (code === 'account_already_linked_to_different_user') {
    return say(asked, texts.otherMember(label), 409);
  }
  return /^state_|^please_restart/.test(code)
    ? say(asked, texts.expired, 422)
    : say(asked, texts.wrong(label), 503);
};

const comeBack = async (
  { database: { db }, digest }: Desk,
  asked: Asked,
  auth: DeskAuth,
): Promise<Response> => {
  const { c, answer, provider } = asked;
  const { code, state, error, iss } = c.req.query();
  const query = {
    ...(code && { code }),
    ...(state && { state }),
    ...(error && { error }),
    ...(iss && { iss }),
  };
  const back = await provider.within(
    auth.api.callbackOAuth({
      method: 'GET',
      params: { id: PROVIDER_ID },
      query,
      headers: answer.headers,
      asResponse: true,
    }),
  );
  if (back === null) return sayDown(asked);
  const to = URL.parse(back.headers.get('location') ?? '');
  giveCookies(c, back.headers);
  const fault = to ? to.searchParams.get('error') : 'no_location';
  if (!to || fault !== null) return sayWhy(asked, fault ?? '');
  await giveTryBack(db, 'password-address', digest(answer.client));
  return c.redirect(to.href, 303);
};

/** Signing up and in by the identity provider, connecting and disconnecting it; nothing where there is none. */
export const providerRoutes = (app: Hono, desk: Desk): void => {
  const { provider, settings } = desk;
  if (provider === null) return;
  const at = `${settings.base}/members`;
  const { label } = provider;
  const address = `${settings.origin}${at}`;
  const ways = {
    provider: PROVIDER_ID,
    errorCallbackURL: `${address}/provider/back/`,
    disableRedirect: true,
  };
  const asking = async (c: Context): Promise<Asked> => ({
    c,
    answer: await answering(desk, c),
    provider,
  });
  app.get(`${at}/provider/`, async (c) => {
    const { page, parts } = await answering(desk, c);
    return page(parts.t.ways.provider.signUp(label), providerSignUpPage(parts, label));
  });
  app.post(`${at}/provider/`, async (c) => {
    const asked = await asking(c);
    const { answer } = asked;
    const next = (await answer.form())('next');
    const often = await isTakenOften(desk, asked);
    if (often) return often;
    const auth = await provider.auth();
    if (!auth) return sayDown(asked);
    const on = wayOn(answer.parts, next);
    const callbackURL = on === null ? `${address}/` : `${settings.origin}${on}`;
    const body = { ...ways, callbackURL };
    return goOn(
      asked,
      await auth.api.signInSocial({ body, headers: answer.headers, returnHeaders: true }),
    );
  });
  app.post(`${at}/provider/sign-up/`, async (c) => {
    const asked = await asking(c);
    const { answer } = asked;
    const { t } = answer.parts;
    const form = await answer.form();
    const name = form('name');
    const fault = nameFault(t, name) ?? (form('consent') === 'yes' ? null : t.refused.consent);
    if (fault) {
      const page = providerSignUpPage(answer.parts, label, refused(fault), name);
      return answer.page(t.ways.provider.signUp(label), page, 422);
    }
    const often = await isTakenOften(desk, asked);
    if (often) return often;
    const auth = await provider.auth();
    if (!auth) return sayDown(asked);
    const additionalData = { memberName: name, consentedAt: new Date().toISOString() };
    const body = { ...ways, callbackURL: `${address}/`, requestSignUp: true, additionalData };
    return goOn(
      asked,
      await auth.api.signInSocial({ body, headers: answer.headers, returnHeaders: true }),
    );
  });
  app.get(`${at}/provider/back/`, async (c) => {
    const asked = await asking(c);
    const auth = await provider.auth();
    return auth ? comeBack(desk, asked, auth) : sayDown(asked);
  });
  app.post(`${at}/provider/connect/`, async (c) => {
    const asked = await asking(c);
    const { answer } = asked;
    const { headers } = answer;
    const found = await desk.auth.api.getSession({ headers });
    if (!found) return answer.lead('/');
    const texts = answer.parts.t.ways.provider;
    if ((await waysOf(desk.database.db, found.user.id)).provider) {
      return ownPage(desk, answer, found, refused(texts.has(label)), 409);
    }
    const often = await isTakenOften(desk, asked);
    if (often) return often;
    const auth = await provider.auth();
    if (!auth) return sayDown(asked);
    const body = { ...ways, callbackURL: `${address}/provider/connected/` };
    return goOn(asked, await auth.api.linkSocialAccount({ body, headers, returnHeaders: true }));
  });
  app.get(`${at}/provider/connected/`, async (c) => {
    const answer = await answering(desk, c);
    const found = await desk.auth.api.getSession({ headers: answer.headers });
    if (!found) return answer.lead('/');
    const { provider: connected } = await waysOf(desk.database.db, found.user.id);
    const { saidConnected } = answer.parts.t.ways.provider;
    return ownPage(desk, answer, found, connected ? done(saidConnected(label)) : undefined);
  });
  app.post(`${at}/provider/disconnect/`, async (c) => {
    const { answer } = await asking(c);
    const { headers, parts } = answer;
    const { t } = parts;
    const password = (await answer.form())('password');
    const found = await desk.auth.api.getSession({ headers });
    if (!found) return answer.lead('/');
    const { password: hasPassword, provider: connected } = await waysOf(
      desk.database.db,
      found.user.id,
    );
    if (!connected) return answer.lead('/');
    if (!hasPassword) return ownPage(desk, answer, found, refused(t.ways.refused.onlyWay), 409);
    const fault = await proofFault(desk, answer, found, password);
    if (fault) return ownPage(desk, answer, found, refused(fault.text), fault.status);
    await desk.auth.api.unlinkAccount({ headers, body: { accountId: connected.id } });
    return ownPage(desk, answer, found, done(t.ways.provider.saidDisconnected(label)));
  });
};
