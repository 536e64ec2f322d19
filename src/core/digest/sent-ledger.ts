import type { DigestPeriod } from './digest.ts';

/**
 * What is on record about the message to one recipient in one period. `sending` is written before a message is handed to
 * the server and one of the others after; so a `sending` with nothing behind it may have been sent.
 */
export const SENT_STATES = ['sending', 'sent', 'refused', 'deferred', 'unknown'] as const;
export type SentState = (typeof SENT_STATES)[number];

/** One line of the ledger. */
export interface SentLine {
  /** `2026-11-22..2026-11-28` */
  readonly period: string;
  /** Hash of the address. */
  readonly to: string;
  readonly state: SentState;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Code of the server's answer, where it gave one. */
  readonly code?: number | undefined;
}

/** A period as the ledger writes it: `2026-11-22..2026-11-28`. */
export const periodKey = ({ from, to }: DigestPeriod): string => `${from}..${to}`;

const PERIOD = /^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/;
const HASH = /^[0-9a-f]{64}$/;

/** A line of the ledger as JSON, with its line break. */
export const writeLine = (line: SentLine): string => `${JSON.stringify(line)}\n`;

const isLine = (value: unknown): value is SentLine => {
  const { period, to, state, at } = (value ?? {}) as Partial<SentLine>;
  return (
    typeof period === 'string' &&
    PERIOD.test(period) &&
    typeof to === 'string' &&
    HASH.test(to) &&
    typeof at === 'string' &&
    (SENT_STATES as readonly unknown[]).includes(state)
  );
};

const readLine = (text: string): SentLine | null => {
  try {
    const value: unknown = JSON.parse(text);
    return isLine(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/**
 * The lines of a ledger. `broken` are the numbers of lines that are none. `end` is the length of the text up to the end
 * of its last line: what comes after was torn when a process died within it, counts as not written, and is cut off
 * before anything is appended.
 */
export const readLedger = (text: string) => {
  const parts = text.split('\n');
  const torn = parts.pop() ?? '';
  const lines: SentLine[] = [];
  const broken: number[] = [];
  parts.forEach((part, index) => {
    const line = readLine(part);
    if (line === null) broken.push(index + 1);
    else lines.push(line);
  });
  return { lines, broken, end: text.length - torn.length };
};

/** What is done about a recipient: sent to, or left out and why. */
export type SendingPlan<Item> = Readonly<
  Record<'send' | 'sent' | 'refused' | 'unknown', readonly Item[]>
>;

/**
 * Who is sent to. Whoever has the message, or whose address the server refused for good, is left out; so is whoever may
 * have it, unless `again` says that these are to be sent to once more.
 */
export const planSending = <Item extends { readonly hash: string }>(
  items: readonly Item[],
  lines: readonly SentLine[],
  period: string,
  again = false,
): SendingPlan<Item> => {
  const last = new Map<string, SentState>();
  for (const line of lines) if (line.period === period) last.set(line.to, line.state);
  const plan = {
    send: [] as Item[],
    sent: [] as Item[],
    refused: [] as Item[],
    unknown: [] as Item[],
  };
  for (const item of items) {
    const state = last.get(item.hash);
    if (state === 'sent' || state === 'refused') plan[state].push(item);
    else if ((state === 'sending' || state === 'unknown') && !again) plan.unknown.push(item);
    else plan.send.push(item);
  }
  return plan;
};
