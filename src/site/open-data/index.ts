import { csvTable } from '#core/open-data/csv.ts';
import { openOffice } from '#core/open-data/office.ts';
import { openApi } from '#output/open-data/openapi.ts';
import { columnsOf, TABLES, type Table } from '#output/open-data/resources.ts';
import { getFeedHeads } from '../follow/feeds.ts';
import { getDocumentSections } from '../frame.ts';
import { messages } from '../i18n.ts';
import { getOffices } from '../offices.ts';
import { getOperator } from '../operator.ts';
import { getChangesByMonth } from './changes.ts';
import { getCircularRows, getYearIndex } from './circulars.ts';
import { context, LICENCE, list } from './context.ts';
import { getAllOpenDocuments, getOpenDocuments } from './documents.ts';
import { getExamples } from './examples.ts';
import { meaningOf } from './meaning.ts';

/** What the open data hold, with the address of each part. */
export const getOpenDataIndex = async () => ({
  name: messages.site.name,
  licence: LICENCE,
  asOf: context.asOf,
  openapi: context.url('/api/v1/openapi.json'),
  dictionary: context.url('/api/'),
  circulars: await getYearIndex(),
  documents: await Promise.all(
    (await getDocumentSections()).map(async (kind) => ({
      kind,
      total: (await getOpenDocuments(kind)).length,
      url: context.url(`/api/v1/documents/${kind}.json`),
    })),
  ),
  offices: context.url('/api/v1/offices.json'),
  changes: (await getChangesByMonth()).map(({ month, url, items }) => ({
    month,
    total: items.length,
    url,
  })),
  feeds: context.url('/api/v1/feeds.json'),
  figures: context.url('/api/v1/figures.json'),
  tables: Object.values(TABLES).map(({ path }) => context.url(path)),
});

/** Every office of the registry. */
export const getOpenOffices = async () => [...(await getOffices()).values()].map(openOffice);

/** Every feed with its addresses. */
export const getOpenFeeds = async () =>
  list(
    Object.values(await getFeedHeads())
      .flat()
      .map(({ slug, title }) => ({
        title,
        rss: context.url(`/feeds/${slug}/rss.xml`),
        atom: context.url(`/feeds/${slug}/atom.xml`),
        json: context.url(`/feeds/${slug}/feed.json`),
      })),
  );

/** The description of the open data in OpenAPI 3.1. */
export const getOpenApi = async () =>
  openApi(
    { site: import.meta.env.SITE, licence: LICENCE, operator: await getOperator() },
    (shape, field) => meaningOf('en', shape, field),
    await getExamples(),
  );

export type { Table };

type Row = Readonly<Record<string, string | number | boolean | null>>;

const getRows: Readonly<Record<Table, () => Promise<readonly Row[]>>> = {
  circulars: getCircularRows,
  documents: async () =>
    (await getAllOpenDocuments()).map(({ sources, ...row }) => ({
      ...row,
      sources: sources.join(' '),
    })),
  offices: async () =>
    (await getOpenOffices()).map(({ districts, ...row }) => ({
      ...row,
      districts: districts.join(' '),
    })),
};

/** Names of the CSV tables for `getStaticPaths`. */
export const getTablePaths = () => Object.keys(TABLES).map((table) => ({ params: { table } }));

/** A list of the open data as CSV, with the licence and the day in its last columns. */
export const respondTable = async (table: Table): Promise<Response> => {
  const rows = (await getRows[table]()).map((row) => ({
    ...row,
    licence: LICENCE,
    asOf: context.asOf,
  }));
  return new Response(csvTable(columnsOf(table), rows), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
