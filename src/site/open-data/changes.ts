import { type ChangingPage, changesOfPages, groupBy } from '#core/open-data/changes.ts';
import { type DocumentEntry, getCirculars, getDocuments, oncePerBuild } from '../content.ts';
import { context } from './context.ts';
import { DOCUMENT_KINDS } from './documents.ts';

const getPages = async (): Promise<ChangingPage[]> => {
  const circulars = (await getCirculars()).map(({ id, data: { circular } }) => ({
    ...circular,
    path: `/circulars/${id}/`,
    kind: 'circulars',
  }));
  const kinds: readonly (readonly DocumentEntry[])[] = await Promise.all(
    DOCUMENT_KINDS.map((kind) => getDocuments(kind)),
  );
  const documents = kinds.flat().map(({ collection, id, data }) => ({
    ...data,
    path: `/${collection}/${id}/`,
    kind: collection,
  }));
  return [...circulars, ...documents];
};

/** Everything that happened to the pages of the portal, newest first. */
export const getChanges = () =>
  oncePerBuild('changes', async () => changesOfPages(await getPages()));

/** The changes of each month, newest month first. */
export const getChangesByMonth = async () =>
  groupBy(await getChanges(), ({ date }) => date.slice(0, 7)).map(({ key, items }) => ({
    month: key,
    url: context.url(`/api/v1/changes/${key}.json`),
    items: items.map(({ path, ...change }) => ({ ...change, url: context.url(path) })),
  }));
