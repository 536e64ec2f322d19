import { printLetterNumber } from '#core/letter/number.ts';
import { sortNotices } from '#core/notice/notice.ts';
import { asOf } from '../as-of.ts';
import { type DocumentEntry, type DocumentKind, getDocuments } from '../content.ts';
import { briefFact } from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { stateText } from '../notice-view.ts';
import { answersOf, documentLink, getRecords, type RecordLink, type Records } from '../records.ts';

/** A page as an item of a list: its title, one sentence, and the facts that distinguish it from its neighbours. */
export interface DocumentItem {
  readonly link: RecordLink;
  readonly summary: string;
  readonly facts: readonly string[];
  readonly needsCheck: boolean;
  /** Forms and manuals that answer it, where it is a question. */
  readonly answers: readonly RecordLink[];
}

export interface DocumentGroup {
  readonly title: string | null;
  readonly items: readonly DocumentItem[];
}

const factsOf = ({ data }: DocumentEntry): { facts: string[]; needsCheck: boolean } => {
  if ('roles' in data)
    return { facts: data.roles.map((role) => messages.role[role]), needsCheck: false };
  if ('effective' in data) {
    const { text, needsCheck } = briefFact(data.effective, messages.format.date);
    const year = data.fiscalYear === undefined ? [] : [messages.format.fiscalYear(data.fiscalYear)];
    return { facts: [...(text ? [text] : []), ...year], needsCheck };
  }
  if ('filledBy' in data) {
    return {
      facts: [
        ...data.filledBy.map((role) => messages.role[role]),
        `${messages.document.sentTo} ${data.sentTo}`,
      ],
      needsCheck: false,
    };
  }
  if ('kind' in data) {
    const number = data.number && briefFact(data.number, printLetterNumber);
    const date = data.date && briefFact(data.date, messages.format.date);
    const known = [number, date].filter((one) => one !== undefined);
    return {
      facts: known.flatMap(({ text }) => text ?? []),
      needsCheck: known.some(({ needsCheck }) => needsCheck),
    };
  }
  return { facts: [], needsCheck: false };
};

const viewItem = (entry: DocumentEntry, byPath: Records['byPath']): DocumentItem => ({
  link: documentLink(entry),
  summary: entry.data.summary,
  answers: answersOf(entry.data).flatMap((path) => byPath.get(path) ?? []),
  ...factsOf(entry),
});

const groupOf = ({ data }: DocumentEntry): string | null => {
  if ('topic' in data) return data.topic;
  return 'kind' in data ? messages.document.kind[data.kind] : null;
};

/** News by what holds on the day of the data; each notice shows its state. */
const newsItems = (
  entries: readonly DocumentEntry<'news'>[],
  byPath: Records['byPath'],
): DocumentItem[] => {
  const dated = entries.flatMap((entry) =>
    entry.data.notice ? [{ entry, notice: entry.data.notice }] : [],
  );
  const notices = sortNotices(dated, asOf).map(({ entry, notice, state }) => ({
    ...viewItem(entry, byPath),
    facts: [stateText(notice, state), messages.format.period(notice.from, notice.until)],
  }));
  const others = entries
    .filter(({ data }) => !data.notice)
    .map((entry) => ({
      ...viewItem(entry, byPath),
      facts: [messages.format.date(entry.data.published)],
    }));
  return [...notices, ...others];
};

/** The list of a section, in its groups (topics of questions, kinds of law), in the order of the section. */
export const getDocumentGroups = async (kind: DocumentKind): Promise<DocumentGroup[]> => {
  const { byPath } = await getRecords();
  if (kind === 'news') {
    const items = newsItems(await getDocuments('news'), byPath);
    return items.length === 0 ? [] : [{ title: null, items }];
  }
  const entries: readonly DocumentEntry[] = await getDocuments(kind);
  return [...Map.groupBy(entries, groupOf)].map(([title, ofGroup]) => ({
    title,
    items: ofGroup.map((entry) => viewItem(entry, byPath)),
  }));
};
