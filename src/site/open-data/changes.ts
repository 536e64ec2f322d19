import { type ChangingPage, changesOfPages, groupBy } from '#core/open-data/changes.ts';
import { getAllDocuments, getCirculars } from '../content.ts';
import { circularHistory, documentHistory } from '../history.ts';
import { memoizePerBuild } from '../memo.ts';
import { context } from './context.ts';

const getPages = async (): Promise<ChangingPage[]> => {
  const circulars = (await getCirculars()).map(async (entry) => ({
    ...(await circularHistory(entry)),
    title: entry.data.circular.title,
    path: `/circulars/${entry.id}/`,
    kind: 'circulars',
  }));
  const documents = (await getAllDocuments()).map(async (entry) => ({
    ...(await documentHistory(entry)),
    title: entry.data.title,
    path: `/${entry.collection}/${entry.id}/`,
    kind: entry.collection,
  }));
  return Promise.all([...circulars, ...documents]);
};

/** Everything that happened to the pages of the portal, newest first. */
export const getChanges = () =>
  memoizePerBuild('changes', async () => changesOfPages(await getPages()));

/** The changes of each month, newest month first. */
export const getChangesByMonth = async () =>
  groupBy(await getChanges(), ({ date }) => date.slice(0, 7)).map(({ key, items }) => ({
    month: key,
    url: context.url(`/api/v1/changes/${key}.json`),
    items: items.map(({ path, ...change }) => ({ ...change, url: context.url(path) })),
  }));
