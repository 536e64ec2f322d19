/** What one can be sent mail about: answers in a thread, or questions in a section. */
export const SUBSCRIPTION_KINDS = ['thread', 'section'] as const;
export type SubscriptionKind = (typeof SUBSCRIPTION_KINDS)[number];

/** At once, or in one letter a day. */
export const PACES = ['now', 'daily'] as const;
export type Pace = (typeof PACES)[number];

export const isPace = (text: string): text is Pace => (PACES as readonly string[]).includes(text);

/** A thread by its number, or a section by its key. */
export interface SubscriptionTarget {
  readonly kind: SubscriptionKind;
  readonly target: string;
}

/** What the address in a letter ends: one subscription, or all of those that come once a day. */
export type Ending = SubscriptionTarget | 'daily';

/** An ending as one word, as in `thread:12`, `section:finance`, `daily`. */
export const endingText = (ending: Ending): string =>
  ending === 'daily' ? ending : `${ending.kind}:${ending.target}`;

/** Reads what `endingText` wrote; null for anything else. */
export const readEnding = (text: string): Ending | null => {
  if (text === 'daily') return 'daily';
  const [, kind, target] = /^(thread|section):([a-z0-9-]{1,40})$/.exec(text) ?? [];
  if (kind === undefined || target === undefined) return null;
  if (kind === 'thread' && !/^[1-9]\d{0,8}$/.test(target)) return null;
  return { kind: kind as SubscriptionKind, target };
};

const FIRST_RETRY = 60;
const LONGEST_RETRY = 3600;
/** Days after which a letter that no server took is given up. */
export const GIVE_UP_DAYS = 3;

/** Seconds until a letter is tried again that failed `tries` times: a minute, doubled each time, at most an hour. */
export const retrySeconds = (tries: number): number =>
  Math.min(FIRST_RETRY * 2 ** Math.min(Math.max(tries, 1) - 1, 20), LONGEST_RETRY);

/** The hour in Thailand from which the letters of a day are sent. */
export const DIGEST_HOUR = 7;

/** A day's letters: the ISO date in Thailand, and the moment up to which posts are in them. */
export interface DigestDay {
  readonly day: string;
  readonly before: Date;
}

/**
 * The letters that are due at `now` where they go out from `hour` (0 to 23) on, and `day` is its ISO date in Thailand; null before the hour of that day. What comes
 * after that hour is for the next day, so that letters come at one time and not with the first post behind it.
 */
export const digestDue = (day: string, hour: number, now: Date): DigestDay | null => {
  const before = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`);
  return now < before ? null : { day, before };
};

/** Headers of letters about posts: by them mail programs offer to end it with one press (RFC 8058), and no robot answers. */
export const subscriptionHeaders = (
  ending: Ending,
  host: string,
  endAddress: string,
): Readonly<Record<string, string>> => ({
  // RFC 2919: a label of one list within the name of the host.
  'List-Id': `<${endingText(ending).replace(':', '-')}.board.${host}>`,
  'List-Unsubscribe': `<${endAddress}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Auto-Submitted': 'auto-generated',
  Precedence: 'bulk',
});
