import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { synonymWords } from '#core/search/concepts.ts';
import type { SearchDocument } from '#core/search/document.ts';
import { Lexicon, type LexiconData } from '#core/search/lexicon.ts';
import { NumberedTexts } from '#core/search/numbered-texts.ts';
import {
  hasRun,
  type PageRuns,
  runsCutOtherwise,
  runsOf,
  WordTotals,
} from '#core/search/page-runs.ts';
import type { StoredPage } from '#core/search/stored-page.ts';
import type {
  IndexedContent,
  IndexState,
  KnownLists,
  PageHead,
  ReadFile,
  WordFile,
} from './index-state.ts';

/** A page to be indexed: as it was read now, or as it was indexed the last time. Null where nothing can be found by it. */
export type SourcePage = ReadFile &
  ({ readonly document: SearchDocument | null } | { readonly content: IndexedContent | null });

/** A page that has to be cut into words. */
export interface PageToCut {
  readonly document: SearchDocument;
  readonly digest: string;
  readonly runs: PageRuns;
}

/** What is to be done for a file: one of the two, or nothing. */
export interface PlannedFile {
  readonly read: ReadFile;
  content: IndexedContent | null;
  toCut: PageToCut | null;
}

/** How an index is made: pages that need it are cut into words, the others are taken as they were. */
export interface IndexPlan extends Omit<IndexState, 'files' | 'id' | 'report' | 'words'> {
  readonly files: readonly PlannedFile[];
  readonly segmenter: Lexicon;
  /** Packed files of the last index, and of this one as they come; by what is packed in them. */
  readonly former: IndexState['packed'];
  readonly packed: Map<string, Uint8Array>;
  /** The same of coded lists, by what they are coded from. */
  readonly formerCoded: IndexState['coded'];
  readonly coded: Map<string, KnownLists>;
  /** The files besides those of pages, where they are those of the last index; null where they have to be made. */
  readonly sameWords: IndexState['words'] | null;
  /** The same of this index, as they come. */
  readonly words: WordFile[];
}

export const headOf = ({ identities, filters, sorts, demoted }: SearchDocument): PageHead => ({
  identities,
  filters,
  ...(sorts && { sorts }),
  demoted,
});

const documentOf = ({ head, packed }: IndexedContent): SearchDocument => {
  const page: StoredPage = JSON.parse(gunzipSync(packed).toString());
  const { url, title, text, sections, meta } = page;
  return { url, title, text, sections, meta, ...head };
};

const planFile = (
  source: SourcePage,
  former: ReadonlyMap<string, IndexedContent | null>,
  runs: NumberedTexts,
): PlannedFile => {
  const { file, size, modified } = source;
  const read = { file, size, modified };
  if ('content' in source) return { read, content: source.content, toCut: null };
  const { document } = source;
  if (document === null) return { read, content: null, toCut: null };
  const digest = hash('sha256', JSON.stringify(document), 'base64url');
  const known = former.get(file);
  // A page that was written again is mostly what it was.
  if (known?.digest === digest) return { read, content: known, toCut: null };
  return { read, content: null, toCut: { document, digest, runs: runsOf(document, runs) } };
};

/** From how many numbers on a state is begun anew, as most of them may be of words that no page has any more. */
const isWornOut = ({ begun, keys, runs }: IndexState): boolean =>
  keys.size + runs.size > 2 * begun + 10_000;

/** Whether the pages by which something can be found are those of the last index, in the same order and cut alike. */
const areSame = (files: readonly PlannedFile[], last: IndexState): boolean => {
  const contents = (some: readonly Pick<PlannedFile, 'content'>[]) =>
    some.flatMap(({ content }) => content ?? []);
  const [now, then] = [contents(files), contents(last.files)];
  return (
    files.every(({ toCut }) => toCut === null) &&
    now.length === then.length &&
    now.every((content, at) => content === then[at])
  );
};

/** Works out what has become of some pages since the index of `last`; without one, all of them are cut into words. */
export const planIndex = (sources: readonly SourcePage[], last: IndexState | null): IndexPlan => {
  const former = new Map(last?.files.map(({ file, content }) => [file, content]));
  const { keys = new NumberedTexts(), runs = new NumberedTexts() } = last ?? {};
  const files = sources.map((source) => planFile(source, former, runs));
  const totals = new WordTotals(runs, last?.counts);
  const stays = new Set(files.map(({ content }) => content));
  for (const content of former.values())
    if (content && !stays.has(content)) totals.remove(content.runs);
  for (const { toCut } of files) if (toCut) totals.add(toCut.runs);
  const counts = totals.settle(synonymWords());
  const lexicon: LexiconData = totals.lexicon(synonymWords());
  const otherwise = last ? runsCutOtherwise(last.lexicon, lexicon, runs.texts) : new Set<number>();
  for (const planned of files) {
    const { content } = planned;
    if (!content || otherwise.size === 0 || !hasRun(content.runs, otherwise)) continue;
    const { digest, runs: those } = content;
    planned.toCut = { document: documentOf(content), digest, runs: those };
    planned.content = null;
  }
  return {
    files,
    lexicon,
    segmenter: new Lexicon(lexicon),
    counts: [...counts],
    keys,
    runs,
    begun: last?.begun ?? 0,
    former: last?.packed ?? new Map(),
    packed: new Map(),
    formerCoded: last?.coded ?? new Map(),
    coded: new Map(),
    sameWords: last && areSame(files, last) ? last.words : null,
    words: [],
  };
};

/** The state to go on from; null where it is worn out. */
export const usable = (state: IndexState | null): IndexState | null =>
  state && !isWornOut(state) ? state : null;
