import type { z } from 'zod';
import { type Problem, ProblemError } from '#core/problem.ts';
import { DOCUMENT_SCHEMAS, type DocumentKind } from '#schema/document.ts';
import { validate } from '#schema/issue-problem.ts';
import { readListedText } from '#store/files/content-file.ts';
import { dataOrProblems, readPage } from './page-file.ts';
import { listDocuments, type RecordFile } from './record-files.ts';

/** The front matter of a page besides the circulars. */
export type DocumentData = z.infer<(typeof DOCUMENT_SCHEMAS)[DocumentKind]>;

/** A page besides the circulars, as commands read it. */
export interface ReadDocument {
  readonly kind: DocumentKind;
  /** Its slug. */
  readonly id: string;
  readonly data: DocumentData;
}

const readOne = async (
  root: string,
  kind: DocumentKind,
  { id, page }: RecordFile,
): Promise<ReadDocument> => {
  const text = readListedText(root, page);
  const { data, problems } = validate(
    DOCUMENT_SCHEMAS[kind],
    dataOrProblems(readPage(text ?? '', page).frontMatter),
  );
  if (problems.length === 0) return { kind, id, data: data as DocumentData };
  throw new ProblemError(
    problems.map(({ path, ...said }): Problem => ({ file: page, field: path.join('.'), ...said })),
  );
};

/** Every page of the project at `root` besides the circulars, drafts left out; throws what its schema refuses. */
export const readDocuments = async (root: string): Promise<ReadDocument[]> => {
  const kinds = Object.keys(DOCUMENT_SCHEMAS) as DocumentKind[];
  const read = await Promise.all(
    kinds.map(async (kind) =>
      Promise.all((await listDocuments(root, kind)).map((file) => readOne(root, kind, file))),
    ),
  );
  return read.flat().filter(({ data }) => !data.draft);
};
