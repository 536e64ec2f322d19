import { createHmac } from 'node:crypto';
import { getOAuthState } from 'better-auth/api';
import type { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { noMailAddress } from '#core/board/no-mail.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** Name under which the database knows accounts of the identity provider. */
export const PROVIDER_ID = 'oidc';

/** How better-auth asks the identity provider. */
export type ProviderConfig = Parameters<typeof genericOAuth>[0]['config'][number];

/** Milliseconds for one answer of the provider. */
const ANSWER_MS = 5_000;

/** What is read of a token or of what the provider says about somebody; nothing else of it is looked at. */
interface Claims {
  readonly sub?: unknown;
  readonly email?: unknown;
  readonly email_verified?: unknown;
}

const claimsOf = ({ sub, email, email_verified }: Claims): Claims => ({
  sub,
  email,
  email_verified,
});

/** The claims of a token whose signature, issuer, audience and nonce better-auth has checked. */
const readToken = (token: string): Claims =>
  claimsOf(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')));

/** The address of somebody where the provider says that it has checked it, else null. */
const verifiedEmail = ({ email, email_verified: verified }: Claims): string | null =>
  typeof email === 'string' &&
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) &&
  String(verified) === 'true'
    ? email.toLowerCase()
    : null;

/** What a provider says about itself, as far as it is needed. */
export interface Discovered {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
  readonly userinfo_endpoint?: string;
}

/** Where a provider says about itself what one needs to know. */
export const discoveryUrl = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

/** Reads JSON at an address of the provider; throws where it does not answer with any in five seconds. */
export const getJson = async (
  url: string,
  headers: Record<string, string> = {},
): Promise<unknown> => {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(ANSWER_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
};

/** Why a request failed, with what lies behind it. */
export const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error && cause.message ? `${message} (${cause.message})` : message;
};

/** What the desk knows about its provider. */
export interface ConfigParts {
  readonly settings: ProviderSettings;
  readonly redirectURI: string;
  readonly secret: string;
  readonly report: (line: string) => void;
}

/** How better-auth asks a provider that has said this about itself, and what it takes of the answers. */
export const configOf = (
  { settings, redirectURI, secret, report }: ConfigParts,
  { userinfo_endpoint: infoUrl }: Discovered,
): ProviderConfig => {
  const { issuer, clientId, clientSecret, label, scopes } = settings;
  // Never the subject itself: with some providers it is the number of a citizen.
  const accountOf = (subject: unknown) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([issuer, subject]))
      .digest('hex');
  return {
    providerId: PROVIDER_ID,
    name: label,
    discoveryUrl: discoveryUrl(issuer),
    requireIdTokenVerification: true,
    clientId,
    clientSecret,
    redirectURI,
    scopes: [...scopes],
    // Whoever comes to sign in is made no member without having consented.
    disableImplicitSignUp: true,
    getUserInfo: async ({ idToken, accessToken }) => {
      if (!idToken) return null;
      const claims = readToken(idToken);
      const { sub } = claims;
      if (typeof sub !== 'string' || sub === '') return null;
      const profile = (said: Claims) => {
        const email = verifiedEmail(said);
        return { sub, email: email ?? undefined, emailVerified: email !== null };
      };
      const isAsked = claims.email === undefined && scopes.includes('email');
      if (!isAsked || !infoUrl || !accessToken) return profile(claims);
      try {
        const said = await getJson(infoUrl, { authorization: `Bearer ${accessToken}` });
        const more = claimsOf(said as Claims);
        return profile(more.sub === sub ? more : claims);
      } catch (error) {
        report(`members: ${label} did not say the address of somebody: ${reasonOf(error)}`);
        return profile(claims);
      }
    },
    accountSubject: ({ profile }) => accountOf(profile.sub),
    mapProfileToUser: async ({ sub, email, emailVerified }) => {
      const state = await getOAuthState();
      return {
        email: email ?? noMailAddress(accountOf(sub).slice(0, 32)),
        emailVerified,
        name: String(state?.memberName ?? ''),
        // Missing where somebody signs in, and then nobody is made a member.
        ...(state?.consentedAt ? { consentedAt: new Date(String(state.consentedAt)) } : {}),
      };
    },
  };
};
