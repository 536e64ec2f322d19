import { parseArgs } from 'node:util';
import { portalAddress } from '#core/address/portal-address.ts';
import { eventsOf } from '#core/calendar/event.ts';
import { calendarSource } from '#core/calendar/source.ts';
import { DAYS_AHEAD, digestOf } from '#core/digest/digest.ts';
import { digestHtml, digestText } from '#core/digest/print.ts';
import type { MailPage } from '#core/digest/recipient.ts';
import { viewDigest } from '#core/digest/view.ts';
import { circularHistory, type ForceLetter, pageHistory } from '#core/history/page-history.ts';
import type { ActionRole } from '#core/letter/circular.ts';
import { dateOfDayNumber, dayNumber, type IsoDate, isFullDate } from '#core/letter/date.ts';
import { recordHref } from '#core/record.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import type { Messages } from '#i18n/messages.ts';
import { type ReadDocument, readDocuments } from '#store/content/read-documents.ts';
import { type CircularRecord, readCircularRecords } from '#store/ledger/tracked.ts';
import { readSettings } from '#store/settings.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { MAIL_OPTIONS, mailDigest } from './mail.ts';

const DAYS_OF_A_DIGEST = 7;

/** A day as ISO, or as people write it: 23/11/2569, ๒๓ พ.ย. ๖๙. */
const readDay = (option: string, given: string): IsoDate => {
  const { value, doubt } = readDateCell(given);
  if (value !== null && doubt === null && isFullDate(value)) return value;
  throw new UsageError(`--${option} ${given}: not a day; write it as YYYY-MM-DD, or 23/11/2569.`);
};

const readPeriod = (given: { since?: string; from?: string; to?: string }, today: IsoDate) => {
  const to = given.to === undefined ? today : readDay('to', given.to);
  const option = given.since === undefined ? 'from' : 'since';
  const first = given[option];
  const from =
    first === undefined
      ? dateOfDayNumber(dayNumber(to) - DAYS_OF_A_DIGEST + 1)
      : readDay(option, first);
  if (from > to) throw new UsageError(`--${option} ${from} is after --to ${to}.`);
  return { from, to };
};

const readAhead = (given: string): number => {
  if (/^\d{1,3}$/.test(given)) return Number(given);
  throw new UsageError(`--ahead ${given}: not a number of days from 0 to 999.`);
};

const SINCE_AND_FROM = '--since and --from are the same: give one.';

const rolesOf = ({ data }: ReadDocument): readonly ActionRole[] => {
  if ('roles' in data) return data.roles;
  return 'filledBy' in data ? data.filledBy : [];
};

const pagesOf = (
  circulars: readonly CircularRecord[],
  documents: readonly ReadDocument[],
  texts: Messages,
): MailPage[] => {
  const letters = new Map<string, ForceLetter>([
    ...circulars.map(({ id, circular }) => [`circulars/${id}`, circular] as const),
    ...documents.map(({ kind, id, data }) => [`${kind}/${id}`, data] as const),
  ]);
  return [
    ...circulars.map((record) => ({
      ...circularHistory(record, letters, texts),
      path: recordHref('circulars', record.id),
      title: record.circular.title,
      summary: record.circular.summary,
      sample: record.circular.sample,
      section: 'circulars',
      offices: [record.circular.letter, ...record.coveringLetters].map(({ issuer }) => issuer),
      roles: record.circular.actions.map(({ role }) => role),
    })),
    ...documents.map((document) => ({
      ...pageHistory(document.data, letters, texts),
      path: recordHref(document.kind, document.id),
      title: document.data.title,
      summary: document.data.summary,
      sample: document.data.sample,
      section: document.kind,
      offices: 'issuer' in document.data && document.data.issuer ? [document.data.issuer] : [],
      roles: rolesOf(document),
    })),
  ];
};

/** `npm run digest` */
export const digest: Command = {
  help: `
npm run -s digest [-- --since DAY] [--to DAY] [--ahead DAYS] [--html | --json]
npm run -s digest -- --mail LIST --sender ADDRESS [--since DAY] [--to DAY] [--resume] [--dry-run | --out DIR] [--json]

What happened to the pages of the portal in a period, to be pasted into LINE, a mail or a letter: cancelled, replaced
or expired letters first, then files taken off and major changes, dates of letters that come, and what is new. The same
events as in the feeds and on /changes/, each on the day on which the portal recorded it; drafts are left out. Every
week has such a digest on /digest/ too.

  --since DAY    first day, the same as --from; by default six days before the last
  --to DAY       last day; by default today (or WIAN_AS_OF). Days are 2026-11-23, 23/11/2569 or ๒๓ พ.ย. ๖๙
  --ahead DAYS   how far after the last day dates are listed; ${DAYS_AHEAD} by default
  --html         headings and lists for a mail
  --json         {from, to, dueUntil, title, sections: [{title, items: [{title, lines, url}]}], remarks}

With --mail the digest goes by SMTP to everybody on a list, each with what they asked for, one message a recipient and
never twice (docs/mail.md). The server stands in SMTP_URL; the address for one-press unsubscription (RFC 8058) in
WIAN_UNSUBSCRIBE_URL, with {token} in it.

  --mail LIST          CSV: address,sections,offices,roles,language,token. Not in content/: addresses are personal data
  --sender ADDRESS     From; --reply-to ADDRESS where answers and unsubscriptions go, if elsewhere
  --resume             go on with a period that was begun: after a kill, a full disk, a server that was down
  --send-unknown       send once more to those of whom it is not known whether they have the message
  --dry-run            who would get what; nothing is sent
  --out DIR            write the messages as .eml files instead
  --ledger FILE        what was sent to whom; by default LIST.sent.jsonl
  --rate N             messages a minute (60); --tries N of one that the server puts off (3), --wait SECONDS between (30)

Links begin with WIAN_SITE_URL; WIAN_LANG is the language of the frame (th or en).

  npm run -s digest
  npm run -s digest -- --since 1/11/2569 --to 30/11/2569 --html
  SMTP_URL=smtps://user:password@mail.example npm run -s digest -- --mail ../subscribers.csv --sender wian@office.example
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        since: { type: 'string' },
        to: { type: 'string' },
        ahead: { type: 'string', default: String(DAYS_AHEAD) },
        html: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        ...MAIL_OPTIONS,
      },
    });
    if (values.html && values.json) throw new UsageError('Give --html or --json, not both.');
    if (values.since !== undefined && values.from !== undefined) {
      throw new UsageError(SINCE_AND_FROM);
    }
    const ahead = readAhead(values.ahead);
    const { siteUrl, language, asOf } = readSettings(io.env, io.today);
    const period = readPeriod(values, asOf);
    const texts = LANGUAGES[language];
    const [circulars, documents] = await Promise.all([
      readCircularRecords(io.cwd),
      readDocuments(io.cwd),
    ]);
    const dates = circulars.flatMap(({ id, circular }) => eventsOf(calendarSource(id, circular)));
    if (values.mail !== undefined) {
      const inLanguage = new Map<string, readonly MailPage[]>();
      const pagesIn = (asked: keyof typeof LANGUAGES): readonly MailPage[] => {
        const pages = inLanguage.get(asked) ?? pagesOf(circulars, documents, LANGUAGES[asked]);
        inLanguage.set(asked, pages);
        return pages;
      };
      return mailDigest(values.mail, { pagesIn, dates, period, ahead, siteUrl }, values, io);
    }
    const found = digestOf(pagesOf(circulars, documents, texts), dates, period, ahead);
    const view = viewDigest(found, texts);
    const address = (path: string): string => portalAddress(siteUrl, path);
    if (values.json) {
      const { title, remarks } = view;
      const sections = view.sections.map(({ title, items }) => ({
        title,
        items: items.map(({ href, ...item }) => ({ ...item, url: address(href) })),
      }));
      const { from, to, dueUntil } = found;
      io.out(JSON.stringify({ from, to, dueUntil, title, sections, remarks }, null, 2));
    } else io.out(values.html ? digestHtml(view, address) : digestText(view, address));
    return EXIT.ok;
  },
};
