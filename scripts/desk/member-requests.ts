import { APIError } from 'better-auth/api';
import type { Context } from 'hono';
import { isMailAddress } from '#core/board/no-mail.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { forgetTries, takeTry } from '#store/desk/members.ts';
import { waysOf } from '#store/desk/ways.ts';
import type { Answering, Desk } from './app.ts';
import type { FormMessage } from './form-parts.ts';

export const refused = (text: string): FormMessage => ({ kind: 'refused', text });
export const done = (text: string): FormMessage => ({ kind: 'done', text });

const LONGEST_NAME = 60;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** Whether a text has the form of an address to which mail can go. */
export const isEmail = (text: string): boolean => EMAIL.test(text) && isMailAddress(text);

/** Hands the cookies that better-auth set on to the browser. */
export const giveCookies = (c: Context, headers: Headers): void => {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
};

/** Whole minutes of a wait in seconds. */
export const minutes = (seconds: number): number => Math.ceil(seconds / 60);

/** The code of what better-auth refuses; any other error is thrown on. */
export const codeOf = (error: unknown): string => {
  if (error instanceof APIError) return String(error.body?.code ?? error.status);
  throw error;
};

type Texts = Answering['parts']['t'];

/** What is wrong with a name that others see, null for nothing. */
export const nameFault = (t: Texts, name: string): string | null => {
  if (name === '' || name.length > LONGEST_NAME) return t.refused.name;
  return findPersonalData(name).length > 0 ? t.refused.nameData : null;
};

/** What is wrong with a new password, null for nothing. */
export const passwordFault = (t: Texts, password: string): string | null => {
  if (password.length < 10) return t.refused.short;
  return password.length > 128 ? t.refused.long : null;
};

/** Whether a form of the board is where somebody wants to go on; nothing of another site. */
const onBoard = (path: string): boolean =>
  /^\/(?:\d+\/|ask\/|queue\/)?(?:\?(?:page|section)=[\w/.~%-]*)?$/.test(path);

/** Whether a form of the desk is where somebody wants to go on, below its base; nothing of another site. */
const onDesk = (path: string): boolean =>
  /^\/desk\/(?!\/)[\w.~%/-]*(?:\?[\w.~%=&+/-]*)?$/.test(path) && !path.includes('..');

/** The address to which signing in leads on; null where `next`, which came with the request, names none of the desk. */
export const wayOn = (
  { base, board }: Pick<Answering['parts'], 'base' | 'board'>,
  next: string,
): string | null => {
  if (onBoard(next)) return `${board}${next}`;
  return onDesk(next) ? `${base}${next}` : null;
};

/** Who is signed in and by what, as better-auth says it. */
export type Found = NonNullable<Awaited<ReturnType<Desk['auth']['api']['getSession']>>>;

/** Milliseconds after signing in within which a member without a password may do what others do by theirs. */
const FRESH_MS = 600_000;

/**
 * Whether it is the member who asks for what cannot be undone, and not somebody who found the browser open: by the password,
 * or where there is none by having signed in just now. Null where it is, else what the page says.
 */
export const proofFault = async (
  desk: Desk,
  { headers, parts: { t } }: Answering,
  { user, session }: Found,
  password: string,
): Promise<{ readonly text: string; readonly status: 422 | 429 } | null> => {
  const { db } = desk.database;
  if (!(await waysOf(db, user.id)).password) {
    const age = Date.now() - new Date(session.createdAt).getTime();
    return age <= FRESH_MS ? null : { text: t.ways.refused.fresh, status: 422 };
  }
  const key = ['password-account', desk.digest(user.email)] as const;
  const wait = await takeTry(db, ...key, new Date());
  if (wait > 0) return { text: t.refused.wait(minutes(wait)), status: 429 };
  try {
    if (password === '') return { text: t.refused.password, status: 422 };
    await desk.auth.api.verifyPassword({ headers, body: { password } });
  } catch (error) {
    codeOf(error);
    return { text: t.refused.password, status: 422 };
  }
  await forgetTries(db, ...key);
  return null;
};
