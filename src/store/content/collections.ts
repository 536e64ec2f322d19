import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { MOVED_ADDRESSES_FILE, type MovedAddress } from '#core/address/moved.ts';
import { formatFieldPath } from '#core/field-path.ts';
import type { Office } from '#core/office/office.ts';
import type { OfficeTotal } from '#core/office/registry.ts';
import type { RouteRules } from '#core/office/route.ts';
import type { Operator } from '#core/operator/operator.ts';
import { ProblemError } from '#core/problem.ts';
import { type RegisteredCode, SHORT_CODES_FILE } from '#core/short-link/register.ts';
import { DOCUMENT_SCHEMAS, type DocumentKind } from '#schema/document.ts';
import { validate } from '#schema/issue-problem.ts';
import { movedAddress, registeredCode } from '#schema/short-link.ts';
import { readContentText } from '#store/files/content-file.ts';
import { readRouteRules } from '#store/ledger/tracked.ts';
import { officeLoader, officeTotalLoader } from '#store/registry/office-loader.ts';
import { circulars, documents } from './kinds.ts';
import { recordLoader } from './loader.ts';
import { operatorLoader } from './operator.ts';
import { readRows } from './rows.ts';
import { wholeLoader } from './whole-loader.ts';

const rowsOf = <Row>(root: string, file: string, schema: z.ZodType<Row>): Row[] => {
  const rows = readRows(readContentText(root, file) ?? '').map((row) => validate(schema, row));
  const problems = rows.flatMap((row, at) =>
    row.problems.map(({ path, ...said }) => ({
      file,
      field: `row ${at + 1}: ${formatFieldPath(path)}`,
      ...said,
    })),
  );
  if (problems.length > 0) throw new ProblemError(problems);
  return rows.map(({ data }) => data as Row);
};

const shortCodeLoader = (): Loader =>
  wholeLoader('short codes', [SHORT_CODES_FILE], (root) =>
    rowsOf(root, SHORT_CODES_FILE, registeredCode).map((row) => [row.circular, row] as const),
  );

const movedAddressLoader = (): Loader =>
  wholeLoader('moved addresses', [MOVED_ADDRESSES_FILE], (root) => [
    [MOVED_ADDRESSES_FILE, { moves: rowsOf(root, MOVED_ADDRESSES_FILE, movedAddress) }],
  ]);

const routeLoader = (): Loader =>
  wholeLoader('routes', ['content/registry/routes'], async (root) =>
    (await readRouteRules(root)).map((rules, at) => [`${at} ${rules.key}`, rules] as const),
  );

const ofKind = <Kind extends DocumentKind>(kind: Kind) => ({
  loader: recordLoader(documents(kind)),
  schema: DOCUMENT_SCHEMAS[kind],
});

/**
 * Every collection of the portal: what loads it, and the type of its data. Loaders validate what they read; a schema says
 * here what it then is.
 */
export const COLLECTIONS = {
  // Their loader keeps their data for the pages in files of its own.
  circulars: { loader: recordLoader(circulars), schema: z.object({}) },
  offices: { loader: officeLoader(), schema: z.custom<Office>() },
  officeTotals: { loader: officeTotalLoader(), schema: z.custom<OfficeTotal>() },
  routes: { loader: routeLoader(), schema: z.custom<RouteRules>() },
  shortCodes: { loader: shortCodeLoader(), schema: z.custom<RegisteredCode>() },
  movedAddresses: {
    loader: movedAddressLoader(),
    schema: z.custom<{ readonly moves: readonly MovedAddress[] }>(),
  },
  operator: {
    loader: operatorLoader(),
    schema: z.custom<{ readonly operator: Operator | null }>(),
  },
  manuals: ofKind('manuals'),
  faq: ofKind('faq'),
  changelog: ofKind('changelog'),
  news: ofKind('news'),
  laws: ofKind('laws'),
  forms: ofKind('forms'),
  board: ofKind('board'),
};

export type CollectionName = keyof typeof COLLECTIONS;
