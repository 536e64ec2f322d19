import { defineCollection } from 'astro:content';
import { file } from 'astro/loaders';
import { z } from 'zod';
import { circular, coveringLetters } from '#schema/circular.ts';
import { DOCUMENT_SCHEMAS } from '#schema/document.ts';
import { office } from '#schema/office.ts';
import { circulars as circularFiles, documents } from '#store/content/kinds.ts';
import { recordLoader } from '#store/content/loader.ts';
import { readRows } from '#store/content/rows.ts';

const circulars = defineCollection({
  loader: recordLoader(circularFiles),
  schema: z.strictObject({
    circular,
    coveringLetters,
    movements: z.array(z.record(z.string(), z.string())),
  }),
});

const offices = defineCollection({
  loader: file('content/registry/offices.csv', { parser: readRows }),
  schema: office,
});

const { manuals, faq, changelog, news, laws, forms } = DOCUMENT_SCHEMAS;

export const collections = {
  circulars,
  offices,
  manuals: defineCollection({ loader: recordLoader(documents('manuals')), schema: manuals }),
  faq: defineCollection({ loader: recordLoader(documents('faq')), schema: faq }),
  changelog: defineCollection({ loader: recordLoader(documents('changelog')), schema: changelog }),
  news: defineCollection({ loader: recordLoader(documents('news')), schema: news }),
  laws: defineCollection({ loader: recordLoader(documents('laws')), schema: laws }),
  forms: defineCollection({ loader: recordLoader(documents('forms')), schema: forms }),
};
