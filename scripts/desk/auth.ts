import { randomBytes } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { isMailAddress } from '#core/board/no-mail.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import type { DeskDatabase } from '#store/desk/database.ts';
import { audit, takeTry } from '#store/desk/members.ts';
import { deletePicturesOf } from '#store/desk/pictures.ts';
import { removeUpload, uploadsOf } from '#store/desk/register-uploads.ts';
import { passkeysOf, waysOf } from '#store/desk/ways.ts';
import { readLink } from './links.ts';
import { type SendLetter, tellOfWay, type WayChange } from './member-letters.ts';
import type { PatientMailer } from './patient-mailer.ts';
import { PROVIDER_ID, type ProviderConfig } from './provider-config.ts';
import { keyedDigest } from './secret.ts';
import type { DeskSettings } from './settings.ts';

/** The header in which the server tells better-auth from which address a request came; readers cannot set it. */
export const CLIENT_HEADER = 'x-desk-client';

/** What members are looked after with. */
export interface AuthParts {
  readonly settings: DeskSettings;
  readonly database: DeskDatabase;
  readonly mailer: PatientMailer;
  readonly secret: string;
  readonly texts: DeskTexts;
  readonly report: (line: string) => void;
}

/** Sends letters to members, no more to one mailbox than the throttle allows. */
export const letterSender =
  ({ settings, database: { db }, mailer, secret }: AuthParts): SendLetter =>
  async ({ to, subject, text }, throttle = 'mail-account') => {
    if (!isMailAddress(to)) return;
    const account = keyedDigest(secret)(to);
    const now = new Date();
    if ((await takeTry(db, throttle, account, now)) > 0) return;
    const id = randomBytes(12).toString('hex');
    // The page says the same whether a member exists or not, so only whoever runs the desk hears what failed.
    await mailer.send({
      from: settings.sender,
      replyTo: undefined,
      to,
      subject,
      text,
      html: '',
      headers: { 'Auto-Submitted': 'auto-generated' },
      messageId: `${id}@${new URL(settings.origin).hostname}`,
      date: now,
    });
  };

const HOUR = 3600;
const DAY = 24 * HOUR;

/** An account as it is kept: nothing by which one could ask the identity provider more, and no token, which tells of somebody. */
const NO_TOKENS = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
};

/**
 * Members, their passwords and sessions: better-auth, asked by the routes of the desk alone and not from outside; with the
 * identity provider where `provider` says how it is asked.
 */
export const deskAuth = (parts: AuthParts, provider?: ProviderConfig) => {
  const { settings, database, texts, secret, report } = parts;
  const { origin, base } = settings;
  const address = `${origin}${base}/members`;
  const send = letterSender(parts);
  const tell = (member: string, change: WayChange['change']) =>
    tellOfWay({ database, texts, send }, member, { change, way: settings.provider?.label ?? '' });
  const log = (member: string, action: string) =>
    audit(database.db, member, action, member, new Date());
  return betterAuth({
    baseURL: origin,
    basePath: `${base}/members/api`,
    secret,
    database: { db: database.db, type: database.kind },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => report(`members: ${message}`) },
    // The throttles of the desk count by account as well, and hold after a restart.
    rateLimit: { enabled: false },
    user: {
      additionalFields: { consentedAt: { type: 'date', required: true } },
      changeEmail: { enabled: true },
      deleteUser: {
        enabled: true,
        afterDelete: async ({ id }) => {
          await deletePicturesOf(database.db, settings.data, id);
          for (const upload of uploadsOf(settings.data, id)) removeUpload(settings.data, upload.id);
          await log(id, 'delete');
        },
      },
    },
    session: { expiresIn: 30 * DAY, updateAge: DAY, freshAge: 0 },
    verification: { storeIdentifier: 'hashed' },
    plugins: [
      passkey({
        rpID: new URL(origin).hostname,
        rpName: texts.siteName,
        origin,
        advanced: { webAuthnChallengeCookie: 'passkey' },
        // It stands for a password, so having the device is not enough.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          afterVerification: ({ verification }) => {
            if (verification.authenticationInfo.userVerified) return;
            throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' });
          },
        },
      }),
      ...(provider ? [genericOAuth({ config: [provider] })] : []),
    ],
    account: {
      updateAccountOnSignIn: false,
      accountLinking: {
        // A member connects it when signed in, by whatever address the provider knows; an address alone connects nobody.
        disableImplicitLinking: true,
        trustedProviders: [PROVIDER_ID],
        allowDifferentEmails: true,
      },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: HOUR,
      sendResetPassword: async ({ user, token }) => {
        const text = texts.mail.reset(`${address}/reset/?token=${encodeURIComponent(token)}`);
        await send({ to: user.email, subject: texts.mail.resetSubject, text });
      },
      onPasswordReset: async ({ user }) => log(user.id, 'password-reset'),
      onExistingUserSignUp: async ({ user }) => {
        const text = texts.mail.exists(`${address}/forgot/`);
        await send({ to: user.email, subject: texts.mail.existsSubject, text });
      },
    },
    emailVerification: {
      expiresIn: HOUR,
      sendOnSignUp: true,
      sendOnSignIn: true,
      sendVerificationEmail: async ({ user, token }) => {
        const url = `${address}/confirm/?token=${encodeURIComponent(token)}`;
        const isChange = readLink(token)?.updateTo !== undefined;
        const { confirm, move, confirmSubject } = texts.mail;
        const text = isChange ? move(url) : confirm(url);
        await send({ to: user.email, subject: confirmSubject, text });
      },
      afterEmailVerification: async ({ id }) => log(id, 'confirm'),
    },
    databaseHooks: {
      user: { create: { after: async ({ id }) => log(id, 'sign-up') } },
      session: { create: { after: async ({ userId }) => log(userId, 'sign-in') } },
      account: {
        create: {
          before: async (account) => ({ data: { ...account, ...NO_TOKENS } }),
          after: async ({ userId, providerId }) => {
            if (providerId !== PROVIDER_ID) return;
            await log(userId, 'connect provider');
            // Who signs up by it has nothing else yet.
            const { password } = await waysOf(database.db, userId);
            const passkeys = await passkeysOf(database.db, userId);
            if (password || passkeys.length > 0) await tell(userId, 'added');
          },
        },
        update: { before: async (change) => ({ data: { ...change, ...NO_TOKENS } }) },
        delete: {
          after: async ({ userId, providerId }) => {
            if (providerId !== PROVIDER_ID) return;
            await log(userId, 'disconnect provider');
            await tell(userId, 'removed');
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'wian',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: `${base}/` },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
  });
};
export type DeskAuth = ReturnType<typeof deskAuth>;
