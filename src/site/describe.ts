import { portalAddress } from '#core/address/portal-address.ts';
import { mediaTypeOf } from '#core/media-type.ts';
import {
  type DescribedPage,
  describeArticle,
  describeCircular,
  describeForm,
  describeLegislation,
  describePortal,
  describeQuestions,
  type JsonLd,
  lastChange,
  type NamedOffice,
  type PortalContext,
} from '#core/structured-data/schema-org.ts';
import { describeThread } from '#core/structured-data/thread.ts';
import {
  type CircularEntry,
  type DocumentEntry,
  type DocumentKind,
  getDocuments,
} from './content.ts';
import { messages } from './i18n.ts';
import { getOffices, officeAddressById, officeName } from './offices.ts';
import { getOperator } from './operator.ts';

/** The portal, for descriptions. */
export const PORTAL: PortalContext = {
  url: (path) => portalAddress(import.meta.env.SITE, path),
  name: messages.site.name,
  language: 'th',
};

const namedOffice = async (id: string): Promise<NamedOffice> => {
  const offices = await getOffices();
  return { name: officeName(offices, id), path: officeAddressById(offices, id) };
};

const pageOf = ({ collection, id, data }: DocumentEntry): DescribedPage => ({
  path: `/${collection}/${id}/`,
  title: data.title,
  summary: data.summary,
  published: data.published,
  changed: lastChange(data),
});

/** The home page for machines. */
export const getPortalDescription = async (): Promise<JsonLd> =>
  describePortal(messages.site.description, PORTAL, await getOperator());

/** A circular for machines. */
export const getCircularDescription = async ({ id, data }: CircularEntry): Promise<JsonLd> => {
  const issuer = await namedOffice(data.circular.letter.issuer);
  return describeCircular(data.circular, `/circulars/${id}/`, issuer, PORTAL);
};

const describeLaw = async (entry: DocumentEntry<'laws'>): Promise<JsonLd> => {
  const { issuer, number, date, force } = entry.data;
  const issuerName = issuer === undefined ? undefined : await namedOffice(issuer);
  return describeLegislation(
    { ...pageOf(entry), issuer: issuerName, number, date, force, repeals: [] },
    PORTAL,
  );
};

const describeFormEntry = (entry: DocumentEntry<'forms'>): JsonLd => {
  const page = pageOf(entry);
  const files = entry.data.attachments.flatMap(({ file, size }) =>
    file === undefined || size === undefined
      ? []
      : [{ path: page.path + file, type: mediaTypeOf(file), size }],
  );
  return describeForm(page, files, PORTAL);
};

const describeThreadEntry = (entry: DocumentEntry<'board'>): JsonLd =>
  describeThread(
    pageOf(entry),
    entry.data.posts.map((post) => ({ ...post, author: post.author ?? messages.thread.former })),
    PORTAL,
  );

type Describe = {
  readonly [Kind in DocumentKind]: (entry: DocumentEntry<Kind>) => JsonLd | Promise<JsonLd>;
};

const DESCRIBE: Describe = {
  manuals: (entry) => describeArticle(pageOf(entry), 'TechArticle', PORTAL),
  changelog: (entry) => describeArticle(pageOf(entry), 'Article', PORTAL),
  news: (entry) => describeArticle(pageOf(entry), 'NewsArticle', PORTAL),
  faq: (entry) => describeQuestions(pageOf(entry).path, [pageOf(entry)], PORTAL),
  laws: describeLaw,
  forms: describeFormEntry,
  board: describeThreadEntry,
};

/** A page of another kind for machines. */
export const getDocumentDescription = async (entry: DocumentEntry): Promise<JsonLd> =>
  (DESCRIBE[entry.collection] as (entry: DocumentEntry) => JsonLd | Promise<JsonLd>)(entry);

/** The list of questions for machines. */
export const getQuestionsDescription = async (): Promise<JsonLd> =>
  describeQuestions('/faq/', (await getDocuments('faq')).map(pageOf), PORTAL);
