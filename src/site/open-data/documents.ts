import { lastChange } from '#core/structured-data/schema-org.ts';
import {
  type DocumentEntry,
  type DocumentKind,
  getAllDocuments,
  getDocuments,
} from '../content.ts';
import { context } from './context.ts';

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
export const getAllOpenDocuments = async () => (await getAllDocuments()).map(openDocument);
