import { join } from 'node:path';
import type { z } from 'zod';
import { MOVED_ADDRESSES_FILE } from '#core/address/moved.ts';
import { appendAll } from '#core/append-all.ts';
import {
  type Content,
  type ContentFile,
  type ContentRecord,
  RECORD_KINDS,
  type RecordKind,
} from '#core/check/content.ts';
import { letterFilePath } from '#core/check/rules/letter-files.ts';
import { formatFieldPath } from '#core/field-path.ts';
import type { Figures } from '#core/figures/figures.ts';
import type { Registry } from '#core/office/registry.ts';
import { OPERATOR_FILE } from '#core/operator/operator.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { validate } from '#schema/issue-problem.ts';
import { movedAddress, registeredDay } from '#schema/short-link.ts';
import { readKeptFigures } from '#store/figures/read-figures.ts';
import { readRouteRules } from '#store/ledger/tracked.ts';
import {
  REGISTRY_FILES,
  readKeptRegistry,
  readOfficeRules,
} from '#store/registry/read-registry.ts';
import { committedRows, readRegisterRows } from './append-only.ts';
import { ATTACHMENT_NUMBERS } from './attachment-numbers.ts';
import { filesBelow, readContentTree, type TreeFile, withPlanned } from './content-tree.ts';
import { readOperator } from './operator.ts';
import { NO_MEMO, type ReadMemo } from './read-memo.ts';
import { type Read, readRecord } from './read-record.ts';
import { REGISTER, readPermanentIdRegister } from './register.ts';
import { pagesOfRoutes } from './routes.ts';
import { scanForPersonalData } from './scan-for-personal-data.ts';
import { readMovedAddresses, SHORT_CODES } from './short-codes.ts';

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
  [
    REGISTER,
    SHORT_CODES.file,
    ATTACHMENT_NUMBERS.file,
    MOVED_ADDRESSES_FILE,
    OPERATOR_FILE,
  ].includes(path) ||
  /^content\/(?:registry|grants|finance)\//.test(path) ||
  /^content\/board-pictures\/[0-9a-f]{32}\.webp$/.test(path);

/** What stands for a registry that is not read, as the list of files says why. */
const UNREAD: Read<Registry | null> = { value: null, problems: [] };

/** The registry; what is wrong with it is reported with all the rest. */
const registryOf = async (root: string): Promise<Read<Registry | null>> => {
  try {
    return { value: await readKeptRegistry(root), problems: [] };
  } catch (error) {
    if (error instanceof ProblemError) return { value: null, problems: error.problems };
    throw error;
  }
};

type ReadRows = Pick<Figures, 'doubts' | 'problems' | 'rows'>;

const NO_FIGURES: ReadRows = { doubts: [], problems: [], rows: { files: [], texts: [] } };

/** What is wrong with grants and finance; nothing where the registry cannot be read, which all of them name. */
const figuresOf = (root: string, registry: Registry | null): ReadRows => {
  if (registry === null) return NO_FIGURES;
  try {
    return readKeptFigures(root, registry);
  } catch (error) {
    if (error instanceof ProblemError) return { ...NO_FIGURES, problems: error.problems };
    throw error;
  }
};

/**
 * The texts of each file of figures that is in order, by path: its other cells are ids, days and amounts, of which nothing
 * has to be looked through. They are those of all such files, which share nearly all of them.
 */
const textsOfFigures = ({ problems, rows }: ReadRows): ReadonlyMap<string, string> => {
  const faulty = new Set(problems.map(({ file }) => file));
  const text = rows.texts.join('\n');
  return new Map(rows.files.filter((path) => !faulty.has(path)).map((path) => [path, text]));
};

/** Files of the registry that tracking and the build read by schemas, and nothing else in the check does. */
const otherProblems = async (root: string): Promise<Problem[]> => {
  const problems: Problem[] = [];
  for (const read of [readRouteRules, readOfficeRules]) {
    try {
      await read(root);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      appendAll(problems, error.problems);
    }
  }
  return problems;
};

/** What the schema of a build says of the rows of a table that could be read. */
const rowProblems = (
  schema: z.ZodType,
  file: string,
  rows: readonly { readonly line: number }[] | null,
): Problem[] =>
  (rows ?? []).flatMap((row) =>
    validate(schema, row).problems.map(({ path, ...said }) => ({
      file,
      line: row.line,
      field: formatFieldPath(path),
      ...said,
    })),
  );

const unread = ({ path }: TreeFile): Problem => ({
  file: path,
  what: 'nothing reads this file',
  why: 'A page is content/<kind>/<slug>.mdx, or index.mdx in a folder of its own; a circular lies under its B.E. year.',
  fix: 'Move or rename it to where it belongs, or remove it.',
});

/**
 * Reads all content of the project at `root`: every record, even one that its schema refuses, and every problem
 * met in reading. With a memo, files that were in order before are not read again. `planned` are texts and bytes of files that
 * are to be read in place of those that lie there, null for one that is to be gone.
 */
export const readContent = async (
  root: string,
  memo: ReadMemo = NO_MEMO,
  planned: ReadonlyMap<string, string | Uint8Array | null> = new Map(),
): Promise<Content> => {
  const { files, problems: ofFiles } = withPlanned(readContentTree(root), planned);
  const problems: Problem[] = [...ofFiles];
  const byRecord = new Map<string, { kind: RecordKind; files: TreeFile[] }>();
  for (const file of files) {
    const of = recordOf(file.path);
    if (of) {
      const gathered = byRecord.get(of.record) ?? { kind: of.kind, files: [] };
      gathered.files.push(file);
      byRecord.set(of.record, gathered);
    } else if (!file.isRefused && !isReadElsewhere(file.path)) problems.push(unread(file));
  }
  const records: ContentRecord[] = [];
  for (const [path, { kind, files: own }] of byRecord) {
    const read = readRecord(kind, path, own, memo);
    appendAll(problems, read.problems);
    if (read.value) records.push(read.value);
  }
  const fileOf = (file: string) => files.find(({ path }) => path === file);
  const textOf = (file: string) => fileOf(file)?.text ?? null;
  // Both who lists the tree and who reads a file speak of a link, or of letters lost, in its place.
  const unlessOfTree = (some: readonly Problem[]): Problem[] =>
    some.filter(({ file }) => !ofFiles.some((one) => one.file === file));
  const unlessRefused = <Value>(file: string, value: Value): Value | null =>
    fileOf(file)?.isRefused ? null : value;
  const register = readPermanentIdRegister(textOf(REGISTER));
  const shortCodes = readRegisterRows(SHORT_CODES, textOf(SHORT_CODES.file));
  const numbers = readRegisterRows(ATTACHMENT_NUMBERS, textOf(ATTACHMENT_NUMBERS.file));
  // What is too large is not read either: fifty million bytes that are no table keep a parser busy for ten seconds.
  const registry = fileOf(REGISTRY_FILES.offices)?.isRefused ? UNREAD : await registryOf(root);
  const figures = figuresOf(root, registry.value);
  const moved = readMovedAddresses(textOf(MOVED_ADDRESSES_FILE));
  const operator = readOperator(textOf(OPERATOR_FILE));
  const looked: Read<ContentFile>[] = [];
  const letterFiles = new Set(records.map(letterFilePath));
  const figureTexts = textsOfFigures(figures);
  for (const file of files) {
    const isLetter = letterFiles.has(file.path);
    looked.push(
      await scanForPersonalData(root, file, memo, { isLetter, texts: figureTexts.get(file.path) }),
    );
  }
  return {
    records,
    register: unlessRefused(REGISTER, register.value),
    offices: registry.value?.byId ?? null,
    totalDoubts: figures.doubts,
    shortCodes: unlessRefused(SHORT_CODES.file, shortCodes.rows),
    committedCodes: await committedRows(root, SHORT_CODES),
    attachmentNumbers: unlessRefused(ATTACHMENT_NUMBERS.file, numbers.rows),
    committedAttachmentNumbers: await committedRows(root, ATTACHMENT_NUMBERS),
    moved: unlessRefused(MOVED_ADDRESSES_FILE, moved.rows),
    operator: operator.value,
    files: looked.map(({ value }) => value),
    pages: pagesOfRoutes(filesBelow(join(root, 'src/pages'))),
    publicFiles: filesBelow(join(root, 'public')).map((path) => `/${path}`),
    problems: [
      ...problems,
      ...register.problems,
      ...unlessOfTree(registry.problems),
      ...unlessOfTree(await otherProblems(root)),
      ...rowProblems(movedAddress, MOVED_ADDRESSES_FILE, moved.rows),
      ...rowProblems(registeredDay, SHORT_CODES.file, shortCodes.rows),
      ...rowProblems(registeredDay, ATTACHMENT_NUMBERS.file, numbers.rows),
      ...shortCodes.problems,
      ...numbers.problems,
      ...moved.problems,
      ...operator.problems,
      ...unlessOfTree(figures.problems),
      ...looked.flatMap((file) => file.problems),
    ],
  };
};
