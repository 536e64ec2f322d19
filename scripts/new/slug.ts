import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { KINDS, type Kind } from './skeletons.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Characters of the longest address of a page. */
export const LONGEST_SLUG = 80;

/** Whether a text can be the address of a page. */
export const isSlug = (slug: string): boolean =>
  SLUG.test(slug) && slug !== 'index' && slug.length <= LONGEST_SLUG;

/** What a title says in Latin letters, as an address; null where it says nothing by that. */
export const latinSlug = (title: string): string | null => {
  const slug = (title.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-').slice(0, LONGEST_SLUG);
  return /[a-z]{3}/.test(slug) && !/[^\x20-\x7E]/.test(title) ? slug.replace(/-$/, '') : null;
};

/** Where a page may lie: as a file, or as a folder. */
export const placesOf = (kind: Kind, slug: string): string[] => [
  `content/${KINDS[kind]}/${slug}.mdx`,
  `content/${KINDS[kind]}/${slug}`,
];

/** What lies already where a page would; undefined where nothing does. */
export const takenBy = (root: string, kind: Kind, slug: string): string | undefined =>
  placesOf(kind, slug).find((path) => existsSync(join(root, path)));

/** Thai has no one spelling in Latin letters, so a Thai title gives no address: the day does until somebody names it. */
export const freeDatedSlug = (root: string, kind: Kind, today: string): string => {
  const base = `${kind}-${today}`;
  for (let next = 1; ; next++) {
    const slug = next === 1 ? base : `${base}-${next}`;
    if (takenBy(root, kind, slug) === undefined) return slug;
  }
};

/** That there is such a page already; `option` is how another address is chosen. */
export const isThere = (file: string, option: string): ProblemError =>
  new ProblemError([
    {
      file,
      what: 'there is such a page already',
      why: 'A page has one address; nothing was written.',
      fix: `Write on in that file, or choose another address with ${option}.`,
    },
  ]);
