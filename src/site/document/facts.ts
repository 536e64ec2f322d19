import { noticeState } from '#core/notice/notice.ts';
import type { Office } from '#core/office/office.ts';
import { asOf } from '../as-of.ts';
import type { DocumentEntry } from '../content.ts';
import {
  type FactView,
  type NameSource,
  viewDate,
  viewPrintedNumber,
  viewUrgencyClass,
} from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { stateText } from '../notice-view.ts';
import { officeName } from '../offices.ts';

/** A line of facts about a page: a name and what is known. */
export interface FactRow {
  readonly label: string;
  readonly fact: FactView;
  /** Set where it is said of the day of the data. The search does not find it, or each day would make another index. */
  readonly ofDay?: true;
}

const row = (label: string, text: string | undefined): FactRow[] =>
  text === undefined || text === '' ? [] : [{ label, fact: { text, doubt: null } }];

const rolesText = (roles: readonly (keyof typeof messages.role)[]): string =>
  roles.map((role) => messages.role[role]).join(' · ');

const t = messages.document;
const l = messages.circular.letter;

type Law = DocumentEntry<'laws'>['data'];

const rowsOfLaw = (
  law: Law,
  offices: ReadonlyMap<string, Office>,
  nameSource: NameSource,
): FactRow[] => [
  ...row(t.kindLabel, t.kind[law.kind]),
  ...row(l.issuer, law.issuer && officeName(offices, law.issuer)),
  ...(law.number ? [{ label: l.number, fact: viewPrintedNumber(law.number, nameSource) }] : []),
  ...(law.date ? [{ label: l.date, fact: viewDate(law.date, nameSource) }] : []),
  ...row(l.subject, law.subject),
  ...(law.urgency
    ? [
        {
          label: l.urgency,
          fact: viewUrgencyClass(law.urgency, nameSource),
        },
      ]
    : []),
];

const rowsOfChange = (
  { effective, fiscalYear }: DocumentEntry<'changelog'>['data'],
  nameSource: NameSource,
): FactRow[] => [
  { label: t.effective, fact: viewDate(effective, nameSource) },
  ...row(
    t.fiscalYear,
    fiscalYear === undefined ? undefined : messages.format.fiscalYear(fiscalYear),
  ),
];

const rowsOfNews = ({ notice }: DocumentEntry<'news'>['data']): FactRow[] =>
  notice
    ? [
        ...row(messages.notice.kind[notice.kind], notice.service),
        ...row(messages.circular.window, messages.format.period(notice.from, notice.until)),
        ...row(
          messages.site.asOf(messages.format.date(asOf)),
          stateText(notice, noticeState(notice, asOf)),
        ).map((one) => ({ ...one, ofDay: true as const })),
      ]
    : [];

/** The facts of a page that its kind has besides title and text, in the order in which they are shown. */
export const rowsOf = (
  entry: DocumentEntry,
  offices: ReadonlyMap<string, Office>,
  nameSource: NameSource,
): FactRow[] => {
  const { data } = entry;
  if ('roles' in data) return row(t.forRoles, rolesText(data.roles));
  if ('topic' in data) return row(t.topic, data.topic);
  if ('effective' in data) return rowsOfChange(data, nameSource);
  if ('filledBy' in data) {
    return [...row(t.filledBy, rolesText(data.filledBy)), ...row(t.sentTo, data.sentTo)];
  }
  if ('kind' in data) return rowsOfLaw(data, offices, nameSource);
  return rowsOfNews(data);
};
