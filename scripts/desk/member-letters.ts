import type { DeskTexts } from '#i18n/desk-texts.ts';
import type { DeskDatabase } from '#store/desk/database.ts';

/** A letter to a member. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends a letter to a member; `throttle` counts those to one mailbox, and what is above it is not sent. */
export type SendLetter = (
  letter: Letter,
  throttle?: 'mail-account' | 'warning-account',
) => Promise<void>;

/** What a member is told by mail of a change in how one can sign in. */
export interface WayChange {
  readonly change: 'added' | 'removed';
  /** What was added or removed, in words: a passkey by its name, or the identity provider. */
  readonly way: string;
}

/**
 * Tells a member by mail that a way to sign in was added to their account or removed, as somebody else may have done it; nothing
 * where they have confirmed no address.
 */
export const tellOfWay = async (
  {
    database: { db },
    texts,
    send,
  }: {
    readonly database: DeskDatabase;
    readonly texts: DeskTexts;
    readonly send: SendLetter;
  },
  member: string,
  { change, way }: WayChange,
): Promise<void> => {
  const user = await db
    .selectFrom('user')
    .select(['email', 'emailVerified'])
    .where('id', '=', member)
    .executeTakeFirst();
  if (!user?.emailVerified) return;
  const { subject, added, removed } = texts.ways.mail;
  const text = change === 'added' ? added(way) : removed(way);
  await send({ to: user.email, subject, text }, 'warning-account');
};
