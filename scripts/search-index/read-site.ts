import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Problem, ProblemError } from '#core/problem.ts';
import type { SearchDocument } from '#core/search/document.ts';
import { INDEX_FOLDER, POINTER } from '#store/search/index-folder.ts';
import { type MarkedPage, readMarkedPage } from '#store/search/marked-page.ts';

/** What a built site has to be found by. */
export interface SiteToIndex {
  /** By language, each in the order of the addresses. */
  readonly languages: ReadonlyMap<string, readonly SearchDocument[]>;
  /** Pages that are not indexed: without a marked body where others have one, pieces of pages, and empty ones. */
  readonly skipped: { readonly unmarked: number; readonly pieces: number; readonly empty: number };
  /** Whether any page marks its body. */
  readonly hasBodies: boolean;
}

const refuse = (file: string, what: string, fix: string): ProblemError =>
  new ProblemError([{ file, what, fix }]);

const GIVE_OUTPUT =
  'give the folder that the site generator writes, such as dist, build, public or _site';

/** Throws unless a folder can be a built site. */
const requireSite = async (site: string): Promise<void> => {
  const found = await stat(site).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw refuse(site, 'there is no such folder', GIVE_OUTPUT);
    throw error;
  });
  if (!found.isDirectory()) throw refuse(site, 'this is a file and no folder', GIVE_OUTPUT);
  if (existsSync(join(site, 'node_modules')))
    throw refuse(
      site,
      'this is the source of a site (it has node_modules), not a built one',
      GIVE_OUTPUT,
    );
  if (existsSync(join(site, INDEX_FOLDER, POINTER)))
    throw refuse(site, 'this is a portal of Wian, which has its search', 'nothing is to be done');
};

/** HTML files below a folder but for one, in the order of their paths, with slashes. */
const htmlFiles = async (site: string, except: string): Promise<string[]> => {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.html$/i.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => relative(except, path).startsWith('..'))
    .map((path) => relative(site, path).replaceAll(sep, '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
};

const CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;

/** The text of an HTML file in the encoding that it names, UTF-8 where it names none; null where it is not in it. */
const decodeHtml = (bytes: Uint8Array): { html: string | null; charset: string } => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const charset = CHARSET.exec(head)?.[1] ?? 'utf-8';
  try {
    return { html: new TextDecoder(charset, { fatal: true }).decode(bytes), charset };
  } catch {
    return { html: null, charset };
  }
};

interface ReadFile {
  readonly file: string;
  readonly html: string;
}

const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/i, '$1')}`;

/** Faults shown in one run: those of a template stand on every page. */
const MOST_FAULTS = 20;

const requireSound = (problems: readonly Problem[]): void => {
  if (problems.length === 0) return;
  const others = problems.length - MOST_FAULTS;
  const more: Problem[] =
    others > 0
      ? [{ file: null, what: `and ${others} more of the kind`, fix: 'fix these first' }]
      : [];
  throw new ProblemError([...problems.slice(0, MOST_FAULTS), ...more]);
};

const readAll = async (site: string, files: readonly string[]): Promise<ReadFile[]> => {
  const problems: Problem[] = [];
  const read: ReadFile[] = [];
  for (const file of files) {
    const { html, charset } = decodeHtml(await readFile(join(site, file)));
    if (html !== null) read.push({ file, html });
    else
      problems.push({
        file,
        what: `the bytes of this page are not ${charset}`,
        fix: 'save it in UTF-8, or name its encoding in <meta charset>',
      });
  }
  requireSound(problems);
  return read;
};

const problemsOf = ({ faults }: MarkedPage, file: string): Problem[] =>
  faults.map(({ line, what, fix }) => ({ file, line, what, fix: fix }));

/**
 * Reads every page of a built site. `out` is the folder of the bundle, which is passed over. Throws a ProblemError where the
 * folder is no built site, a page can't be read, or a mark is wrong.
 */
export const readSite = async (site: string, out: string): Promise<SiteToIndex> => {
  await requireSite(site);
  const files = await htmlFiles(site, out);
  if (files.length === 0) throw refuse(site, 'there is no HTML file in this folder', GIVE_OUTPUT);
  const read = await readAll(site, files);
  const hasBodies = read.some(
    ({ html, file }) =>
      html.includes('data-pagefind-body') && readMarkedPage(html, addressOf(file), true).hasBody,
  );
  const skipped = { unmarked: 0, pieces: 0, empty: 0 };
  const problems: Problem[] = [];
  const languages = new Map<string, SearchDocument[]>();
  for (const { file, html } of read) {
    const page = readMarkedPage(html, addressOf(file), hasBodies);
    problems.push(...problemsOf(page, file));
    const { text, title } = page.document;
    if (!page.hasHtml) skipped.pieces++;
    else if (hasBodies && !page.hasBody) skipped.unmarked++;
    else if (text === '' && title === '') skipped.empty++;
    else languages.set(page.language, [...(languages.get(page.language) ?? []), page.document]);
  }
  requireSound(problems);
  if (languages.size === 0)
    throw refuse(site, 'no page of this folder has anything to be found by', GIVE_OUTPUT);
  return { languages, skipped, hasBodies };
};
