/** How often something may be tried before one has to wait. */
export interface ThrottleRule {
  /** Tries that cost no waiting. */
  readonly free: number;
  /** Seconds to wait after the last free try; doubled with each try after it. */
  readonly firstWait: number;
  /** The longest wait in seconds. Tries are forgotten once twice as long has passed. */
  readonly longestWait: number;
}

/** What is known about the tries of an account or an address. */
export interface Tries {
  readonly count: number;
  /** Milliseconds since 1970 of the last one. */
  readonly last: number;
}

/**
 * Wrong passwords: three for an account, then one waits. An address may be an office with many people behind it. Letters:
 * three to a mailbox in an hour, so that nobody can fill it, and twenty asked for from an address. Posts and reports: ten at
 * once, then a growing pause, which a quarter of an hour without a post forgets. Codes of offices: five. Looks for threads
 * like the one that is typed: sixty, and two minutes without one forget them. Letters about posts: ten in a row to a member; what
 * comes then is gathered for the next one. Warnings to a member that their account was changed: counted by themselves, so that nobody
 * keeps one away by asking for other letters first. Refusals of what a member may not do, as the audit log gets them: twenty.
 * Wrong codes of slips: five from an address. What one slip records: five in a row.
 */
export const THROTTLES = {
  'password-account': { free: 3, firstWait: 60, longestWait: 3600 },
  'password-address': { free: 20, firstWait: 60, longestWait: 3600 },
  'mail-account': { free: 3, firstWait: 3600, longestWait: 3600 },
  'mail-address': { free: 20, firstWait: 3600, longestWait: 3600 },
  'post-account': { free: 10, firstWait: 30, longestWait: 450 },
  'similar-address': { free: 60, firstWait: 5, longestWait: 60 },
  'warning-account': { free: 20, firstWait: 3600, longestWait: 3600 },
  'notice-account': { free: 10, firstWait: 600, longestWait: 3600 },
  'code-account': { free: 5, firstWait: 60, longestWait: 3600 },
  'refusal-account': { free: 20, firstWait: 60, longestWait: 3600 },
  'slip-address': { free: 5, firstWait: 60, longestWait: 3600 },
  'slip-use': { free: 5, firstWait: 60, longestWait: 3600 },
} as const satisfies Record<string, ThrottleRule>;
export type ThrottleName = keyof typeof THROTTLES;

const isForgotten = (rule: ThrottleRule, { last }: Tries, now: number): boolean =>
  now - last >= rule.longestWait * 2000;

/** Seconds still to wait, 0 where one need not. `now` in milliseconds since 1970. */
export const waitSeconds = (rule: ThrottleRule, tries: Tries | null, now: number): number => {
  if (tries === null || tries.count < rule.free || isForgotten(rule, tries, now)) return 0;
  const wait = Math.min(rule.firstWait * 2 ** (tries.count - rule.free), rule.longestWait);
  return Math.max(0, Math.ceil(wait - (now - tries.last) / 1000));
};

/** The tries with one more at `now`. */
export const afterTry = (rule: ThrottleRule, tries: Tries | null, now: number): Tries => ({
  count: tries === null || isForgotten(rule, tries, now) ? 1 : tries.count + 1,
  last: now,
});
