import { defineCollection } from 'astro:content';
import { COLLECTIONS } from '#store/content/collections.ts';

export const collections = {
  circulars: defineCollection(COLLECTIONS.circulars),
  offices: defineCollection(COLLECTIONS.offices),
  officeTotals: defineCollection(COLLECTIONS.officeTotals),
  routes: defineCollection(COLLECTIONS.routes),
  shortCodes: defineCollection(COLLECTIONS.shortCodes),
  movedAddresses: defineCollection(COLLECTIONS.movedAddresses),
  operator: defineCollection(COLLECTIONS.operator),
  manuals: defineCollection(COLLECTIONS.manuals),
  faq: defineCollection(COLLECTIONS.faq),
  changelog: defineCollection(COLLECTIONS.changelog),
  news: defineCollection(COLLECTIONS.news),
  laws: defineCollection(COLLECTIONS.laws),
  forms: defineCollection(COLLECTIONS.forms),
  board: defineCollection(COLLECTIONS.board),
};
