import { join } from 'node:path';
import type { z } from 'zod';
import {
  type Content,
  type ContentRecord,
  type CoveringLetterFields,
  type CoveringLetters,
  type Ledger,
  problemAt,
  RECORD_KINDS,
  type RecordFields,
  type RecordKind,
} from '#core/check/content.ts';
import { MOVED_ADDRESSES_FILE } from '#core/link/moved.ts';
import { SHORT_CODES_FILE } from '#core/link/register.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { circular, coveringLetters } from '#schema/circular.ts';
import { DOCUMENT_SCHEMAS } from '#schema/document.ts';
import { validate } from '#schema/issue-problem.ts';
import { parseLedgerRows } from '#store/ledger/read-ledger.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { readBody } from './body.ts';
import { filesBelow, readContentTree, type TreeFile } from './content-tree.ts';
import { readPage } from './page-file.ts';
import { REGISTER, readRegister } from './register.ts';
import { pagesOfRoutes } from './routes.ts';
import { committedShortCodes, readMovedAddresses, readShortCodes } from './short-codes.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

const COVERING_LETTERS = 'covering-letters.yaml';
const MOVEMENTS = 'movements.csv';

/** The folder or file under content/ that makes up one record: `circulars/2567/<id>`, `manuals/<slug>`. */
const recordOf = (path: string): { readonly kind: RecordKind; readonly record: string } | null => {
  const [kind, ...rest] = path.slice('content/'.length).split('/');
  if (!RECORD_KINDS.includes(kind as RecordKind)) return null;
  const depth = kind === 'circulars' ? 2 : 1;
  if (rest.length > depth) {
    return { kind: kind as RecordKind, record: [kind, ...rest.slice(0, depth)].join('/') };
  }
  const isPage = rest.length === depth && kind !== 'circulars' && path.endsWith('.mdx');
  return isPage
    ? { kind: kind as RecordKind, record: `${kind}/${rest.at(-1)?.slice(0, -4)}` }
    : null;
};

/** What lies elsewhere in content/ and is read by others than the check. */
const isReadElsewhere = (path: string): boolean =>
  [REGISTER, SHORT_CODES_FILE, MOVED_ADDRESSES_FILE].includes(path) ||
  /^content\/(?:registry|grants|finance)\//.test(path);

interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

const fieldsOf = <T>(schema: z.ZodType, source: YamlFile): Read<T | undefined> => {
  if (source.problems.length > 0) return { value: undefined, problems: source.problems };
  const { data, problems } = validate(schema, source.data);
  return {
    value: data as T | undefined,
    problems: problems.map(({ path, ...said }) => problemAt(source, path, said)),
  };
};

const coveringLettersOf = (file: TreeFile | undefined): Read<CoveringLetters | null> => {
  if (!file) return { value: null, problems: [] };
  const source = readYamlFile(file.text ?? '', file.path);
  const { value, problems } = fieldsOf<CoveringLetterFields[]>(coveringLetters, source);
  return { value: { source, letters: value ?? [] }, problems };
};

const movementsOf = (file: TreeFile | undefined): Read<Ledger | null> => {
  if (!file) return { value: null, problems: [] };
  try {
    const rows = parseLedgerRows(file.text ?? '', file.path);
    return { value: { file: file.path, rows }, problems: [] };
  } catch (error) {
    if (error instanceof ProblemError) return { value: null, problems: error.problems };
    throw error;
  }
};

/** The registry; what is wrong with it is told with all the rest. */
const officesOf = async (root: string): Promise<Read<ReadonlySet<string> | null>> => {
  try {
    const { byId } = await readRegistry(root);
    return { value: new Set(byId.keys()), problems: [] };
  } catch (error) {
    if (error instanceof ProblemError) return { value: null, problems: error.problems };
    throw error;
  }
};

const noPage = (record: string, files: readonly TreeFile[]): Problem => ({
  file: files[0]?.path ?? `content/${record}`,
  what: `the folder content/${record} holds no page`,
  why: 'What lies in a folder without index.mdx would never be shown.',
  mend: 'Add index.mdx, or remove the folder.',
});

const readRecord = (
  kind: RecordKind,
  path: string,
  files: readonly TreeFile[],
): Read<ContentRecord | null> => {
  const folder = `content/${path}`;
  const named = (name: string) => files.find((file) => file.path === `${folder}/${name}`);
  const single = files.find((file) => file.path === `${folder}.mdx`);
  const index = named('index.mdx');
  const page = index ?? single;
  if (!page) return { value: null, problems: [noPage(path, files)] };
  const { frontMatter, body, bodyLine } = readPage(page.text ?? '', page.path);
  const schema = kind === 'circulars' ? circular : DOCUMENT_SCHEMAS[kind];
  const fields = fieldsOf<RecordFields>(schema, frontMatter);
  const ofCircular = (name: string) => (kind === 'circulars' ? named(name) : undefined);
  const letters = coveringLettersOf(ofCircular(COVERING_LETTERS));
  const movements = movementsOf(ofCircular(MOVEMENTS));
  const own = [index, single, ofCircular(COVERING_LETTERS), ofCircular(MOVEMENTS)];
  const value: ContentRecord = {
    kind,
    path,
    source: frontMatter,
    fields: fields.value ?? {},
    body: readBody(body, bodyLine),
    folder: index ? folder : null,
    beside: files
      .filter((file) => !own.includes(file))
      .map((file) => ({ ...file, name: file.path.slice(folder.length + 1) })),
    coveringLetters: letters.value,
    movements: movements.value,
  };
  const twice = index && single ? [twoPages(index, single)] : [];
  const problems = [...fields.problems, ...letters.problems, ...movements.problems, ...twice];
  return { value, problems };
};

const twoPages = (one: TreeFile, other: TreeFile): Problem => ({
  file: other.path,
  what: `the same page is written in ${one.path}`,
  why: 'Both would have one address.',
  mend: 'Keep one of the two files.',
});

const unread = ({ path }: TreeFile): Problem => ({
  file: path,
  what: 'nothing reads this file',
  why: 'A page is content/<kind>/<slug>.mdx, or index.mdx in a folder of its own; a circular lies under its B.E. year.',
  mend: 'Move or rename it to where it belongs, or remove it.',
});

/**
 * Reads all content of the project at `root`: every record, even one that its schema refuses, and every problem
 * met in reading.
 */
export const readContent = async (root: string): Promise<Content> => {
  const files = await readContentTree(root);
  const problems: Problem[] = [];
  const byRecord = new Map<string, { kind: RecordKind; files: TreeFile[] }>();
  for (const file of files) {
    const of = recordOf(file.path);
    if (of) {
      const gathered = byRecord.get(of.record) ?? { kind: of.kind, files: [] };
      gathered.files.push(file);
      byRecord.set(of.record, gathered);
    } else if (!isReadElsewhere(file.path)) problems.push(unread(file));
  }
  const records: ContentRecord[] = [];
  for (const [path, { kind, files: own }] of byRecord) {
    const read = readRecord(kind, path, own);
    problems.push(...read.problems);
    if (read.value) records.push(read.value);
  }
  const textOf = (file: string) => files.find(({ path }) => path === file)?.text ?? null;
  const register = readRegister(textOf(REGISTER));
  const shortCodes = readShortCodes(textOf(SHORT_CODES_FILE));
  const offices = await officesOf(root);
  const moved = readMovedAddresses(textOf(MOVED_ADDRESSES_FILE));
  return {
    records,
    register: register.value,
    offices: offices.value,
    shortCodes: shortCodes.rows,
    committedCodes: await committedShortCodes(root),
    moved: moved.rows,
    files,
    pages: pagesOfRoutes(await filesBelow(join(root, 'src/pages'))),
    publicFiles: (await filesBelow(join(root, 'public'))).map((path) => `/${path}`),
    problems: [
      ...problems,
      ...register.problems,
      ...offices.problems,
      ...shortCodes.problems,
      ...moved.problems,
    ],
  };
};
