import type { z } from 'zod';
import {
  type Body,
  type ContentRecord,
  type CoveringLetterFields,
  type CoveringLetters,
  type Ledger,
  problemAt,
  type RecordFields,
  type RecordKind,
  type SourceFile,
  type UnreadPart,
} from '#core/check/content.ts';
import { unprintableFields } from '#core/check/rules/characters.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { circular, coveringLetters } from '#schema/circular.ts';
import { DOCUMENT_SCHEMAS } from '#schema/document.ts';
import { validate } from '#schema/issue-problem.ts';
import { parseLedgerRows } from '#store/ledger/read-ledger.ts';
import { PlainBody, readBody } from './body.ts';
import type { TreeFile } from './content-tree.ts';
import { readPage } from './page-file.ts';
import type { ReadMemo } from './read-memo.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

const COVERING_LETTERS = 'covering-letters.yaml';
const MOVEMENTS = 'movements.csv';

/** What was read, and what was wrong with it. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

const fieldsOf = <T>(schema: z.ZodType, source: YamlFile): Read<T | undefined> => {
  if (source.problems.length > 0) return { value: undefined, problems: source.problems };
  const { data, problems } = validate(schema, source.data);
  return {
    value: data as T | undefined,
    problems: [...problems, ...unprintableFields(source.data)].map(({ path, ...said }) =>
      problemAt(source, path, said),
    ),
  };
};

/** A file whose places are worked out only when one is asked for. */
const placedLater = (file: string, read: () => YamlFile): SourceFile => {
  let source: YamlFile | undefined;
  return {
    file,
    place: (field) => {
      source ??= read();
      return source.place(field);
    },
  };
};

type Page = Pick<ContentRecord, 'source' | 'fields' | 'body'> & {
  readonly unread: readonly UnreadPart[];
};
type KnownPage = {
  readonly fields: RecordFields;
} & Pick<Body, 'links' | 'references'>;

/** A page that was not read: nothing of it is known, and what is wrong with it is reported already. */
const refusedPage = ({ path }: TreeFile): Read<Page> => ({
  value: {
    source: { file: path, place: () => ({}) },
    fields: {},
    body: null,
    unread: ['page', 'attachments'],
  },
  problems: [],
});

/** Where a problem leaves open which files the attachments are. */
const OF_ATTACHMENTS = /^attachments(?:\[\d+\](?:\.(?:file|missing|withdrawn)\b.*)?)?$/;

const unreadOf = (frontMatter: YamlFile, problems: readonly Problem[]): UnreadPart[] => {
  if (frontMatter.problems.length > 0) return ['page', 'attachments'];
  return problems.some(({ field }) => OF_ATTACHMENTS.test(field ?? '')) ? ['attachments'] : [];
};

const readPageOf = (kind: RecordKind, file: TreeFile, memo: ReadMemo): Read<Page> => {
  if (file.isRefused) return refusedPage(file);
  const text = file.text ?? '';
  const key = `${kind} ${file.sha256}`;
  const known = memo.get<KnownPage>(key);
  if (known) {
    const source = placedLater(file.path, () => readPage(text, file.path).frontMatter);
    const body = new PlainBody(known, () => {
      const page = readPage(text, file.path);
      return readBody(page.body, page.bodyLine);
    });
    return { value: { source, fields: known.fields, body, unread: [] }, problems: [] };
  }
  const { frontMatter, body: markdown, bodyLine } = readPage(text, file.path);
  const schema = kind === 'circulars' ? circular : DOCUMENT_SCHEMAS[kind];
  const { value: fields = {}, problems } = fieldsOf<RecordFields>(schema, frontMatter);
  const body = readBody(markdown, bodyLine);
  const isInOrder = problems.length + body.problems.length === 0;
  if (isInOrder) {
    memo.set(key, {
      fields,
      links: body.links,
      references: body.references,
    } satisfies KnownPage);
  }
  const source = isInOrder
    ? placedLater(file.path, () => readPage(text, file.path).frontMatter)
    : frontMatter;
  return {
    value: { source, fields, body, unread: unreadOf(frontMatter, problems) },
    problems,
  };
};

const coveringLettersOf = (
  file: TreeFile | undefined,
  memo: ReadMemo,
): Read<CoveringLetters | null> => {
  if (!file || file.isRefused) return { value: null, problems: [] };
  const text = file.text ?? '';
  const key = `${COVERING_LETTERS} ${file.sha256}`;
  const known = memo.get<CoveringLetterFields[]>(key);
  if (known) {
    const source = placedLater(file.path, () => readYamlFile(text, file.path));
    return { value: { source, letters: known }, problems: [] };
  }
  const source = readYamlFile(text, file.path);
  const { value, problems } = fieldsOf<CoveringLetterFields[]>(coveringLetters, source);
  if (value && problems.length === 0) memo.set(key, value);
  return { value: { source, letters: value ?? [] }, problems };
};

const movementsOf = (file: TreeFile | undefined, memo: ReadMemo): Read<Ledger | null> => {
  if (!file || file.isRefused) return { value: null, problems: [] };
  const key = `${MOVEMENTS} ${file.sha256}`;
  const known = memo.get<Ledger['rows']>(key);
  if (known) return { value: { file: file.path, rows: known }, problems: [] };
  try {
    const rows = parseLedgerRows(file.text ?? '', file.path);
    memo.set(key, rows);
    return { value: { file: file.path, rows }, problems: [] };
  } catch (error) {
    if (error instanceof ProblemError) return { value: null, problems: error.problems };
    throw error;
  }
};

const noPage = (record: string, files: readonly TreeFile[]): Problem => ({
  file: files[0]?.path ?? `content/${record}`,
  what: `the folder content/${record} holds no page`,
  why: 'What lies in a folder without index.mdx would never be shown.',
  fix: 'Add index.mdx, or remove the folder.',
});

const twoPages = (one: TreeFile, other: TreeFile): Problem => ({
  file: other.path,
  what: `the same page is written in ${one.path}`,
  why: 'Both would have one address.',
  fix: 'Keep one of the two files.',
});

/** Reads one record from the files that make it up; null where there is no page among them. */
export const readRecord = (
  kind: RecordKind,
  path: string,
  files: readonly TreeFile[],
  memo: ReadMemo,
): Read<ContentRecord | null> => {
  const folder = `content/${path}`;
  const named = (name: string) => files.find((file) => file.path === `${folder}/${name}`);
  const ofCircular = (name: string) => (kind === 'circulars' ? named(name) : undefined);
  const single = files.find((file) => file.path === `${folder}.mdx`);
  const index = named('index.mdx');
  const file = index ?? single;
  if (!file) return { value: null, problems: [noPage(path, files)] };
  const { value: page, problems: ofPage } = readPageOf(kind, file, memo);
  const ofLetters = ofCircular(COVERING_LETTERS);
  const letters = coveringLettersOf(ofLetters, memo);
  const isUnread = ofLetters?.isRefused || letters.problems.length > 0;
  const movements = movementsOf(ofCircular(MOVEMENTS), memo);
  const own = [index, single, ofCircular(COVERING_LETTERS), ofCircular(MOVEMENTS)];
  const value: ContentRecord = {
    kind,
    path,
    ...page,
    unread: new Set<UnreadPart>([
      ...page.unread,
      ...(isUnread ? ['coveringLetters' as const] : []),
    ]),
    folder: index ? folder : null,
    beside: files
      .filter((one) => !own.includes(one))
      .map((one) => ({ ...one, name: one.path.slice(folder.length + 1) })),
    coveringLetters: letters.value,
    movements: movements.value,
  };
  const twice = index && single ? [twoPages(index, single)] : [];
  const problems = [...ofPage, ...letters.problems, ...movements.problems, ...twice];
  return { value, problems };
};
