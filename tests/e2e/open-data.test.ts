import { validate as validateAgainst } from '@hyperjump/json-schema/openapi-3-1';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { FIGURE_TABLES } from '#output/open-data/resources.ts';
import { filesBelow, isThere, jsonOf, SITE, textOf } from './files.ts';

const openApi = jsonOf('/api/v1/openapi.json');
const FILES = filesBelow('/api/v1', '.json').filter((path) => path !== '/api/v1/openapi.json');

const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);

interface Operation {
  readonly get: {
    readonly responses: { readonly 200: { readonly content: Record<string, { schema: object }> } };
  };
}

const shapes = Object.entries(openApi.paths as Record<string, Operation>).flatMap(
  ([path, { get }]) => {
    const schema = get.responses[200].content['application/json']?.schema;
    const parts = path.split(/\{\w+\}/).map((part) => part.replaceAll('.', '\\.'));
    const pattern = new RegExp(`^${parts.join('[^/]+')}$`);
    return schema ? [{ path, pattern, validate: ajv.compile(schema) }] : [];
  },
);

// Paths may look alike (page-1 could be the id of a circular): the one with the longest fixed text is meant.
const shapeOf = (file: string) =>
  shapes
    .filter(({ pattern }) => pattern.test(file))
    .toSorted((a, b) => b.pattern.source.length - a.pattern.source.length)[0];

it('gives examples that are all answered', () => {
  const paths = Object.entries(
    openApi.paths as Record<string, { get: { parameters?: { name: string; example: string }[] } }>,
  );
  for (const [path, { get }] of paths) {
    const example = (get.parameters ?? []).reduce(
      (filled, { name, example }) => filled.replace(`{${name}}`, example),
      path,
    );
    expect(isThere(`${SITE}${example}`), example).toBe(true);
  }
});

it('is described in OpenAPI 3.1, by the schema that the standard publishes', async () => {
  const schema = 'https://spec.openapis.org/oas/3.1/schema-base';
  expect(await validateAgainst(schema, openApi, 'BASIC')).toMatchObject({ valid: true });
  const { info: _, ...without } = openApi;
  expect((await validateAgainst(schema, without)).valid).toBe(false);
});

it('has a file of every kind that it describes, and describes every file', () => {
  const seen = new Set(FILES.map((file) => shapeOf(file)?.path));
  expect([...seen].sort()).toEqual(shapes.map(({ path }) => path).sort());
});

describe.each(FILES)('%s', (file) => {
  const data = jsonOf(file);

  it('has the shape that OpenAPI gives for it', () => {
    const { validate } = shapeOf(file) ?? {};
    validate?.(data);
    expect(validate?.errors).toBeNull();
  });

  it('leads only to what is there, and names its licence and day', () => {
    const addresses = JSON.stringify(data)
      .split('"')
      .filter((text) => text.startsWith(`${SITE}/`));
    expect(addresses.filter((address) => !isThere(address))).toEqual([]);
    expect(data).toMatchObject({
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });
});

const tableOf = (name: string): Record<string, string>[] =>
  parse(textOf(`/api/v1/${name}.csv`), { columns: true, bom: true });

it('has as many rows in each table as entries in the lists', () => {
  const { circulars, documents, offices } = jsonOf('/api/v1/index.json');
  const sum = (parts: { total: number }[]) => parts.reduce((all, { total }) => all + total, 0);
  expect(tableOf('circulars')).toHaveLength(sum(circulars));
  expect(tableOf('documents')).toHaveLength(sum(documents));
  expect(tableOf('offices')).toHaveLength(jsonOf(offices).items.length);
});

it('says the same of an office in the table and in the list', () => {
  const { items } = jsonOf('/api/v1/offices.json');
  const cells = items.map((office: Record<string, unknown>) =>
    Object.values(office).map((value) =>
      Array.isArray(value) ? value.join(' ') : String(value ?? ''),
    ),
  );
  const rows = tableOf('offices').map(({ licence: _, asOf: __, ...row }) => Object.values(row));
  expect(rows).toEqual(cells);
});

it('describes every table', () => {
  const patterns = Object.entries(openApi.paths as Record<string, Operation>)
    .filter(([, { get }]) => 'text/csv' in get.responses[200].content)
    .map(([path]) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`));
  const tables = filesBelow('/api/v1', '.csv');
  expect(tables.length).toBeGreaterThan(100);
  expect(tables.filter((path) => !patterns.some((one) => one.test(path)))).toEqual([]);
});

it.each(['finance', 'grants'] as const)(
  'says the same of %s in the table and in the list',
  (kind) => {
    const files = jsonOf('/api/v1/figures.json').items.filter(
      (file: { kind: string }) => file.kind === kind,
    );
    expect(files.length).toBeGreaterThan(0);
    for (const { url, csv, total } of files.slice(0, 20)) {
      const { items } = jsonOf(url);
      expect(items).toHaveLength(total);
      const listed = items.flatMap(({ amounts, asOf, ...item }: Record<string, unknown>) =>
        ((amounts as Record<string, unknown>[] | undefined) ?? [{}]).map((amount) => ({
          ...item,
          ...amount,
          ...(asOf === undefined ? {} : { reportedAsOf: asOf }),
        })),
      );
      const fieldsOf = (row: Record<string, unknown>) =>
        Object.entries(row)
          .filter(([name]) => name !== 'licence' && name !== 'asOf')
          .map(([name, value]) => `${name}=${value ?? ''}`)
          .sort();
      const rows: Record<string, string>[] = parse(textOf(csv), { columns: true, bom: true });
      expect(Object.keys(rows[0] ?? {})).toEqual(FIGURE_TABLES[kind].columns);
      expect(rows.map(fieldsOf)).toEqual(listed.map(fieldsOf));
    }
  },
);

it('tells movements column by column, with what is doubtful named', () => {
  const { movements } = jsonOf('/api/v1/tracking/2568/dla-0808-4-w1541-0402.json');
  expect(movements[0]).toMatchObject({
    no: 1,
    kind: 'sent',
    office: 'dla',
    date: '2025-04-02',
    number: 'มท 0808.4/ว 1541',
    to: ['provinces'],
    doubt: [
      { column: 'number', kind: 'cited' },
      { column: 'date', kind: 'cited' },
    ],
    corrects: null,
  });
});
