import { isWithdrawn } from '#core/force/force.ts';
import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { memoizeEach } from '#core/memo.ts';
import { type Backlinks, type Link, reverseLinks } from '#core/reference/backlinks.ts';
import { dependenciesOf, type PageDependencies } from '#core/reference/page-dependencies.ts';
import {
  type CircularEntry,
  type DocumentEntry,
  getAllDocuments,
  getCirculars,
} from './content.ts';
import { type MenuSection, SECTIONS } from './frame.ts';
import { memoizePerBuild } from './memo.ts';

/** A page of the portal as other pages name it. */
export interface RecordLink {
  /** Path of the record without slashes at its ends: `circulars/2567/dla-0808-4-w2007-0917`. */
  readonly path: string;
  readonly href: string;
  readonly section: MenuSection;
  readonly title: string;
  readonly sample: boolean;
  readonly withdrawn: boolean;
}

/** What is known about all pages together, gathered in one pass. */
export interface Records {
  readonly byPath: ReadonlyMap<string, RecordLink>;
  readonly backlinks: Backlinks<RecordLink>;
  readonly countOf: Readonly<Record<MenuSection, number>>;
}

const linkTo = (
  section: MenuSection,
  id: string,
  page: { readonly title: string; readonly sample: boolean },
  withdrawn: boolean,
): RecordLink => ({
  path: `${section}/${id}`,
  href: `/${section}/${id}/`,
  section,
  title: page.title,
  sample: page.sample,
  withdrawn,
});

/** A circular as other pages name it. */
export const circularLink = ({ id, data }: CircularEntry): RecordLink =>
  linkTo('circulars', id, data.circular, isWithdrawn(data.circular.force));

/** A page of another kind as other pages name it. */
export const documentLink = ({ collection, id, data }: DocumentEntry): RecordLink =>
  linkTo(collection, id, data, 'force' in data && isWithdrawn(data.force));

const named = (
  from: RecordLink,
  kind: Link<RecordLink>['kind'],
  paths: readonly (string | undefined)[],
): Link<RecordLink>[] => paths.flatMap((to) => (to === undefined ? [] : [{ from, kind, to }]));

const linksOfCircular = (
  from: RecordLink,
  circular: Circular,
  coveringLetters: readonly CoveringLetter[],
): Link<RecordLink>[] => [
  ...named(
    from,
    'cancels',
    circular.cancels.map(({ record }) => record),
  ),
  ...named(from, 'sets-force', [circular.force.by]),
  ...[circular.letter, ...coveringLetters].flatMap(({ references }) =>
    named(
      from,
      'refers',
      references.map(({ record }) => record),
    ),
  ),
];

/** Paths of the forms and manuals that answer a question; none for other kinds of page. */
export const answersOf = (data: DocumentEntry['data']): readonly string[] =>
  'answeredBy' in data ? data.answeredBy : [];

const linksOfDocument = (from: RecordLink, { data }: DocumentEntry): Link<RecordLink>[] => [
  ...named(from, 'sets-force', 'force' in data ? [data.force.by] : []),
  ...named(from, 'refers', 'references' in data ? data.references.map(({ record }) => record) : []),
  ...named(from, 'source', data.sources),
  ...named(from, 'related', data.related),
  ...named(from, 'answered-by', answersOf(data)),
];

/** Every page, and who names it; gathered once a build. */
export const getRecords = (): Promise<Records> =>
  memoizePerBuild('records', async () => {
    const byPath = new Map<string, RecordLink>();
    const links: Link<RecordLink>[] = [];
    const countOf = Object.fromEntries(SECTIONS.map((section) => [section, 0])) as Record<
      MenuSection,
      number
    >;
    const add = (record: RecordLink, named: readonly Link<RecordLink>[]) => {
      byPath.set(record.path, record);
      countOf[record.section] += 1;
      for (const link of named) links.push(link);
    };
    for (const entry of await getCirculars()) {
      const record = circularLink(entry);
      add(record, linksOfCircular(record, entry.data.circular, entry.data.coveringLetters));
    }
    for (const entry of await getAllDocuments()) {
      const record = documentLink(entry);
      add(record, linksOfDocument(record, entry));
    }
    return { byPath, backlinks: reverseLinks(links), countOf };
  });

/** What the pages of a circular may know of other pages, and no more: see `keyOf`, which is made from it. */
export const getDependencies = memoizeEach(
  async (entry: CircularEntry): Promise<PageDependencies<RecordLink>> =>
    dependenciesOf(circularLink(entry).path, entry.data, await getRecords()),
);
