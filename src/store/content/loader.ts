import { hash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { announceContentChange } from '#astro/content-changed.ts';
import { keepIfEmpty } from '#astro/empty-collection.ts';
import { type LetterIndex, lettersInText } from '#core/letter/number-index.ts';
import { memoizeEach } from '#core/memo.ts';
import { ProblemError } from '#core/problem.ts';
import { readBody } from './body.ts';
import { publishBodyTargets, readBodyTargets } from './body-targets.ts';
import { digestOfCode } from './code-digest.ts';
import type { KindOfRecord, LoadedRecords, Since } from './kind-of-record.ts';
import { publishLetterIndex } from './letter-index-channel.ts';
import { needsMdx } from './mdx-syntax.ts';
import { bodyOf, dataOrProblems, readPage } from './page-file.ts';
import { announceFiles } from './published-files.ts';
import { announceRead } from './read-by-astro.ts';
import { inBatches, type RecordFile, readRecordTexts, textFilesOf } from './record-files.ts';
import { markFiles, type RecordMark, RecordMarks } from './record-marks.ts';
import {
  astroRecordStore,
  digestOf,
  fileRecordStore,
  type LoadedRecord,
  type RecordStore,
} from './record-store.ts';
import { storedRecordsFolder } from './stored-records.ts';
import { watchRecords } from './watch-records.ts';

const marksFile = (root: string, kind: string, isDev: boolean): string =>
  join(root, '.cache', isDev ? 'dev' : 'build', `${kind}-marks.tsv`);

/** The same whoever loads: Astro's content layer and ours have digests of their own. */
const digestOfText = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

/** How the records of one kind are read. */
interface Reading {
  readonly root: string;
  readonly kind: KindOfRecord;
  readonly code: string;
  readonly recordStore: RecordStore;
  /** Null where every record is read each time. */
  readonly marks: RecordMarks | null;
}

/** A record whose files are as they were when it was last read; null where any is not, or nothing is kept of it. */
const unchangedRecord = (
  { root, recordStore, marks }: Reading,
  file: RecordFile,
  mark: RecordMark | null,
): LoadedRecord | null => {
  const source = mark ? marks?.sourceOf(file, mark) : undefined;
  const data = source === undefined ? undefined : recordStore.known(file.id, source);
  if (source === undefined || data === undefined) return null;
  const page = () => readRecordTexts(root, file).get(file.page) as string;
  const body = () => recordStore.knownBody(file.id) ?? bodyOf(page());
  return { file, data, source, page, body };
};

const readRecord = async (reading: Reading, file: RecordFile): Promise<LoadedRecord> => {
  const { root, kind, code, recordStore, marks } = reading;
  // Before it is read, so that a change meanwhile is seen the next time.
  const mark = marks && markFiles(root, textFilesOf(file));
  const unchanged = unchangedRecord(reading, file, mark);
  if (unchanged) return unchanged;
  const texts = readRecordTexts(root, file);
  const page = texts.get(file.page) as string;
  const source = digestOfText(`${code}\0${[...texts].flat().join('\0')}`);
  const read = { file, source, page: () => page, body: () => bodyOf(page) };
  const known = recordStore.known(file.id, source);
  if (mark) marks?.set(file, mark, source);
  if (known) return { ...read, data: known };
  const { frontMatter } = readPage(page, file.page);
  const raw = kind.data(file, dataOrProblems(frontMatter), texts);
  return { ...read, data: await recordStore.read(file, raw) };
};

/** What Astro's store holds of the guidance of a record besides its data. Throws what a body must not hold. */
const renderingOf = async (context: LoaderContext, root: string, file: string, page: string) => {
  const { body, bodyLine } = readPage(page, file);
  const { problems } = readBody(body, bodyLine);
  if (problems.length > 0) {
    throw new ProblemError(problems.map((problem) => ({ file, ...problem })));
  }
  // The empty front matter keeps a body that begins with a rule from being taken for one.
  const rendered = await context.renderMarkdown(`---\n---\n${body}`, {
    fileURL: pathToFileURL(join(root, file)),
  });
  const { headings, imagePaths } = rendered.metadata ?? {};
  return {
    rendered: { html: rendered.html, metadata: { headings, imagePaths } },
    assetImports: imagePaths,
  };
};

/** Keeps a record for the pages. Gives whether its guidance shows what other content says besides letter numbers. */
const storeRecord = async (
  context: LoaderContext,
  root: string,
  record: LoadedRecord,
  index: LetterIndex,
  recordStore: RecordStore,
): Promise<boolean> => {
  const { file, source } = record;
  const text = record.body();
  const letters = lettersInText(text, index);
  const byAstro = recordStore.rendersByAstro(text) || needsMdx(text);
  // A page shows what its numbers lead to, so it is made again when that changes elsewhere.
  const targets = await readBodyTargets(root, text);
  publishBodyTargets(targets);
  const leads = targets.size === 0 ? letters : [letters, [...targets]];
  const digest = digestOf(source, digestOfText(JSON.stringify(leads)));
  const data = recordStore.keep(record, { digest, byAstro, body: { text, letters } });
  // Whatever is deleted, Astro writes its files and has the modules that read them evaluated anew.
  if (data === null) {
    if (context.store.get(file.id) !== undefined) context.store.delete(file.id);
  } else if (context.store.get(file.id)?.digest !== digest) {
    const rendering = byAstro ? await renderingOf(context, root, file.page, record.page()) : {};
    context.store.set({ id: file.id, data, filePath: file.page, digest, ...rendering });
  }
  return targets.size > 0;
};

const readRecords = async (
  reading: Reading,
  since: Since | null,
): Promise<readonly LoadedRecord[]> => {
  const { root, kind } = reading;
  if (since === null) {
    return inBatches(await kind.list(root), (file) => readRecord(reading, file));
  }
  const { last, changed } = since;
  return Promise.all(
    last.records.map((record) =>
      changed.has(record.file.id) ? readRecord(reading, record.file) : record,
    ),
  );
};

/** The index of the last load, where the records that changed have the same letters in it as before; else null. */
const sameIndex = (
  { numbered }: KindOfRecord,
  records: readonly LoadedRecord[],
  since: Since | null,
): LetterIndex | null => {
  if (since === null || numbered === undefined) return null;
  const { last } = since;
  const textOf = (record: LoadedRecord): string => JSON.stringify(numbered.lettersOf(record));
  const isSame = records.every((record, at) => {
    const before = last.records[at] as LoadedRecord;
    return record === before || textOf(record) === textOf(before);
  });
  return isSame ? last.index : null;
};

const letterIndexOf = async (
  kind: KindOfRecord,
  root: string,
  records: readonly LoadedRecord[],
  since: Since | null,
): Promise<LetterIndex> => {
  const same = sameIndex(kind, records, since);
  if (same === null) return kind.letters(root, records);
  // Other kinds show more of these records than their numbers.
  publishLetterIndex(same);
  return same;
};

const digestsOf = (store: LoaderContext['store']): string =>
  store
    .entries()
    .map(([id, { digest }]) => `${id} ${digest}`)
    .join('\n');

const loadAll = async (
  context: LoaderContext,
  root: string,
  kind: KindOfRecord,
  code: string,
  since: Since | null,
): Promise<LoadedRecords> => {
  const isDev = context.watcher !== undefined;
  const recordStore = kind.validate
    ? fileRecordStore(storedRecordsFolder(root, kind.kind, isDev), kind.validate, isDev)
    : astroRecordStore(context, root);
  const marks =
    kind.validate && since === null
      ? new RecordMarks(marksFile(root, kind.kind, isDev), code)
      : null;
  const ofAstro = digestsOf(context.store);
  const records = await readRecords({ root, kind, code, recordStore, marks }, since);
  announceFiles(kind.kind, records.flatMap(kind.files));
  const index = await letterIndexOf(kind, root, records, since);
  const leading = new Set(since?.last.index === index ? since.last.leading : []);
  const isSettled = ({ file }: LoadedRecord): boolean =>
    since?.last.index === index && !since.changed.has(file.id) && !leading.has(file.id);
  for (const record of records) {
    const { id } = record.file;
    if (isSettled(record)) recordStore.keepAsIs(id);
    else if (await storeRecord(context, root, record, index, recordStore)) leading.add(id);
    else leading.delete(id);
  }
  recordStore.close();
  marks?.store();
  const present = new Set(records.map(({ file }) => file.id));
  for (const id of context.store.keys()) if (!present.has(id)) context.store.delete(id);
  keepIfEmpty(context.store);
  announceRead(context.collection, context.store.entries());
  // Where Astro's store has changed, it says so itself once that is written.
  if (kind.validate && isDev && digestsOf(context.store) === ofAstro) announceContentChange();
  return { records, index, leading };
};

/**
 * Loads the records of one kind: data validated by its schema, bodies rendered here, or left to the pages where they
 * come in bulk. What did not change since the last load, in itself or in what it
 * refers to, is taken from there.
 */
export const recordLoader = (kind: KindOfRecord): Loader => ({
  name: kind.kind,
  load: async (context) => {
    const root = fileURLToPath(context.config.root);
    // Footnotes are rendered in the language of the frame. What runs is what was loaded, whatever becomes of its files.
    const code = `${await digestOfCode(root)} ${process.env.WIAN_LANG ?? ''}`;
    const withFiles = { ...kind, files: memoizeEach(kind.files) };
    const load = (since: Since | null) => loadAll(context, root, withFiles, code, since);
    const first = await load(null);
    if (context.watcher) watchRecords(context, root, kind, first, load);
  },
});
