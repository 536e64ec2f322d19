import { hash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { keepIfEmpty } from '#astro/empty-collection.ts';
import { type LetterIndex, lettersInText } from '#core/letter/number-index.ts';
import { ProblemError } from '#core/problem.ts';
import { readBody } from './body.ts';
import { publishBodyTargets, readBodyTargets } from './body-targets.ts';
import { digestOfCode } from './code-digest.ts';
import { announceFault } from './content-faults.ts';
import { onLetterIndex } from './letter-index-channel.ts';
import { needsMdx } from './mdx-syntax.ts';
import { bodyOf, dataOrProblems, readPage } from './page-file.ts';
import { announceFiles, type PublishedFile } from './published-files.ts';
import { announceRead } from './read-by-astro.ts';
import { inBatches, type RecordFile, readRecordTexts, textFilesOf } from './record-files.ts';
import { markFiles, type RecordMark, RecordMarks } from './record-marks.ts';
import {
  astroRecordStore,
  type Data,
  digestOf,
  fileRecordStore,
  type LoadedRecord,
  type RecordStore,
} from './record-store.ts';
import { storedRecordsFolder } from './stored-records.ts';

/** What the records of one kind are, and where the index of letters for their bodies comes from. */
export interface KindOfRecord {
  readonly kind: string;
  readonly list: (root: string) => Promise<RecordFile[]>;
  /** The texts of the files of a record by name, and its front matter, as the data that the schema reads. */
  readonly data: (
    record: RecordFile,
    frontMatter: unknown,
    texts: ReadonlyMap<string, string>,
  ) => unknown;
  /** Set on what comes in bulk: how its data is validated, which for other kinds the collection does. */
  readonly validate?: (record: RecordFile, raw: unknown) => Data;
  /** The files that are published with a record. */
  readonly files: (record: LoadedRecord) => readonly PublishedFile[];
  /** The letters that bodies may name, given the data of all records of this kind. */
  readonly letters: (root: string, records: readonly LoadedRecord[]) => Promise<LetterIndex>;
}

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

const storeRecord = async (
  context: LoaderContext,
  root: string,
  record: LoadedRecord,
  index: LetterIndex,
  recordStore: RecordStore,
): Promise<void> => {
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
  if (data === null) return context.store.delete(file.id);
  if (context.store.get(file.id)?.digest === digest) return;
  const rendering = byAstro ? await renderingOf(context, root, file.page, record.page()) : {};
  context.store.set({ id: file.id, data, filePath: file.page, digest, ...rendering });
};

const loadAll = async (context: LoaderContext, root: string, kind: KindOfRecord): Promise<void> => {
  // Footnotes are rendered in the language of the frame.
  const code = `${await digestOfCode(root)} ${process.env.WIAN_LANG ?? ''}`;
  const files = await kind.list(root);
  const isDev = context.watcher !== undefined;
  const recordStore = kind.validate
    ? fileRecordStore(storedRecordsFolder(root, kind.kind, isDev), kind.validate, isDev)
    : astroRecordStore(context, root);
  const marks = kind.validate ? new RecordMarks(marksFile(root, kind.kind, isDev), code) : null;
  const reading = { root, kind, code, recordStore, marks };
  const records = await inBatches(files, (file) => readRecord(reading, file));
  announceFiles(kind.kind, records.flatMap(kind.files));
  const letters = await kind.letters(root, records);
  for (const record of records) await storeRecord(context, root, record, letters, recordStore);
  recordStore.close();
  marks?.store();
  const present = new Set(files.map(({ id }) => id));
  for (const id of context.store.keys()) if (!present.has(id)) context.store.delete(id);
  keepIfEmpty(context.store);
  announceRead(context.collection, context.store.entries());
};

const watch = (
  context: LoaderContext,
  root: string,
  kind: KindOfRecord,
  load: () => Promise<void>,
) => {
  const folder = join(root, 'content', kind.kind);
  let underWay = Promise.resolve();
  const reload = () => {
    underWay = underWay
      .then(load)
      .then(() => announceFault(kind.kind, null))
      .catch((error: Error) => {
        context.logger.error(error.message);
        announceFault(kind.kind, error.message);
      });
  };
  context.watcher?.add(folder);
  context.watcher?.on('all', (_, path) => {
    if (path.startsWith(folder)) reload();
  });
  if (kind.kind !== 'circulars') onLetterIndex(reload);
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
    const load = () => loadAll(context, root, kind);
    await load();
    if (context.watcher) watch(context, root, kind, load);
  },
});
