import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { portalAddress } from '#core/address/portal-address.ts';
import type { CalendarEvent } from '#core/calendar/event.ts';
import { type DigestPeriod, digestOf } from '#core/digest/digest.ts';
import {
  hasNews,
  mailOf,
  TOKEN_PLACE,
  type Unsubscribe,
  unsubscribeAddress,
} from '#core/digest/mail.ts';
import {
  addressKey,
  chosenBy,
  isMailAddress,
  type MailLanguage,
  type MailPage,
  type Recipient,
} from '#core/digest/recipient.ts';
import { periodKey, planSending } from '#core/digest/sent-ledger.ts';
import { viewDigest } from '#core/digest/view.ts';
import { ProblemError } from '#core/problem.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import { openLedger, peekLedger } from '#store/mail/ledger-file.ts';
import { mailFile, type OutgoingMail, openMailer } from '#store/mail/mailer.ts';
import { ledgerPath, readRecipients } from '#store/mail/recipients-file.ts';
import { DEFAULT_SITE_URL } from '#store/settings.ts';
import { type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { type NotSent, type SendingItem, type SendingReport, sendAll } from './send.ts';

/** The options of the command that concern mail. */
export const MAIL_OPTIONS = {
  mail: { type: 'string' },
  sender: { type: 'string' },
  'reply-to': { type: 'string' },
  ledger: { type: 'string' },
  out: { type: 'string' },
  rate: { type: 'string', default: '60' },
  tries: { type: 'string', default: '3' },
  wait: { type: 'string', default: '30' },
  resume: { type: 'boolean', default: false },
  'send-unknown': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** What was given for them. */
export interface MailValues {
  readonly mail?: string | undefined;
  readonly sender?: string | undefined;
  readonly 'reply-to'?: string | undefined;
  readonly ledger?: string | undefined;
  readonly out?: string | undefined;
  readonly rate: string;
  readonly tries: string;
  readonly wait: string;
  readonly resume: boolean;
  readonly 'send-unknown': boolean;
  readonly 'dry-run': boolean;
  readonly json: boolean;
}

/** What the messages are made of. */
export interface MailSource {
  readonly pagesIn: (language: MailLanguage) => readonly MailPage[];
  readonly dates: readonly CalendarEvent[];
  readonly period: DigestPeriod;
  readonly ahead: number;
  readonly siteUrl: string;
}

const readNumber = (option: string, given: string, least: number, most: number): number => {
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= least && value <= most) return value;
  throw new UsageError(`--${option} ${given}: not a whole number from ${least} to ${most}.`);
};

const readAddress = (option: string, given: string | undefined): string | undefined => {
  if (given === undefined || isMailAddress(given)) return given;
  throw new UsageError(
    `--${option}: not an e-mail address; write it alone, as in name@office.example.`,
  );
};

const unsubscribeTemplate = (given: string | undefined): string | null => {
  if (!given) return null;
  const url = URL.parse(given.replaceAll(TOKEN_PLACE, 'token'));
  if (url?.protocol === 'https:' && given.includes(TOKEN_PLACE) && /^[!-~]+$/.test(given))
    return given;
  throw new ProblemError([
    {
      file: null,
      field: 'WIAN_UNSUBSCRIBE_URL',
      what: `it is not an https address with ${TOKEN_PLACE} in it`,
      why: 'RFC 8058 asks for https, and the token tells who unsubscribes.',
      fix: `Write it as https://desk.example/unsubscribe?token=${TOKEN_PLACE}, or leave it out: people then unsubscribe by mail.`,
    },
  ]);
};

const hashOf = ({ address }: Recipient): string =>
  createHash('sha256')
    .update(`wian-digest ${addressKey(address)}`)
    .digest('hex');

interface Sender {
  readonly from: string;
  readonly replyTo: string | undefined;
  readonly unsubscribe: string | null;
}

const itemOf = (
  recipient: Recipient,
  { pagesIn, dates, period, ahead, siteUrl }: MailSource,
  { from, replyTo, unsubscribe }: Sender,
): SendingItem => {
  const hash = hashOf(recipient);
  const { address, language, token } = recipient;
  const make = (): OutgoingMail | null => {
    const texts = LANGUAGES[language];
    const chosen = chosenBy(recipient, pagesIn(language), dates);
    const view = viewDigest(digestOf(chosen.pages, chosen.dates, period, ahead), texts);
    if (!hasNews(view)) return null;
    const way: Unsubscribe = {
      https: unsubscribe === null ? null : unsubscribeAddress(unsubscribe, token),
      mailbox: replyTo ?? from,
      token,
    };
    const pathAddress = (path: string): string => portalAddress(siteUrl, path);
    return {
      ...mailOf(view, pathAddress, language, way, texts.follow.digest.mail),
      from,
      replyTo,
      to: address,
      messageId: `digest.${periodKey(period).replaceAll('..', '.')}.${hash.slice(0, 32)}@${from.slice(from.indexOf('@') + 1)}`,
      date: new Date(),
    };
  };
  return { address, hash, mail: make };
};

const listed = (what: string, list: readonly NotSent[]): string[] =>
  list.map(({ address, code }) => `${what}: ${address}${code === null ? '' : ` (${code})`}`);

const report = (found: SendingReport, period: string, asJson: boolean, io: CommandIo): number => {
  const { sent, before, nothing, refused, deferred, unknown, stopped } = found;
  if (asJson) io.out(JSON.stringify({ period, ...found }, null, 2));
  else {
    io.out(`${period}: sent ${sent}, sent before ${before}, nothing to send ${nothing}`);
    for (const line of [
      ...listed('refused by the server', refused),
      ...listed('not taken yet, --resume tries again', deferred),
      ...listed('unknown whether sent, not sent again (--send-unknown would)', unknown),
    ]) {
      io.out(line);
    }
  }
  if (stopped !== null) {
    const why = stopped.why === 'busy' ? 'cannot be had now' : 'refuses what this sender sends';
    const code = stopped.code === null ? '' : ` (${stopped.code})`;
    io.err(
      `Stopped: the server of SMTP_URL ${why}${code}. ${stopped.left} recipients are left; fix it, then --resume.`,
    );
  }
  const isDone = refused.length + deferred.length + unknown.length === 0 && stopped === null;
  return isDone ? EXIT.ok : EXIT.failed;
};

const writeFiles = async (
  items: readonly SendingItem[],
  folder: string,
  period: string,
  { json }: MailValues,
  io: CommandIo,
): Promise<number> => {
  const path = resolve(io.cwd, folder);
  mkdirSync(path, { recursive: true });
  const files: string[] = [];
  for (const { hash, mail } of items) {
    const made = mail();
    if (made === null) continue;
    const name = `${hash.slice(0, 32)}.eml`;
    replaceFile(join(path, name), await mailFile(made));
    files.push(name);
  }
  const nothing = items.length - files.length;
  io.out(
    json
      ? JSON.stringify({ period, files, nothing }, null, 2)
      : `${period}: ${files.length} messages written to ${folder}, nothing to send ${nothing}`,
  );
  return EXIT.ok;
};

const showPlan = (
  items: readonly SendingItem[],
  ledger: string,
  period: string,
  values: MailValues,
  io: CommandIo,
): number => {
  const plan = planSending(items, peekLedger(ledger), period, values['send-unknown']);
  const send = plan.send.filter(({ mail }) => mail() !== null);
  const addresses = (list: readonly SendingItem[]): string[] => list.map(({ address }) => address);
  if (values.json) {
    const groups = { send, sent: plan.sent, refused: plan.refused, unknown: plan.unknown };
    const named = Object.entries(groups).map(([name, list]) => [name, addresses(list)]);
    const nothing = plan.send.length - send.length;
    io.out(JSON.stringify({ period, ...Object.fromEntries(named), nothing }, null, 2));
    return EXIT.ok;
  }
  io.out(
    `${period}: would send ${send.length}, sent before ${plan.sent.length}, nothing to send ${plan.send.length - send.length}. Nothing was sent.`,
  );
  for (const { address, mail } of send) io.out(`${address}: ${mail()?.subject}`);
  for (const address of addresses(plan.unknown)) io.out(`unknown whether sent: ${address}`);
  return EXIT.ok;
};

const refuseBegun = (lines: readonly { readonly period: string }[], period: string): void => {
  if (!lines.some((line) => line.period === period)) return;
  throw new UsageError(
    `The digest of ${period} was begun already. Give --resume to send what is left; nobody gets it twice.`,
  );
};

const requireSiteUrl = (siteUrl: string): void => {
  if (siteUrl !== DEFAULT_SITE_URL) return;
  throw new UsageError(
    'Set WIAN_SITE_URL: the links of a mail must lead to the portal, not to this machine.',
  );
};

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds));

/** Sends the digest to a list, or shows or writes what would be sent. Resolves to the exit code. */
export const mailDigest = async (
  list: string,
  source: MailSource,
  values: MailValues,
  io: CommandIo,
): Promise<number> => {
  const from = readAddress('sender', values.sender);
  if (from === undefined) throw new UsageError('Give --sender ADDRESS, from which the mail comes.');
  const limits = {
    rate: readNumber('rate', values.rate, 1, 60_000),
    tries: readNumber('tries', values.tries, 1, 10),
    wait: readNumber('wait', values.wait, 0, 3600),
  };
  const unsubscribe = unsubscribeTemplate(io.env.WIAN_UNSUBSCRIBE_URL);
  const sender = { from, replyTo: readAddress('reply-to', values['reply-to']), unsubscribe };
  const people = await readRecipients(io.cwd, list);
  const items = people.map((recipient) => itemOf(recipient, source, sender));
  const period = periodKey(source.period);
  const ledgerFile = values.ledger ? resolve(io.cwd, values.ledger) : ledgerPath(io.cwd, list);
  if (unsubscribe === null) {
    io.err(
      'note: WIAN_UNSUBSCRIBE_URL is not set: people unsubscribe by mail only, not by one press.',
    );
  }
  if (values.out !== undefined) return writeFiles(items, values.out, period, values, io);
  if (values['dry-run']) return showPlan(items, ledgerFile, period, values, io);
  requireSiteUrl(source.siteUrl);
  const mailer = openMailer(io.env.SMTP_URL);
  const ledger = openLedger(ledgerFile);
  try {
    if (!values.resume) refuseBegun(ledger.lines, period);
    const world = { mailer, ledger, now: () => new Date(), sleep };
    const found = await sendAll(items, period, limits, world, values['send-unknown']);
    return report(found, period, values.json, io);
  } finally {
    ledger.close();
    mailer.close();
  }
};
