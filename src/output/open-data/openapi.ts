import { describeFields } from '#core/open-data/dictionary.ts';
import type { Operator } from '#core/operator/operator.ts';
import { jsonSchemaOf } from './dictionary.ts';
import {
  columnsOf,
  FIGURE_TABLES,
  type FigureTable,
  RESOURCES,
  type Resource,
  TABLES,
  type Table,
} from './resources.ts';

/** What a field of a shape means, in the language of the description. */
export type Meaning = (shape: string, field: string) => string;

const PARAMETERS: Readonly<Record<string, string>> = {
  year: 'B.E. calendar year of the letter',
  id: 'permanent id of the circular',
  page: 'page of the list, from 1',
  kind: 'kind of page',
  month: 'month, YYYY-MM',
  fiscalYear: 'B.E. fiscal year, 1 October to 30 September',
  province: 'id of a province',
};

/** Values of the parameters, by their names, that together name a file that there is. */
export type Examples = Readonly<Record<string, string | undefined>>;

const parametersOf = (path: string, examples: Examples) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    description: PARAMETERS[name],
    ...(examples[name] === undefined ? {} : { example: examples[name] }),
  }));

const operation = (
  name: string,
  { path, summary, schema }: Resource,
  meaning: Meaning,
  examples: Examples,
) => ({
  get: {
    operationId: name,
    summary,
    parameters: parametersOf(path, examples),
    responses: {
      200: {
        description: summary,
        content: {
          'application/json': { schema: describeFields(jsonSchemaOf(schema), meaning) },
        },
      },
      404: { description: 'There is no such file.' },
    },
  },
});

const tableOperation = (
  name: string,
  path: string,
  what: string,
  columns: readonly string[],
  examples: Examples,
) => ({
  get: {
    operationId: `${name}Table`,
    summary: `${what} as CSV`,
    parameters: parametersOf(path, examples),
    responses: {
      200: {
        description: `${what} as CSV in UTF-8. Columns: ${columns.join(', ')}`,
        content: { 'text/csv': { schema: { type: 'string' } } },
      },
      404: { description: 'There is no such file.' },
    },
  },
});

interface Portal {
  readonly site: string;
  /** Address of the licence. */
  readonly licence: string;
  /** Who runs the portal; null where nobody does. */
  readonly operator: Pick<Operator, 'name' | 'email' | 'homepage'> | null;
}

/** Whom to ask about the data; left out where nobody answers. */
const contactOf = ({ operator }: Portal) =>
  operator === null
    ? {}
    : {
        contact: {
          name: operator.name,
          ...(operator.homepage === undefined ? {} : { url: operator.homepage }),
          email: operator.email,
        },
      };

/** The description of the open data in OpenAPI 3.1, made from the very schemas that the data are tested against. */
export const openApi = (portal: Portal, meaning: Meaning, examples: Examples) => ({
  openapi: '3.1.1',
  info: {
    title: 'Wian open data',
    version: '1.0.0',
    description:
      'Circulars to Thai local authorities, how they travelled, and guidance. Copies for finding letters: the original is with its issuer. A fact in doubt says so and holds every reading.',
    ...contactOf(portal),
    license: { name: 'CC BY 4.0', url: portal.licence },
  },
  servers: [{ url: portal.site.replace(/\/$/, '') }],
  paths: Object.fromEntries([
    ...Object.entries(RESOURCES).map(([name, resource]) => [
      resource.path,
      operation(name, resource, meaning, examples),
    ]),
    ...Object.entries(TABLES).map(([name, { path }]) => [
      path,
      tableOperation(name, path, `The list of ${name}`, columnsOf(name as Table), examples),
    ]),
    ...Object.entries(FIGURE_TABLES).map(([name, { path, columns }]) => [
      path,
      tableOperation(name, path, RESOURCES[name as FigureTable].summary, columns, examples),
    ]),
  ]),
});
