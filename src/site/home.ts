import { deadlinesAhead, recurringDuties } from '#core/deadline/deadline.ts';
import { sortNotices } from '#core/notice/notice.ts';
import { NATIONAL_SIZES, NATIONAL_SIZES_YEAR } from '#core/office/national-sizes.ts';
import { asOf } from './as-of.ts';
import { intervalText } from './circular/actions.ts';
import { viewItem } from './circular/item.ts';
import { type CircularEntry, getCirculars, getDocuments } from './content.ts';
import { getSectionNames } from './frame.ts';
import { messages } from './i18n.ts';
import { type NoticeItem, viewNotice } from './notice-view.ts';
import { answersOf, circularLink, documentLink, getRecords, type RecordLink } from './records.ts';
import { getSinceVisit } from './since-visit.ts';

const NEWEST = 6;
const NOTICES = 4;
const DEADLINES = 8;
const QUESTIONS = 4;

/** Notices about services: what holds, comes or has begun, and as many of the past as there is room for. */
const getNotices = async (): Promise<NoticeItem[]> => {
  const news = await getDocuments('news');
  const items = news.flatMap((entry) =>
    entry.data.notice ? [{ entry, notice: entry.data.notice }] : [],
  );
  return sortNotices(items, asOf)
    .slice(0, NOTICES)
    .map(({ entry, notice, state }) => viewNotice(documentLink(entry), notice, state));
};

const withCircular = (entries: readonly CircularEntry[]) =>
  entries.map((entry) => ({ entry, circular: entry.data.circular }));

/** A thing to do with its circular. */
export interface DutyItem {
  readonly link: RecordLink;
  readonly role: string;
  readonly what: string;
  /** The day, or the round: `22 เมษายน 2568`, `ทุก 6 เดือน`. */
  readonly when: string;
  readonly iso: string | null;
  readonly left: string | null;
  readonly needsCheck: boolean;
}

const getDeadlines = (entries: readonly CircularEntry[]): DutyItem[] =>
  deadlinesAhead(withCircular(entries), asOf)
    .slice(0, DEADLINES)
    .map(({ source, action, date, daysLeft, needsCheck }) => ({
      link: circularLink(source.entry),
      role: messages.role[action.role],
      what: action.what,
      when: messages.format.date(date),
      iso: date,
      left: messages.format.daysLeft(daysLeft),
      needsCheck,
    }));

const getDuties = (entries: readonly CircularEntry[]): DutyItem[] =>
  recurringDuties(withCircular(entries))
    .slice(0, DEADLINES)
    .map(({ source, action }) => ({
      link: circularLink(source.entry),
      role: messages.role[action.role],
      what: action.what,
      when: intervalText(action) ?? action.every,
      iso: null,
      left: null,
      needsCheck: false,
    }));

/** The sections with the number of their pages. */
export const getSections = async () => {
  const { countOf } = await getRecords();
  return (await getSectionNames()).map((section) => ({
    href: `/${section}/`,
    label: messages.nav[section],
    text: messages.sections[section],
    count: messages.home.pages(countOf[section]),
  }));
};

/** A question, with the forms and manuals that answer it. */
export interface AnsweredQuestion {
  readonly link: RecordLink;
  readonly answers: readonly RecordLink[];
}

/** The first questions that are answered with a form or a manual, in the order of their section. */
const getQuestions = async (): Promise<AnsweredQuestion[]> => {
  const { byPath } = await getRecords();
  return (await getDocuments('faq'))
    .map((entry) => ({
      link: documentLink(entry),
      answers: answersOf(entry.data).flatMap((path) => byPath.get(path) ?? []),
    }))
    .filter(({ answers }) => answers.length > 0)
    .slice(0, QUESTIONS);
};

/** The stops of the chain with the number of offices at each. */
const getStops = () => {
  const { stops } = messages.home;
  const { provinces, districts, authorities } = NATIONAL_SIZES;
  return [
    { name: stops.department, count: messages.format.count(1) },
    { name: stops.provinces, count: messages.format.count(provinces) },
    { name: stops.districts, count: messages.format.count(districts) },
    { name: stops.authorities, count: messages.format.count(authorities) },
  ];
};

/** Everything that the home page shows. */
export const getHome = async () => {
  const circulars = await getCirculars();
  return {
    asOf: { iso: asOf, text: messages.site.asOf(messages.format.date(asOf)) },
    since: await getSinceVisit(),
    stops: getStops(),
    stopsNote: messages.home.stopsNote(messages.format.year(NATIONAL_SIZES_YEAR)),
    notices: await getNotices(),
    newest: circulars.slice(0, NEWEST).map(viewItem),
    deadlines: getDeadlines(circulars),
    duties: getDuties(circulars),
    questions: await getQuestions(),
    sections: await getSections(),
  };
};

export type Home = Awaited<ReturnType<typeof getHome>>;
