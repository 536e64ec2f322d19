import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Problem, ProblemError } from '#core/problem.ts';

const corpusDocument = z.object({
  id: z.string().min(1),
  title: z.string().default(''),
  text: z.string(),
});
const corpusQuery = z.object({
  id: z.string(),
  q: z.string(),
  gold: z.array(z.string()).min(1),
  type: z.string().min(1).default('query'),
});

export type CorpusDocument = z.infer<typeof corpusDocument>;
export type CorpusQuery = z.infer<typeof corpusQuery>;

const linesOf = async (file: string): Promise<string[]> => {
  try {
    return (await readFile(file, 'utf8')).split(/\r?\n/);
  } catch (error) {
    const what = `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new ProblemError([{ file, what, fix: 'give the path of a readable file' }]);
  }
};

const readLines = async <T>(file: string, schema: z.ZodType<T>): Promise<T[]> => {
  const rows: T[] = [];
  const problems: Problem[] = [];
  for (const [index, text] of (await linesOf(file)).entries()) {
    const line = index + 1;
    if (text.trim() === '') continue;
    try {
      rows.push(schema.parse(JSON.parse(text)));
    } catch (error) {
      const what =
        error instanceof z.ZodError
          ? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
          : String(error instanceof Error ? error.message : error);
      problems.push({ file, line, what, fix: 'give one JSON object a line, as --help shows' });
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  if (rows.length === 0)
    throw new ProblemError([
      { file, what: 'the file has no line', fix: 'give one JSON object a line' },
    ]);
  return rows;
};

/**
 * What is odd about a corpus that can be measured all the same: documents of one id, and gold that is no document, which
 * no engine can find.
 */
export const corpusDoubts = (
  documents: readonly CorpusDocument[],
  queries: readonly CorpusQuery[],
): string[] => {
  const ids = new Set(documents.map(({ id }) => id));
  const twice = documents.length - ids.size;
  const lost = queries.filter(({ gold }) => gold.some((id) => !ids.has(id)));
  return [
    ...(twice > 0 ? [`${twice} documents have the id of another one`] : []),
    ...(lost.length > 0
      ? [
          `${lost.length} of ${queries.length} queries have gold that is no document, such as query "${lost[0]?.id}"`,
        ]
      : []),
  ];
};

/** Documents of a corpus, one JSON object a line: {id, title, text}. */
export const readDocuments = (file: string): Promise<CorpusDocument[]> =>
  readLines(file, corpusDocument);

/** Queries, one JSON object a line: {id, q, gold: [ids of documents], type}. */
export const readQueries = (file: string): Promise<CorpusQuery[]> => readLines(file, corpusQuery);
