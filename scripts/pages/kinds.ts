import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemError } from '#core/problem.ts';
import { circular } from '#schema/circular.ts';
import { DOCUMENT_SCHEMAS } from '#schema/document.ts';
import { KINDS, type Kind } from '../new/skeletons.ts';
import { isSlug } from '../new/slug.ts';

/** Kinds of page that are written here, as `npm run new` calls them. */
export type PageKind = Exclude<Kind, 'circular'>;

/** The kinds of page by the folder of content/ in which they are, which is the section of the portal too. */
export const KIND_OF: Readonly<Record<string, PageKind>> = Object.fromEntries(
  (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
    kind === 'circular' ? [] : [[KINDS[kind], kind] as const],
  ),
);

/** Sections whose pages are written here, in the order in which they are listed. */
export const SECTIONS: readonly string[] = Object.keys(KIND_OF);

/** Fields of the front matter of a section in the order of its schema. */
export const fieldOrder = (section: string): readonly string[] => {
  const schema =
    section === 'circulars' ? circular : DOCUMENT_SCHEMAS[section as keyof typeof DOCUMENT_SCHEMAS];
  return Object.keys((schema as unknown as { readonly shape: object }).shape);
};

const CIRCULAR = /^circulars\/\d{4}\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

const refuse = (what: string, fix: string, more: Partial<Problem> = {}): never => {
  throw new ProblemError([{ file: null, what, fix, ...more }]);
};

/** The section and address of a page that is named by its path, `faq/how-to-sign-in`; throws a ProblemError for any other. */
export const splitPage = (page: string): { readonly section: string; readonly slug: string } => {
  const [section = '', slug = '', ...more] = page.split('/');
  if (!Object.hasOwn(KIND_OF, section)) {
    refuse(
      `"${page}" names no page that is written here`,
      `Write one of ${SECTIONS.join(', ')}, a slash and the address: faq/how-to-sign-in.`,
    );
  }
  if (!isSlug(slug) || more.length > 0) {
    refuse(
      `"${slug}" cannot be the address of a page`,
      'Write lower-case Latin letters and digits, parted by single hyphens: how-to-sign-in.',
      { field: 'slug' },
    );
  }
  return { section, slug };
};

/** The file of a page, `faq/how-to-sign-in` or `circulars/2568/dla-1`, where there is one; null where there is none. */
export const existingFile = (root: string, page: string): string | null => {
  if (!CIRCULAR.test(page)) splitPage(page);
  const places = [`content/${page}.mdx`, `content/${page}/index.mdx`];
  return places.find((path) => existsSync(join(root, path))) ?? null;
};

/** The file of a page that is to be written. */
export const newFile = (page: string): string => {
  const { section } = splitPage(page);
  return section === KINDS.form ? `content/${page}/index.mdx` : `content/${page}.mdx`;
};
