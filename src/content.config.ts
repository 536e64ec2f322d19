import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { circular, coveringLetters } from '#schema/circular.ts';
import { DOCUMENT_SCHEMAS } from '#schema/document.ts';
import { circularLoader, documentLoader } from '#store/content/loader.ts';

const circulars = defineCollection({
  loader: circularLoader(),
  schema: z.strictObject({
    circular,
    coveringLetters,
    movements: z.array(z.record(z.string(), z.string())),
  }),
});

const { manuals, faq, changelog, news, laws, forms } = DOCUMENT_SCHEMAS;

export const collections = {
  circulars,
  manuals: defineCollection({ loader: documentLoader('manuals'), schema: manuals }),
  faq: defineCollection({ loader: documentLoader('faq'), schema: faq }),
  changelog: defineCollection({ loader: documentLoader('changelog'), schema: changelog }),
  news: defineCollection({ loader: documentLoader('news'), schema: news }),
  laws: defineCollection({ loader: documentLoader('laws'), schema: laws }),
  forms: defineCollection({ loader: documentLoader('forms'), schema: forms }),
};
