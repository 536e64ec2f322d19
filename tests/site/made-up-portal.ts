import { parse } from 'yaml';
import type { CircularRecord } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import { type StoredRecord, storedRecordOf } from '#core/stored-record.ts';
import { circularRecord } from '#schema/circular-record.ts';
import { DOCUMENT_SCHEMAS } from '#schema/document.ts';
import { office, officeTotal } from '#schema/office.ts';
import { operator } from '#schema/operator.ts';
import { routeRules } from '#schema/route.ts';
import { movedAddress, registeredCode } from '#schema/short-link.ts';
import { readPage } from '#store/content/page-file.ts';
import { readRows } from '#store/content/rows.ts';
import type { Files } from '../check/good-content.ts';

export interface Entry {
  readonly id: string;
  readonly collection: string;
  readonly data: unknown;
  readonly digest?: string;
  readonly body?: string;
  readonly rendered?: { readonly html: string };
}

/** What the view models read: the collections that Astro would have, the circulars, and the files of figures. */
interface Portal {
  readonly files: Files;
  readonly collections: ReadonlyMap<string, readonly Entry[]>;
  readonly circulars: readonly StoredRecord[];
}

export let portal: Portal = { files: new Map(), collections: new Map(), circulars: [] };

const known = new WeakMap<Files, Portal>();

const ROUTES = 'content/registry/routes/';

const rowsOf = (files: Files, path: string) => readRows(files.get(path) ?? '');

const circularsOf = (files: Files): StoredRecord[] =>
  [...files].flatMap(([path, text]) => {
    const [, year, id] = /^content\/circulars\/(\d{4})\/([^/]+)\/index\.mdx$/.exec(path) ?? [];
    if (id === undefined) return [];
    const { frontMatter, body } = readPage(text, path);
    const folder = `content/circulars/${year}/${id}`;
    const data = circularRecord.parse({
      circular: frontMatter.data,
      coveringLetters: parse(files.get(`${folder}/covering-letters.yaml`) ?? '[]') as unknown,
      movements: rowsOf(files, `${folder}/movements.csv`),
    }) as CircularRecord;
    return [
      storedRecordOf({
        id: `${year}/${id}`,
        digest: path,
        byAstro: false,
        data: data as unknown as Record<string, unknown>,
        body: { text: body, letters: [] },
      }),
    ];
  });

const documentsOf = (files: Files, kind: keyof typeof DOCUMENT_SCHEMAS): Entry[] =>
  [...files].flatMap(([path, text]) => {
    const [, id] = new RegExp(`^content/${kind}/([^/]+?)(?:\\.mdx|/index\\.mdx)$`).exec(path) ?? [];
    if (id === undefined) return [];
    const { frontMatter, body } = readPage(text, path);
    const rendered = { html: `<p>${body.trim()}</p>` };
    const data = DOCUMENT_SCHEMAS[kind].parse(frontMatter.data);
    return [{ id, collection: kind, digest: path, body, rendered, data }];
  });

const kinds = Object.keys(DOCUMENT_SCHEMAS) as (keyof typeof DOCUMENT_SCHEMAS)[];

const entries = (collection: string, rows: readonly (readonly [string, unknown])[]): Entry[] =>
  rows.map(([id, data]) => ({ id, collection, data }));

const collectionsOf = (files: Files): Map<string, readonly Entry[]> => {
  const offices = rowsOf(files, 'content/registry/offices.csv').map((row) => office.parse(row));
  const totals = rowsOf(files, 'content/registry/coverage.csv').map((row) =>
    officeTotal.parse(row),
  );
  const codes = rowsOf(files, 'content/circulars/short-codes.csv').map((row) =>
    registeredCode.parse(row),
  );
  const routes = [...files].flatMap(([path, text]) =>
    path.startsWith(ROUTES) ? [routeRules.parse(parse(text))] : [],
  );
  const run = files.get('content/operator.yaml');
  const moves = rowsOf(files, 'content/moved-addresses.csv').map((row) => movedAddress.parse(row));
  return new Map<string, readonly Entry[]>([
    ...kinds.map((kind) => [kind, documentsOf(files, kind)] as const),
    [
      'offices',
      entries(
        'offices',
        offices.map((one) => [one.id, one] as const),
      ),
    ],
    [
      'officeTotals',
      entries(
        'officeTotals',
        totals.map((one) => [one.area, one] as const),
      ),
    ],
    [
      'routes',
      entries(
        'routes',
        routes.map((one) => [one.key, one] as const),
      ),
    ],
    [
      'shortCodes',
      entries(
        'shortCodes',
        codes.map((one) => [one.circular, one] as const),
      ),
    ],
    ['movedAddresses', entries('movedAddresses', [['moves', { moves }]])],
    [
      'operator',
      entries('operator', [['operator', { operator: run ? operator.parse(parse(run)) : null }]]),
    ],
  ]);
};

/**
 * Puts a portal of these files, read by the schemas of a build, in the place of what Astro and the build give to src/site.
 * This module stands for theirs, so it is imported before any view model.
 */
export const openPortal = (files: Files): void => {
  portal = known.get(files) ?? {
    files,
    collections: collectionsOf(files),
    circulars: circularsOf(files),
  };
  known.set(files, portal);
};

/** The day of the build, and the address of the portal. */
export const AS_OF: IsoDate = '2026-11-21';
export const SITE = 'https://wian.example/';
Object.assign(import.meta.env, { SITE });
