import type { CalendarEvent } from '#core/calendar/event.ts';
import { type PageEventKind, withdrawnStatus } from '#core/history/page-event.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Digest, DigestDue, DigestEvent, DigestSectionName } from './digest.ts';

/** The words of a digest; the texts of each language of the frame have them. */
export interface DigestTexts {
  readonly format: {
    readonly date: (day: IsoDate) => string;
    readonly period: (from: string | undefined, to: string | undefined) => string;
  };
  readonly role: Readonly<Record<CalendarEvent['role'], string>>;
  readonly follow: {
    readonly feed: {
      readonly sampleMark: string;
      readonly eventMark: Readonly<Record<Exclude<PageEventKind, 'published'>, string>>;
    };
    readonly calendar: {
      readonly needsCheck: string;
      readonly kind: Readonly<Record<CalendarEvent['kind'], string>>;
      readonly eventTitle: (kind: string, role: string, what: string) => string;
      readonly from: (title: string) => string;
      readonly countedFrom: (day: string) => string;
    };
    readonly digest: {
      readonly periodTitle: (period: string) => string;
      readonly section: Readonly<Record<DigestSectionName, string>>;
      readonly due: (until: string) => string;
      readonly recorded: (day: string) => string;
      readonly nothing: string;
      readonly noDue: (until: string) => string;
      readonly original: string;
    };
  };
}

/** One entry in words. */
export interface DigestItem {
  readonly title: string;
  /** More about it, a line each. */
  readonly lines: readonly string[];
  /** Path on the portal. */
  readonly href: string;
}

/** A digest in words, before it takes the form of a page, a text or HTML. */
export interface DigestView {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly items: readonly DigestItem[] }[];
  /** Said where nothing happened or nothing is due. */
  readonly remarks: readonly string[];
  readonly foot: string;
}

const viewEvent = ({ date, kind, note, page }: DigestEvent, texts: DigestTexts): DigestItem => {
  const { sampleMark, eventMark } = texts.follow.feed;
  const status = withdrawnStatus(page);
  const marks = [
    ...(status === null ? [] : [eventMark[status]]),
    ...(kind === 'published' || kind === status ? [] : [eventMark[kind]]),
  ];
  return {
    title: `${page.sample ? sampleMark : ''}${marks.map((mark) => `${mark}: `).join('')}${page.title}`,
    lines: [note || page.summary, texts.follow.digest.recorded(texts.format.date(date))],
    href: page.path,
  };
};

const viewDue = ({ day, event }: DigestDue, texts: DigestTexts): DigestItem => {
  const { calendar, feed } = texts.follow;
  const { kind, role, what, needsCheck, sample, circularTitle, countedFrom } = event;
  const marks = `${sample ? feed.sampleMark : ''}${needsCheck ? calendar.needsCheck : ''}`;
  const when =
    kind === 'window' ? texts.format.period(event.from, event.to) : texts.format.date(day);
  return {
    title: `${when} - ${marks}${calendar.eventTitle(calendar.kind[kind], texts.role[role], what)}`,
    lines: [
      calendar.from(circularTitle),
      ...(countedFrom ? [calendar.countedFrom(texts.format.date(countedFrom))] : []),
    ],
    href: event.path,
  };
};

/** A digest in the words of a language: what was withdrawn or changed, what is due, then what is new. */
export const viewDigest = (digest: Digest, texts: DigestTexts): DigestView => {
  const t = texts.follow.digest;
  const sections = digest.sections.map(({ name, events }) => ({
    name: name as string,
    title: t.section[name],
    items: events.map((event) => viewEvent(event, texts)),
  }));
  const due = {
    name: 'due',
    title: t.due(texts.format.date(digest.dueUntil)),
    items: digest.due.map((one) => viewDue(one, texts)),
  };
  const isNews = ({ name }: { readonly name: string }): boolean =>
    name === 'published' || name === 'minor';
  return {
    title: t.periodTitle(texts.format.period(digest.from, digest.to)),
    sections: [
      ...sections.filter((one) => !isNews(one)),
      ...(due.items.length > 0 ? [due] : []),
      ...sections.filter(isNews),
    ].map(({ title, items }) => ({ title, items })),
    remarks: [
      ...(sections.length > 0 ? [] : [t.nothing]),
      ...(due.items.length > 0 ? [] : [t.noDue(texts.format.date(digest.dueUntil))]),
    ],
    foot: t.original,
  };
};
