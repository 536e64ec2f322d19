import { type CollectionEntry, getCollection, render } from 'astro:content';
import { byNewestLetter } from '#core/letter/order.ts';

/** The kinds of page besides circulars. */
export type DocumentKind = Exclude<keyof import('astro:content').DataEntryMap, 'circulars'>;
export type CircularEntry = CollectionEntry<'circulars'>;
export type DocumentEntry<Kind extends DocumentKind = DocumentKind> = CollectionEntry<Kind>;

const isPublished = (page: { readonly draft: boolean }): boolean =>
  import.meta.env.DEV || !page.draft;

/** Every circular that may be shown, newest letter first. The id of an entry is `<B.E. year>/<permanent id>`. */
export const getCirculars = async (): Promise<CircularEntry[]> => {
  const entries = await getCollection('circulars', ({ data }) => isPublished(data.circular));
  return entries.sort((a, b) => byNewestLetter(a.data.circular, b.data.circular));
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sortKey = ({ id, data }: DocumentEntry): string => {
  if ('order' in data) return `${String(data.order).padStart(6, '0')} ${id}`;
  return id;
};

const newestFirst = ({ data }: DocumentEntry): string =>
  'effective' in data ? (data.effective.value ?? '') : data.published;

/** Every page of a kind that may be shown: by its place where it has one, else newest first. */
export const getDocuments = async <Kind extends DocumentKind>(
  kind: Kind,
): Promise<DocumentEntry<Kind>[]> => {
  const entries: DocumentEntry[] = await getCollection(kind, ({ data }) => isPublished(data));
  const sorted = entries.sort((a, b) =>
    'order' in a.data
      ? compareText(sortKey(a), sortKey(b))
      : compareText(newestFirst(b), newestFirst(a)) || compareText(a.id, b.id),
  );
  return sorted as DocumentEntry<Kind>[];
};

/** The guidance of a page: a component, and its headings for a table of contents. */
export const renderBody = (entry: CircularEntry | DocumentEntry) => render(entry);
