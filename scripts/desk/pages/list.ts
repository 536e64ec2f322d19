import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { type Fields, fieldsOfPage } from '#store/content/edit-page.ts';
import { readContentText } from '#store/files/content-file.ts';
import { SECTIONS } from '../../pages/kinds.ts';
import { withdrawalOf } from '../../pages/plan.ts';

/** A page in the list. */
export interface ListedPage {
  /** `faq/how-to-sign-in` */
  readonly page: string;
  readonly section: string;
  readonly title: string;
  readonly isDraft: boolean;
  readonly isWithdrawn: boolean;
  /** Whether its front matter can be read. */
  readonly isRead: boolean;
  /** Its fields with one text, which other pages may be given too. */
  readonly texts: Readonly<Record<string, string>>;
}

interface Kept {
  readonly mark: string;
  readonly page: ListedPage;
}

const NO_FIELDS: Fields = {};

const listed = (root: string, page: string, file: string): ListedPage => {
  let fields = NO_FIELDS;
  let isRead = true;
  try {
    fields = fieldsOfPage(readContentText(root, file) ?? '', file);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    isRead = false;
  }
  const texts = Object.entries(fields).filter(
    (one): one is [string, string] => typeof one[1] === 'string',
  );
  return {
    page,
    section: page.split('/')[0] ?? '',
    title: typeof fields.title === 'string' ? fields.title : page,
    isDraft: fields.draft === true,
    isWithdrawn: withdrawalOf(fields) !== null,
    isRead,
    texts: Object.fromEntries(texts),
  };
};

const entriesOf = (root: string, section: string): readonly string[] => {
  try {
    return readdirSync(join(root, 'content', section));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

const PAGE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.mdx)?$/;

/** Lists all pages of the sections that are written here; reads only what changed since it was asked last. */
export const pageLister = (root: string): (() => readonly ListedPage[]) => {
  const kept = new Map<string, Kept>();
  return () => {
    const found: ListedPage[] = [];
    const seen = new Set<string>();
    for (const section of SECTIONS) {
      for (const name of entriesOf(root, section)) {
        if (!PAGE.test(name)) continue;
        const file = `content/${section}/${name}${name.endsWith('.mdx') ? '' : '/index.mdx'}`;
        const stats = statSync(join(root, file), { throwIfNoEntry: false });
        if (!stats?.isFile()) continue;
        const mark = `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
        const known = kept.get(file);
        const page =
          known?.mark === mark
            ? known.page
            : listed(root, `${section}/${name.replace(/\.mdx$/, '')}`, file);
        kept.set(file, { mark, page });
        seen.add(file);
        found.push(page);
      }
    }
    for (const file of kept.keys()) if (!seen.has(file)) kept.delete(file);
    return found.toSorted((a, b) => a.title.localeCompare(b.title, 'th'));
  };
};
