import { keptValue } from 'wian:kept-values';
import { memoizeLastList } from '#core/memo.ts';
import { type ComparedPage, comparePages, type RelatedPage, relatedPages } from '#core/related.ts';
import {
  type CircularEntry,
  type DocumentEntry,
  getAllDocuments,
  getCirculars,
} from './content.ts';
import { messages } from './i18n.ts';
import { memoizePerBuild } from './memo.ts';
import { getRecords, type RecordLink, type Records } from './records.ts';

const knownPages = new WeakMap<object, ComparedPage>();

/** What `make` gives for the data of a record, the same object as long as the data is: it is known by that what has changed. */
const onceFor = (data: object, make: () => ComparedPage): ComparedPage => {
  const known = knownPages.get(data) ?? make();
  knownPages.set(data, known);
  return known;
};

const compareCircular = ({ id, data }: CircularEntry): ComparedPage =>
  onceFor(data, () => {
    const { title, summary, letter, actions } = data.circular;
    return {
      path: `circulars/${id}`,
      title,
      text: [summary, letter.subject.value ?? '', ...actions.map(({ what }) => what)].join('\n'),
    };
  });

const compareDocument = ({ collection, id, data }: DocumentEntry): ComparedPage =>
  onceFor(data, () => ({ path: `${collection}/${id}`, title: data.title, text: data.summary }));

/** Pages that name each other: each shows the other already. */
const linkedPages = ({ backlinks }: Records): ReadonlyMap<string, Set<string>> => {
  const linked = new Map<string, Set<string>>();
  const add = (path: string, other: string): void => {
    const others = linked.get(path) ?? new Set();
    linked.set(path, others.add(other));
  };
  for (const [to, links] of backlinks) {
    for (const { from } of links) {
      add(to, from.path);
      add(from.path, to);
    }
  }
  return linked;
};

const NONE: ReadonlySet<string> = new Set();

const getCompared = () =>
  memoizePerBuild('compared pages', async () => {
    const [circulars, documents, records] = await Promise.all([
      getCirculars(),
      getAllDocuments(),
      getRecords(),
    ]);
    return {
      pages: [...circulars.map(compareCircular), ...documents.map(compareDocument)],
      linked: linkedPages(records),
    };
  });

const getAllRelated = () =>
  memoizePerBuild('related pages', async () => {
    const { pages, linked } = await getCompared();
    const compare = () => [...relatedPages(pages, (path) => linked.get(path) ?? NONE)];
    // All that it is worked out from: most changes of content, and no other day, leave it as it was.
    const inputs = JSON.stringify([pages, [...linked].map(([path, others]) => [path, ...others])]);
    return new Map(keptValue('related-pages', inputs, compare));
  });

const compared = memoizeLastList((pages: readonly ComparedPage[]) => comparePages(pages));

/** The same of one page: in dev few are looked at between two changes of a title, which others are then like. */
const getRelatedInDev = async (path: string): Promise<readonly RelatedPage[]> => {
  const { pages, linked } = await getCompared();
  return compared(pages).relatedTo(path, linked.get(path) ?? NONE);
};

const relatedAt = async (path: string): Promise<readonly RelatedPage[]> =>
  import.meta.env.DEV ? getRelatedInDev(path) : ((await getAllRelated()).get(path) ?? []);

/** A page that is about the same things, and why it is thought so. */
export interface RelatedView {
  readonly record: RecordLink;
  readonly reason: string;
}

/** The pages most like the one at a path of a record, besides those that it names or that name it. */
export const getRelated = async (path: string): Promise<RelatedView[]> => {
  const [related, { byPath }] = await Promise.all([relatedAt(path), getRecords()]);
  return related.flatMap(({ path: other, shared }) => {
    const record = byPath.get(other);
    return record ? [{ record, reason: messages.document.sharedWords(shared.join(' · ')) }] : [];
  });
};
