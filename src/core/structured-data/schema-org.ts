import type { ForceStatus, LegalForce } from '#core/force/force.ts';
import type { Circular } from '#core/letter/circular.ts';
import { type IsoDate, isFullDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';
import type { Operator } from '#core/operator/operator.ts';
import { scriptJson } from '#core/text/script-json.ts';

/** A node of a JSON-LD graph in the vocabulary of schema.org. */
export type JsonLd = Readonly<Record<string, unknown>>;

/** What descriptions need to know of the portal around a page. */
export interface PortalContext {
  /** Absolute address of a path of the portal. */
  readonly url: (path: string) => string;
  readonly name: string;
  /** BCP 47 tag of the content. */
  readonly language: string;
}

// Only what is certain: a machine that reads a doubtful number as the number would spread the misreading.
const certainValue = <T>({ value, doubt }: Fact<T>): T | undefined =>
  doubt || value === null ? undefined : value;

const certainDay = (date: Fact<IsoDate>): IsoDate | undefined => {
  const day = certainValue(date);
  return day !== undefined && isFullDate(day) ? day : undefined;
};

const LEGAL_FORCE: Readonly<Record<ForceStatus, string | undefined>> = {
  'in-force': 'https://schema.org/InForce',
  cancelled: 'https://schema.org/NotInForce',
  superseded: 'https://schema.org/NotInForce',
  expired: 'https://schema.org/NotInForce',
  unknown: undefined,
};

/** An office as descriptions name it, with the path of its page where it has one. */
export interface NamedOffice {
  readonly name: string;
  readonly path?: string | undefined;
}

const organisation = ({ name, path }: NamedOffice, { url }: PortalContext): JsonLd => ({
  '@type': 'GovernmentOrganization',
  ...(path === undefined ? {} : { '@id': url(path) }),
  name,
});

const publisher = ({ name, url }: PortalContext): JsonLd => ({
  '@type': 'Organization',
  name,
  url: url('/'),
});

/** The facts of a letter that descriptions tell. */
export interface DescribedLetter {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly issuer: NamedOffice | undefined;
  readonly number: Fact<string> | undefined;
  readonly date: Fact<IsoDate> | undefined;
  readonly force: LegalForce;
  /** Paths of the records of letters that this one cancels. */
  readonly repeals: readonly string[];
  readonly published: IsoDate;
  readonly changed: IsoDate;
}

/**
 * A circular, a directive letter or a law as schema.org/Legislation. What is in doubt is left out, and the copy is
 * said to be of no legal value: the original is with the issuer.
 */
export const describeLegislation = (letter: DescribedLetter, portal: PortalContext): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': 'Legislation',
  '@id': portal.url(letter.path),
  url: portal.url(letter.path),
  name: letter.title,
  description: letter.summary,
  inLanguage: portal.language,
  legislationIdentifier: letter.number && certainValue(letter.number),
  legislationDate: letter.date && certainDay(letter.date),
  legislationPassedBy:
    letter.issuer === undefined ? undefined : organisation(letter.issuer, portal),
  legislationJurisdiction: 'TH',
  legislationLegalForce: LEGAL_FORCE[letter.force.status],
  legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
  legislationRepeals: letter.repeals.length
    ? letter.repeals.map((path) => ({ '@type': 'Legislation', '@id': portal.url(path) }))
    : undefined,
  datePublished: letter.published,
  dateModified: letter.changed,
  sdPublisher: publisher(portal),
});

/** A circular as schema.org/Legislation. */
export const describeCircular = (
  circular: Circular,
  path: string,
  issuer: NamedOffice,
  portal: PortalContext,
): JsonLd =>
  describeLegislation(
    {
      path,
      title: circular.title,
      summary: circular.summary,
      issuer,
      number: circular.letter.number,
      date: circular.letter.date,
      force: circular.force,
      repeals: circular.cancels.flatMap(({ record }) => (record ? [`/${record}/`] : [])),
      published: circular.published,
      changed: lastChange(circular),
    },
    portal,
  );

/** Day on which a page last changed: of its newest change, or of its publication. */
export const lastChange = (page: {
  readonly published: IsoDate;
  readonly changes: readonly { readonly date: IsoDate }[];
}): IsoDate => page.changes.reduce((last, { date }) => (date > last ? date : last), page.published);

/** A page written by editors as descriptions tell it. */
export interface DescribedPage {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly published: IsoDate;
  readonly changed: IsoDate;
}

/** A manual, a piece of news or a change of a system as an article. */
export const describeArticle = (
  page: DescribedPage,
  type: 'TechArticle' | 'NewsArticle' | 'Article',
  portal: PortalContext,
): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': type,
  '@id': portal.url(page.path),
  url: portal.url(page.path),
  headline: page.title,
  description: page.summary,
  inLanguage: portal.language,
  datePublished: page.published,
  dateModified: page.changed,
  author: publisher(portal),
  publisher: publisher(portal),
});

/** Questions with their answers as schema.org/FAQPage; `path` is the page on which they are. */
export const describeQuestions = (
  path: string,
  questions: readonly DescribedPage[],
  portal: PortalContext,
): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  '@id': portal.url(path),
  inLanguage: portal.language,
  mainEntity: questions.map((question) => ({
    '@type': 'Question',
    name: question.title,
    url: portal.url(question.path),
    acceptedAnswer: { '@type': 'Answer', text: question.summary },
  })),
});

/** A form with its files as schema.org/DigitalDocument. */
export const describeForm = (
  page: DescribedPage,
  files: readonly { readonly path: string; readonly type: string; readonly size: number }[],
  portal: PortalContext,
): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': 'DigitalDocument',
  '@id': portal.url(page.path),
  url: portal.url(page.path),
  name: page.title,
  description: page.summary,
  inLanguage: portal.language,
  datePublished: page.published,
  dateModified: page.changed,
  publisher: publisher(portal),
  encoding: files.map(({ path, type, size }) => ({
    '@type': 'MediaObject',
    contentUrl: portal.url(path),
    encodingFormat: type,
    contentSize: `${size} B`,
  })),
});

/** A province or district as descriptions tell it. */
export interface DescribedOffice {
  readonly path: string;
  readonly name: string;
  readonly nameEn: string | undefined;
  /** Province in which it is. */
  readonly area: string | undefined;
  readonly parent: NamedOffice | undefined;
  /** Office telephone numbers that are certain. */
  readonly phones: readonly string[];
}

/** An office as schema.org/GovernmentOrganization. Its page here is not its own: it stands as a page about it. */
export const describeOffice = (office: DescribedOffice, portal: PortalContext): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': 'GovernmentOrganization',
  '@id': portal.url(office.path),
  mainEntityOfPage: portal.url(office.path),
  name: office.name,
  alternateName: office.nameEn,
  areaServed: office.area && { '@type': 'AdministrativeArea', name: office.area },
  parentOrganization: office.parent && organisation(office.parent, portal),
  contactPoint: office.phones.length
    ? office.phones.map((telephone) => ({ '@type': 'ContactPoint', telephone }))
    : undefined,
});

const operatorNode = ({ name, email, homepage }: Operator): JsonLd => ({
  '@type': 'Organization',
  name,
  url: homepage,
  email,
});

/** The portal itself, with its search, as schema.org/WebSite; it has no publisher where nobody runs it. */
export const describePortal = (
  description: string,
  portal: PortalContext,
  operator: Operator | null,
): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  url: portal.url('/'),
  name: portal.name,
  description,
  inLanguage: portal.language,
  publisher: operator === null ? undefined : operatorNode(operator),
  potentialAction: {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${portal.url('/search/')}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  },
});

/** JSON-LD as text that cannot end the script element it is in. */
export const jsonLdText = (node: JsonLd): string => scriptJson(node);
