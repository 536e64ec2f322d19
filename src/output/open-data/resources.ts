import type { z } from 'zod';
import { FINANCE_COLUMNS } from '#core/open-data/finance-text.ts';
import {
  circularData,
  circularSummary,
  contentChange,
  documentSummary,
  feedData,
  listOf,
  officeData,
  openDataIndex,
  pageOf,
  trackingData,
} from '#schema/open-data.ts';
import { figureFile, financeData, transferData } from '#schema/open-data-figures.ts';

/** One kind of file of the open data: where it is, what it holds, and in which shape. */
export interface Resource {
  /** Path with parameters in braces, as OpenAPI writes it. */
  readonly path: string;
  readonly summary: string;
  readonly schema: z.ZodType;
}

/** Every kind of JSON file of the open data. */
export const RESOURCES = {
  index: { path: '/api/v1/index.json', summary: 'What there is', schema: openDataIndex },
  circulars: {
    path: '/api/v1/circulars/{year}/page-{page}.json',
    summary: 'Circulars of a B.E. calendar year, newest first, in pages',
    schema: pageOf(circularSummary),
  },
  circular: {
    path: '/api/v1/circulars/{year}/{id}.json',
    summary: 'Everything the portal knows of one circular, doubts included',
    schema: circularData,
  },
  tracking: {
    path: '/api/v1/tracking/{year}/{id}.json',
    summary: 'Movements reported of one circular',
    schema: trackingData,
  },
  documents: {
    path: '/api/v1/documents/{kind}.json',
    summary: 'Pages of another kind: manuals, faq, changelog, news, laws, forms',
    schema: listOf(documentSummary),
  },
  offices: {
    path: '/api/v1/offices.json',
    summary: 'Offices of the registry',
    schema: listOf(officeData),
  },
  changes: {
    path: '/api/v1/changes/{month}.json',
    summary: 'What changed on the portal in a month (YYYY-MM), newest first',
    schema: listOf(contentChange),
  },
  figures: {
    path: '/api/v1/figures.json',
    summary: 'Every file of grants and finance, each as JSON and as CSV',
    schema: listOf(figureFile),
  },
  grants: {
    path: '/api/v1/grants/{fiscalYear}/{province}.json',
    summary: 'Transfers of grants to the authorities of a province in a B.E. fiscal year',
    schema: listOf(transferData),
  },
  finance: {
    path: '/api/v1/finance/{fiscalYear}/{province}.json',
    summary: 'Revenue and expenditure that the authorities of a province reported, by month',
    schema: listOf(financeData),
  },
  feeds: { path: '/api/v1/feeds.json', summary: 'Every feed', schema: listOf(feedData) },
} as const satisfies Record<string, Resource>;

/** A list of the open data as a CSV table: its rows are of a shape, and its columns are the fields of that. */
export const TABLES = {
  circulars: { path: '/api/v1/circulars.csv', schema: circularSummary },
  documents: { path: '/api/v1/documents.csv', schema: documentSummary },
  offices: { path: '/api/v1/offices.csv', schema: officeData },
} as const;
export type Table = keyof typeof TABLES;

/** Figures as CSV tables, a file for each fiscal year and province, with their columns in order. */
export const FIGURE_TABLES = {
  grants: {
    path: '/api/v1/grants/{fiscalYear}/{province}.csv',
    columns: [...Object.keys(transferData.shape), 'licence', 'asOf'],
  },
  finance: { path: '/api/v1/finance/{fiscalYear}/{province}.csv', columns: FINANCE_COLUMNS },
} as const;
export type FigureTable = keyof typeof FIGURE_TABLES;

/** The columns of a table in order; licence and day are at the end of each row. */
export const columnsOf = (table: Table): string[] => [
  ...Object.keys(TABLES[table].schema.shape),
  'licence',
  'asOf',
];
