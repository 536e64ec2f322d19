import { planSending, type SentLine, type SentState } from '#core/digest/sent-ledger.ts';
import { type SmtpFailure, type SmtpOutcome, smtpOutcome } from '#core/digest/smtp-outcome.ts';
import type { OpenLedger } from '#store/mail/ledger-file.ts';
import type { Mailer, OutgoingMail } from '#store/mail/mailer.ts';

/** A message to one recipient, made when it is sent. */
export interface SendingItem {
  readonly address: string;
  readonly hash: string;
  /** Null where the period has nothing that the recipient chose. */
  readonly mail: () => OutgoingMail | null;
}

export interface SendingLimits {
  /** Messages a minute. */
  readonly rate: number;
  /** How often a message is tried that the server does not take now. */
  readonly tries: number;
  /** Seconds before the second try; twice as long before each further one. */
  readonly wait: number;
}

/** What sending needs of the world. */
export interface SendingWorld {
  readonly mailer: Pick<Mailer, 'send'>;
  readonly ledger: Pick<OpenLedger, 'append' | 'lines'>;
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** An address that was not sent to, with the server's code where it gave one. */
export interface NotSent {
  readonly address: string;
  readonly code: number | null;
}

export interface SendingReport {
  readonly sent: number;
  /** Had the message before. */
  readonly before: number;
  /** Nothing happened that they chose. */
  readonly nothing: number;
  readonly refused: readonly NotSent[];
  readonly deferred: readonly NotSent[];
  /** May have the message or not. */
  readonly unknown: readonly NotSent[];
  /** Why sending stopped before its end, with the number of recipients that are left; null where it did not. */
  readonly stopped: {
    readonly why: SmtpOutcome;
    readonly left: number;
    readonly code: number | null;
  } | null;
}

const MINUTE = 60_000;

const codeOf = ({ responseCode }: SmtpFailure): number | null =>
  typeof responseCode === 'number' ? responseCode : null;

interface Attempt {
  readonly outcome: SmtpOutcome | 'sent';
  readonly code: number | null;
}

const LEDGER_STATE: Readonly<Record<Attempt['outcome'], SentState>> = {
  sent: 'sent',
  refused: 'refused',
  deferred: 'deferred',
  unknown: 'unknown',
  busy: 'deferred',
  stop: 'deferred',
};

/** Hands one message over, with a line in the ledger before and after. */
const attempt = async (
  { hash }: SendingItem,
  mail: OutgoingMail,
  period: string,
  { mailer, ledger, now }: SendingWorld,
): Promise<Attempt> => {
  const write = (state: SentState, code?: number | null): void => {
    const line: SentLine = { period, to: hash, state, at: now().toISOString() };
    ledger.append(code === undefined || code === null ? line : { ...line, code });
  };
  write('sending');
  let made: Attempt;
  try {
    made = { outcome: 'sent', code: await mailer.send(mail) };
  } catch (error) {
    const failure = error as SmtpFailure;
    // A fault of the program, not of a server: it must not pass for one.
    if (typeof failure.code !== 'string') throw error;
    made = { outcome: smtpOutcome(failure), code: codeOf(failure) };
  }
  write(LEDGER_STATE[made.outcome], made.code);
  return made;
};

/** As {@link attempt}, again and again while the server as a whole is busy. */
const attemptWhileBusy = async (
  item: SendingItem,
  mail: OutgoingMail,
  period: string,
  world: SendingWorld,
  { tries, wait }: SendingLimits,
): Promise<Attempt> => {
  for (let round = 1; ; round++) {
    const made = await attempt(item, mail, period, world);
    if (made.outcome !== 'busy' || round >= tries) return made;
    await world.sleep(wait * 1000 * 2 ** (round - 1));
  }
};

/**
 * Sends to whom the ledger does not know as sent to. Every message has a line in the ledger before and after; one that
 * may have been sent is never sent again without `again`. Whom the server puts off is tried once more after the others.
 */
export const sendAll = async (
  items: readonly SendingItem[],
  period: string,
  limits: SendingLimits,
  world: SendingWorld,
  again = false,
): Promise<SendingReport> => {
  const plan = planSending(items, world.ledger.lines, period, again);
  const earlier = (list: readonly SendingItem[]): NotSent[] =>
    list.map(({ address }) => ({ address, code: null }));
  const refused = earlier(plan.refused);
  const unknown = earlier(plan.unknown);
  const counts = { sent: 0, nothing: 0 };
  let queue = plan.send.map((item) => ({ item, code: null as number | null }));
  let stopped: SendingReport['stopped'] = null;
  let isFirst = true;
  for (let round = 1; queue.length > 0 && round <= limits.tries && stopped === null; round++) {
    if (round > 1) await world.sleep(limits.wait * 1000 * 2 ** (round - 2));
    const putOff: typeof queue = [];
    for (const [at, { item }] of queue.entries()) {
      const mail = item.mail();
      if (mail === null) {
        counts.nothing += 1;
        continue;
      }
      if (!isFirst) await world.sleep(MINUTE / limits.rate);
      isFirst = false;
      const { outcome, code } = await attemptWhileBusy(item, mail, period, world, limits);
      if (outcome === 'sent') counts.sent += 1;
      else if (outcome === 'refused') refused.push({ address: item.address, code });
      else if (outcome === 'unknown') unknown.push({ address: item.address, code });
      else if (outcome === 'deferred') putOff.push({ item, code });
      else {
        stopped = { why: outcome, left: queue.length - at, code };
        break;
      }
    }
    queue = putOff;
  }
  return {
    sent: counts.sent,
    before: plan.sent.length,
    nothing: counts.nothing,
    refused,
    deferred: queue.map(({ item, code }) => ({ address: item.address, code })),
    unknown,
    stopped,
  };
};
