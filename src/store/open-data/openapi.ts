import { z } from 'zod';
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

/** One kind of file of the open data: where it stands, what it holds, and in which shape. */
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
  feeds: { path: '/api/v1/feeds.json', summary: 'Every feed', schema: listOf(feedData) },
} as const satisfies Record<string, Resource>;

const PARAMETERS: Readonly<Record<string, { description: string; example: string }>> = {
  year: { description: 'B.E. calendar year of the letter', example: '2568' },
  id: { description: 'permanent id of the circular', example: 'dla-0808-4-w2007-0917' },
  page: { description: 'page of the list, from 1', example: '1' },
  kind: { description: 'kind of page', example: 'manuals' },
  month: { description: 'month, YYYY-MM', example: '2026-11' },
};

const parametersOf = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...PARAMETERS[name],
  }));

const operation = (name: string, { path, summary, schema }: Resource) => ({
  get: {
    operationId: name,
    summary,
    parameters: parametersOf(path),
    responses: {
      200: {
        description: summary,
        content: {
          'application/json': { schema: z.toJSONSchema(schema, { target: 'draft-2020-12' }) },
        },
      },
      404: { description: 'There is no such file.' },
    },
  },
});

/** The description of the open data in OpenAPI 3.1, made from the very schemas that the data are tested against. */
export const openApi = (portal: { readonly site: string; readonly licence: string }) => ({
  openapi: '3.1.1',
  info: {
    title: 'Wian open data',
    version: '1.0.0',
    description:
      'Circulars to Thai local authorities, how they travelled, and guidance. Copies for finding letters: the original is with its issuer. A fact in doubt says so and holds every reading.',
    license: { name: 'CC BY 4.0', url: portal.licence },
  },
  servers: [{ url: portal.site.replace(/\/$/, '') }],
  paths: Object.fromEntries(
    Object.entries(RESOURCES).map(([name, resource]) => [resource.path, operation(name, resource)]),
  ),
});
