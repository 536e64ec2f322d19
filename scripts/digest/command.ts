import { parseArgs } from 'node:util';
import { eventsOf } from '#core/calendar/event.ts';
import { calendarSource } from '#core/calendar/source.ts';
import { DAYS_AHEAD, type DigestPage, digestOf } from '#core/digest/digest.ts';
import { digestHtml, digestText } from '#core/digest/print.ts';
import { viewDigest } from '#core/digest/view.ts';
import { circularHistory, type ForceLetter, pageHistory } from '#core/history/page-history.ts';
import { dateOfDayNumber, dayNumber, type IsoDate, isFullDate } from '#core/letter/date.ts';
import { portalAddress } from '#core/link/portal-address.ts';
import { recordHref } from '#core/record.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import type { Messages } from '#i18n/messages.ts';
import { type ReadDocument, readDocuments } from '#store/content/read-documents.ts';
import { type CircularRecord, readCircularRecords } from '#store/ledger/tracked.ts';
import { readSettings } from '#store/settings.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';

const DAYS_OF_A_DIGEST = 7;

/** A day as ISO, or as people write it: 23/11/2569, ๒๓ พ.ย. ๖๙. */
const readDay = (option: string, given: string): IsoDate => {
  const { value, doubt } = readDateCell(given);
  if (value !== null && doubt === null && isFullDate(value)) return value;
  throw new UsageError(`--${option} ${given}: not a day; write it as YYYY-MM-DD, or 23/11/2569.`);
};

const readPeriod = (given: { from?: string; to?: string }, today: IsoDate) => {
  const to = given.to === undefined ? today : readDay('to', given.to);
  const from =
    given.from === undefined
      ? dateOfDayNumber(dayNumber(to) - DAYS_OF_A_DIGEST + 1)
      : readDay('from', given.from);
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to}.`);
  return { from, to };
};

const readAhead = (given: string): number => {
  if (/^\d{1,3}$/.test(given)) return Number(given);
  throw new UsageError(`--ahead ${given}: not a number of days from 0 to 999.`);
};

const pagesOf = (
  circulars: readonly CircularRecord[],
  documents: readonly ReadDocument[],
  texts: Messages,
): DigestPage[] => {
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
    })),
    ...documents.map(({ kind, id, data }) => ({
      ...pageHistory(data, letters, texts),
      path: recordHref(kind, id),
      title: data.title,
      summary: data.summary,
      sample: data.sample,
    })),
  ];
};

/** `npm run digest` */
export const digest: Command = {
  help: `
npm run -s digest [-- --from DAY] [--to DAY] [--ahead DAYS] [--html | --json]

What happened to the pages of the portal in a period, to be pasted into LINE, a mail or a letter: cancelled, replaced
or expired letters first, then files taken off and major changes, dates of letters that come, and what is new. The same
events as in the feeds and on /changes/, each on the day on which the portal recorded it; drafts are left out. Every
week has such a digest on /digest/ too.

  --from DAY     first day; by default six days before the last
  --to DAY       last day; by default today (or WIAN_AS_OF). Days are 2026-11-23, 23/11/2569 or ๒๓ พ.ย. ๖๙
  --ahead DAYS   how far after the last day dates are listed; ${DAYS_AHEAD} by default
  --html         headings and lists for a mail
  --json         {from, to, dueUntil, title, sections: [{title, items: [{title, lines, url}]}], remarks}

Links begin with WIAN_SITE_URL; WIAN_LANG is the language of the frame (th or en).

  npm run -s digest
  npm run -s digest -- --from 1/11/2569 --to 30/11/2569 --html
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        ahead: { type: 'string', default: String(DAYS_AHEAD) },
        html: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    if (values.html && values.json) throw new UsageError('Give --html or --json, not both.');
    const ahead = readAhead(values.ahead);
    const { siteUrl, language, asOf } = readSettings(io.env, io.today);
    const period = readPeriod(values, asOf);
    const texts = LANGUAGES[language];
    const [circulars, documents] = await Promise.all([
      readCircularRecords(io.cwd),
      readDocuments(io.cwd),
    ]);
    const dates = circulars.flatMap(({ id, circular }) => eventsOf(calendarSource(id, circular)));
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
