import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'zod';
import { MOVED_ADDRESSES_FILE } from '#core/address/moved.ts';
import type { Office } from '#core/office/office.ts';
import type { OfficeTotal } from '#core/office/registry.ts';
import type { Operator } from '#core/operator/operator.ts';
import { SHORT_CODES_FILE } from '#core/short-link/register.ts';
import { DOCUMENT_SCHEMAS } from '#schema/document.ts';
import { routeRules } from '#schema/route.ts';
import { movedAddress, registeredCode } from '#schema/short-link.ts';
import { circulars as circularFiles, documents } from '#store/content/kinds.ts';
import { recordLoader } from '#store/content/loader.ts';
import { operatorLoader } from '#store/content/operator.ts';
import { readRows } from '#store/content/rows.ts';
import { readContentText } from '#store/files/content-file.ts';
import { officeLoader, officeTotalLoader } from '#store/registry/office-loader.ts';

// Their loader reads them by their schema, and keeps their data for the pages in a file of its own.
const circulars = defineCollection({ loader: recordLoader(circularFiles), schema: z.object({}) });

// Read by the schemas of the registry already.
const offices = defineCollection({ loader: officeLoader(), schema: z.custom<Office>() });
const officeTotals = defineCollection({
  loader: officeTotalLoader(),
  schema: z.custom<OfficeTotal>(),
});

const routes = defineCollection({
  loader: glob({ pattern: '*.yaml', base: 'content/registry/routes' }),
  schema: routeRules,
});

const shortCodes = defineCollection({
  loader: file(SHORT_CODES_FILE, {
    parser: (text) => readRows(text).map((row) => ({ id: row.circular, ...row })),
  }),
  schema: registeredCode,
});

const movedAddresses = defineCollection({
  loader: async () => {
    const text = readContentText('.', MOVED_ADDRESSES_FILE);
    return [{ id: MOVED_ADDRESSES_FILE, moves: readRows(text ?? '') }];
  },
  schema: z.object({ moves: z.array(movedAddress) }),
});

// Read by its schema already.
const operator = defineCollection({
  loader: operatorLoader(),
  schema: z.custom<{ readonly operator: Operator | null }>(),
});

const { manuals, faq, changelog, news, laws, forms } = DOCUMENT_SCHEMAS;

export const collections = {
  circulars,
  offices,
  officeTotals,
  routes,
  shortCodes,
  movedAddresses,
  operator,
  manuals: defineCollection({ loader: recordLoader(documents('manuals')), schema: manuals }),
  faq: defineCollection({ loader: recordLoader(documents('faq')), schema: faq }),
  changelog: defineCollection({ loader: recordLoader(documents('changelog')), schema: changelog }),
  news: defineCollection({ loader: recordLoader(documents('news')), schema: news }),
  laws: defineCollection({ loader: recordLoader(documents('laws')), schema: laws }),
  forms: defineCollection({ loader: recordLoader(documents('forms')), schema: forms }),
};
