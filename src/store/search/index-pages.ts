import { createHash, hash } from 'node:crypto';
import { entriesOf } from '#core/search/page-entries.ts';
import { endsGroup, type PageGroup, pageName } from '#core/search/page-groups.ts';
import type { StoredPage } from '#core/search/stored-page.ts';
import { checkStored } from './check-stored.ts';
import { headOf, type IndexPlan, type PageToCut, type PlannedFile } from './index-plan.ts';
import type { IndexedContent } from './index-state.ts';

/** A file as it was packed the last time. */
export interface PackedFile {
  readonly name: string;
  readonly ofPage: boolean;
  readonly packed: Uint8Array;
}

/** A file that results show, as they read it. */
export interface PageFile {
  readonly name: string;
  readonly ofPage: true;
  readonly bytes: Uint8Array;
  readonly onPacked: (packed: Uint8Array) => void;
}

type Unnamed = Omit<PackedFile, 'name'> | Omit<PageFile, 'name'>;

/** What an index has of a page besides its packed file. */
export type PageContent = Omit<IndexedContent, 'packed'>;

interface CutPage {
  /** Path within the site. */
  readonly path: string;
  readonly content: PageContent;
  readonly file: Unnamed;
}

/** Pages whose files lie in one folder. */
export interface GroupedPages {
  readonly group: PageGroup;
  readonly contents: readonly PageContent[];
  readonly files: readonly (PackedFile | PageFile)[];
}

// Cutting every page again would take a third of the time; the same text is cut alike.
const COUNTED_EVERY = 50;
const COUNT_ALL_BELOW = 2000;

/** A page cut into words, and the file by which results show it. */
const cutPage = (
  { document, digest, runs }: PageToCut,
  { segmenter, keys }: IndexPlan,
  check: { readonly count: boolean },
): { readonly content: PageContent; readonly bytes: Uint8Array } => {
  const { url, title, text, sections, meta } = document;
  const entries = entriesOf(document, segmenter, keys);
  const page: StoredPage = { url, title, text, sections, meta, tokens: entries.tokens };
  const bytes = Buffer.from(JSON.stringify(page));
  checkStored(page, bytes, segmenter, check);
  const shown = hash('sha256', bytes, 'base64url');
  return { content: { digest, head: headOf(document), runs, entries, shown }, bytes };
};

const cutOrTake = (page: PlannedFile, plan: IndexPlan, count: boolean): CutPage => {
  const { toCut, read } = page;
  if (toCut === null) {
    const content = page.content as IndexedContent;
    return { path: read.file, content, file: { packed: content.packed, ofPage: true } };
  }
  const { content, bytes } = cutPage(toCut, plan, { count });
  page.toCut = null;
  const onPacked = (packed: Uint8Array): void => {
    page.content = { ...content, packed };
  };
  return { path: read.file, content, file: { bytes, onPacked, ofPage: true } };
};

const groupOf = (pages: readonly CutPage[]): GroupedPages => {
  const digest = createHash('sha256');
  for (const { content } of pages) digest.update(content.shown);
  const group = { folder: digest.digest('hex').slice(0, 12), pages: pages.length };
  return {
    group,
    contents: pages.map(({ content }) => content),
    files: pages.map(({ file }, at) => ({ ...file, name: pageName(group.folder, at) })),
  };
};

/** Every page of an index in order, by the folders of their files; those that need it are cut into words. */
export function* groupPages(plan: IndexPlan): Generator<GroupedPages> {
  const pages = plan.files.filter(({ content, toCut }) => content ?? toCut);
  let open: CutPage[] = [];
  for (const [number, page] of pages.entries()) {
    const count = number % COUNTED_EVERY === 0 || pages.length < COUNT_ALL_BELOW;
    open.push(cutOrTake(page, plan, count));
    const isLast = number === pages.length - 1;
    if (!isLast && !endsGroup(page.read.file, open.length)) continue;
    yield groupOf(open);
    open = [];
  }
}
