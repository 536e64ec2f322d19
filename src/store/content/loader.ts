import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { parse as parseCsv } from 'csv-parse/sync';
import { ProblemError } from '#core/problem.ts';
import { readPageFile, readYaml } from './front-matter.ts';
import { listCirculars, listDocuments, type RecordFile, readTextIfThere } from './record-files.ts';

type ReadData = (root: string, record: RecordFile, frontMatter: unknown) => Promise<unknown>;

const circularData: ReadData = async (root, record, circular) => {
  const beside = (name: string) => readTextIfThere(join(root, record.folder as string, name));
  const letters = await beside('covering-letters.yaml');
  const movements = await beside('movements.csv');
  return {
    circular,
    coveringLetters: letters ? readYaml(letters, `${record.folder}/covering-letters.yaml`) : [],
    movements: movements ? parseCsv(movements, { columns: true, skip_empty_lines: true }) : [],
  };
};

const loadRecord = async (
  context: LoaderContext,
  root: string,
  record: RecordFile,
  readData: ReadData,
): Promise<void> => {
  const text = await readTextIfThere(join(root, record.page));
  if (text === null) {
    throw new ProblemError([
      {
        file: record.page,
        what: 'the folder holds no page',
        mend: 'Add index.mdx, or remove the folder.',
      },
    ]);
  }
  const page = readPageFile(text, record.page);
  const data = await readData(root, record, page.data);
  const digest = context.generateDigest({ text, data });
  if (context.store.get(record.id)?.digest === digest) return;
  const parsed = await context.parseData({
    id: record.id,
    data: data as Record<string, unknown>,
    filePath: join(root, record.page),
  });
  const rendered = await context.renderMarkdown(page.body);
  context.store.set({ id: record.id, data: parsed, filePath: record.page, digest, rendered });
};

const recordLoader = (
  name: string,
  folder: string,
  list: (root: string) => Promise<RecordFile[]>,
  readData: ReadData,
): Loader => ({
  name,
  load: async (context) => {
    const root = fileURLToPath(context.config.root);
    const load = async () => {
      const records = await list(root);
      const gone = new Set(context.store.keys());
      for (const record of records) {
        gone.delete(record.id);
        await loadRecord(context, root, record, readData);
      }
      for (const id of gone) context.store.delete(id);
    };
    await load();
    context.watcher?.add(join(root, folder));
    context.watcher?.on('all', (_, path) => {
      if (!path.startsWith(join(root, folder))) return;
      load().catch((error: Error) => context.logger.error(error.message));
    });
  },
});

/** Loads content/circulars: front matter, covering letters and movements as data, the body as HTML. */
export const circularLoader = (): Loader =>
  recordLoader('circulars', 'content/circulars', listCirculars, circularData);

/** Loads the pages of another kind; the id is the slug. */
export const documentLoader = (kind: string): Loader =>
  recordLoader(
    kind,
    `content/${kind}`,
    (root) => listDocuments(root, kind),
    async (_, __, data) => data,
  );
