import { lastChange } from '#core/structured-data/schema-org.ts';
import { type DocumentEntry, type DocumentKind, getDocuments } from '../content.ts';
import { SECTIONS } from '../frame.ts';
import { context } from './context.ts';

/** Kinds of page besides circulars, in the order of the menu. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = SECTIONS.filter(
  (section) => section !== 'circulars',
);

const openDocument = ({ collection, id, data }: DocumentEntry) => ({
  kind: collection,
  slug: id,
  url: context.url(`/${collection}/${id}/`),
  title: data.title,
  summary: data.summary,
  system: data.system ?? null,
  sample: data.sample,
  published: data.published,
  changed: lastChange(data),
  sources: data.sources.map((path) => context.url(`/${path}/`)),
});

/** The pages of one kind. */
export const getOpenDocuments = async (kind: DocumentKind) =>
  (await getDocuments(kind)).map(openDocument);

/** Every page of every kind besides circulars. */
export const getAllOpenDocuments = async () =>
  (await Promise.all(DOCUMENT_KINDS.map(getOpenDocuments))).flat();
