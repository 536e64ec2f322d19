import {
  type CollectionEntry,
  type DataEntryMap,
  getCollection,
  getEntry,
  render,
} from 'astro:content';
import { readCirculars } from 'wian:circulars';
import type { CircularRecord } from '#core/letter/circular.ts';
import { byNewestLetter } from '#core/letter/order.ts';
import { circularPage } from '#core/record.ts';
import type { StoredBody, StoredRecord } from '#core/stored-record.ts';
import { bodyRenderer } from '#output/markdown/body-html.ts';
import { messages } from './i18n.ts';
import { memoizePerBuild } from './memo.ts';

/** The kinds of page besides circulars. */
export type DocumentKind = Exclude<
  keyof DataEntryMap,
  'circulars' | 'offices' | 'officeTotals' | 'routes' | 'shortCodes' | 'movedAddresses' | 'operator'
>;
/** A circular: its data and guidance as its loader kept them, and what Astro knows of it where it renders the guidance. */
export type CircularEntry = Omit<CollectionEntry<'circulars'>, 'data' | 'body' | 'digest'> &
  Pick<StoredRecord, 'digest' | 'byAstro'> & {
    readonly data: CircularRecord;
    readonly body: StoredBody;
  };
export type DocumentEntry<Kind extends DocumentKind = DocumentKind> = CollectionEntry<Kind>;

const isPublished = (page: {
  readonly draft: boolean;
  readonly withdrawn?: string | undefined;
  readonly withdrawal?: object | undefined;
}): boolean =>
  (import.meta.env.DEV || !page.draft) &&
  page.withdrawn === undefined &&
  page.withdrawal === undefined;

/** A class and no object literal with an accessor: see `StoredRecord`. */
class StoredCircular {
  readonly collection = 'circulars';
  readonly id: string;
  readonly digest: string;
  readonly byAstro: boolean;
  readonly data: CircularRecord;
  readonly #record: StoredRecord;
  constructor(record: StoredRecord) {
    this.id = record.id;
    this.digest = record.digest;
    this.byAstro = record.byAstro;
    this.data = record.data as unknown as CircularRecord;
    this.#record = record;
  }
  get body(): StoredBody {
    return this.#record.body;
  }
}

/** The entry of a circular; null where Astro should know it and does not. */
const entryOf = async (record: StoredRecord): Promise<CircularEntry | null> => {
  const stored = new StoredCircular(record);
  if (!record.byAstro) return stored;
  const known = await getEntry('circulars', record.id);
  if (known === undefined) {
    // A file may go while a page is made in dev; a build must not lose a circular without a word.
    if (import.meta.env.DEV) return null;
    throw new Error(`Astro's store lacks ${record.id}, whose guidance Astro renders.`);
  }
  const { body, data, digest, ...ofAstro } = known;
  return Object.assign(stored, ofAstro);
};

/** Every circular that may be shown, newest letter first. The id of an entry is `<B.E. year>/<permanent id>`. */
export const getCirculars = (): Promise<readonly CircularEntry[]> =>
  memoizePerBuild('circulars', async () => {
    const entries = await Promise.all(readCirculars().map(entryOf));
    return entries
      .filter((entry) => entry !== null)
      .filter(({ data }) => isPublished(data.circular))
      .sort((a, b) => byNewestLetter(a.data.circular, b.data.circular));
  });

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const dayOf = ({ data }: DocumentEntry): string =>
  'effective' in data ? (data.effective.value ?? data.published) : data.published;

const byPlaceThenNewest = (a: DocumentEntry, b: DocumentEntry): number => {
  const place =
    'order' in a.data && 'order' in b.data
      ? a.data.order - b.data.order
      : compareText(dayOf(b), dayOf(a));
  return place || compareText(a.id, b.id);
};

/** Every page of a kind that may be shown: by its place where it has one, else newest first. The id is the slug. */
export const getDocuments = <Kind extends DocumentKind>(
  kind: Kind,
): Promise<readonly DocumentEntry<Kind>[]> =>
  memoizePerBuild(kind, async () => {
    const entries: DocumentEntry[] = await getCollection(kind, ({ data }) => isPublished(data));
    return entries.sort(byPlaceThenNewest) as DocumentEntry<Kind>[];
  });

/** The kinds of page that editors write, besides the circulars. */
export const WRITTEN_KINDS = [
  'manuals',
  'faq',
  'changelog',
  'news',
  'laws',
  'forms',
] as const satisfies readonly DocumentKind[];

const DOCUMENT_KINDS = [...WRITTEN_KINDS, 'board'] as const satisfies readonly DocumentKind[];

/** Every page besides the circulars, kind after kind. */
export const getAllDocuments = async (): Promise<DocumentEntry[]> =>
  (await Promise.all(DOCUMENT_KINDS.map((kind) => getDocuments(kind)))).flat();

/** The guidance of a page that Astro renders: a component, and its headings for a table of contents. */
export const renderBody = (entry: CircularEntry | DocumentEntry) =>
  // What is rendered is the body alone, whatever shape the data has.
  render(entry as DocumentEntry);

/** Whether the text of a page has tabs, which a script makes of headed sections. */
export const hasTabs = ({ rendered }: CircularEntry | DocumentEntry): boolean =>
  rendered?.html.includes('class="tabs"') ?? false;

const { footnotes } = messages.document;
const renderMarkdown = bodyRenderer(footnotes);

/** The guidance of a circular as HTML; null where Astro renders it. */
export const guidanceHtml = ({ id, byAstro, body }: CircularEntry): string | null =>
  byAstro
    ? null
    : renderMarkdown({
        text: body.text,
        path: circularPage(id),
        letters: new Map(body.letters),
      });
