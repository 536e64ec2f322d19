import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type LetterIndex, lettersInText } from '#core/letter/number-index.ts';
import { digestOfCode } from './code-digest.ts';
import { onLetterIndex } from './letter-index-channel.ts';
import { needsMdx } from './mdx-syntax.ts';
import { bodyOf, dataOrProblems, readPage } from './page-file.ts';
import { announceFiles, type PublishedFile } from './published-files.ts';
import { inBatches, type RecordFile, readRecordTexts } from './record-files.ts';

type Data = Record<string, unknown>;

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
  /** How the data of a record is validated and kept in Astro's data store; by default the collection does it. */
  readonly packing?: {
    readonly pack: (record: RecordFile, raw: unknown) => Data;
    readonly unpack: (stored: Data) => Data;
  };
  /** The files that are published with a record. */
  readonly files: (record: LoadedRecord) => readonly PublishedFile[];
  /** The letters that bodies may name, given the data of all records of this kind. */
  readonly letters: (root: string, records: readonly LoadedRecord[]) => Promise<LetterIndex>;
}

/** A record whose data has been read, with the digest of everything it was read from. */
export interface LoadedRecord {
  readonly file: RecordFile;
  readonly data: Data;
  /** The same, as the data store keeps it. */
  readonly stored: Data;
  readonly source: string;
  readonly texts: ReadonlyMap<string, string>;
}

const readRecord = async (
  context: LoaderContext,
  root: string,
  of: KindOfRecord,
  file: RecordFile,
  code: string,
): Promise<LoadedRecord> => {
  const texts = readRecordTexts(root, file);
  const source = context.generateDigest(`${code}\0${[...texts].flat().join('\0')}`);
  const { pack, unpack } = of.packing ?? {};
  const loaded = (stored: Data): LoadedRecord => ({
    file,
    data: unpack ? unpack(stored) : stored,
    stored,
    source,
    texts,
  });
  const known = context.store.get(file.id);
  if (known && String(known.digest).startsWith(`${source} `)) return loaded(known.data);
  const { frontMatter } = readPage(texts.get(file.page) as string, file.page);
  const raw = of.data(file, dataOrProblems(frontMatter), texts);
  if (pack) return loaded(pack(file, raw));
  const filePath = join(root, file.page);
  return loaded(await context.parseData({ id: file.id, data: raw as Data, filePath }));
};

const storeRecord = async (
  context: LoaderContext,
  root: string,
  { file, stored, source, texts }: LoadedRecord,
  letters: LetterIndex,
): Promise<void> => {
  const body = bodyOf(texts.get(file.page) as string);
  // A page shows what its numbers lead to, so it is made again when that changes elsewhere.
  const digest = `${source} ${context.generateDigest(JSON.stringify(lettersInText(body, letters)))}`;
  const entry = { id: file.id, data: stored, filePath: file.page, digest };
  if (context.store.get(file.id)?.digest === digest) return;
  if (needsMdx(body)) {
    context.store.set({ ...entry, deferredRender: true });
    return;
  }
  // The empty front matter keeps a body that begins with a rule from being taken for one.
  const rendered = await context.renderMarkdown(`---\n---\n${body}`, {
    fileURL: pathToFileURL(join(root, file.page)),
  });
  const { headings, imagePaths } = rendered.metadata ?? {};
  context.store.set({
    ...entry,
    rendered: { html: rendered.html, metadata: { headings, imagePaths } },
    assetImports: imagePaths,
  });
};

const loadAll = async (context: LoaderContext, root: string, of: KindOfRecord): Promise<void> => {
  // Footnotes are rendered in the language of the frame.
  const code = `${await digestOfCode(root)} ${process.env.WIAN_LANG ?? ''}`;
  const files = await of.list(root);
  const records = await inBatches(files, (file) => readRecord(context, root, of, file, code));
  announceFiles(of.kind, records.flatMap(of.files));
  const letters = await of.letters(root, records);
  for (const record of records) await storeRecord(context, root, record, letters);
  const present = new Set(files.map(({ id }) => id));
  for (const id of context.store.keys()) if (!present.has(id)) context.store.delete(id);
};

const watch = (
  context: LoaderContext,
  root: string,
  of: KindOfRecord,
  load: () => Promise<void>,
) => {
  const folder = join(root, 'content', of.kind);
  let underWay = Promise.resolve();
  const reload = () => {
    underWay = underWay.then(load).catch((error: Error) => context.logger.error(error.message));
  };
  context.watcher?.add(folder);
  context.watcher?.on('all', (_, path) => {
    if (path.startsWith(folder)) reload();
  });
  if (of.kind !== 'circulars') onLetterIndex(reload);
};

/**
 * Loads the records of one kind: data validated by the collection's schema, bodies without MDX rendered here, and
 * bodies with MDX left to Vite. What did not change since the last load, in itself or in what it
 * refers to, is taken from Astro's data store.
 */
export const recordLoader = (of: KindOfRecord): Loader => ({
  name: of.kind,
  load: async (context) => {
    const root = fileURLToPath(context.config.root);
    const load = () => loadAll(context, root, of);
    await load();
    if (context.watcher) watch(context, root, of, load);
  },
});
