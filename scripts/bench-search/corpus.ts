import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
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

const readLines = async <T>(file: string, schema: z.ZodType<T>): Promise<T[]> => {
  const rows: T[] = [];
  const problems: Problem[] = [];
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line++;
    if (text.trim() === '') continue;
    try {
      rows.push(schema.parse(JSON.parse(text)));
    } catch (error) {
      const what =
        error instanceof z.ZodError
          ? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
          : String(error instanceof Error ? error.message : error);
      problems.push({ file, line, what, mend: 'give one JSON object a line, as --help shows' });
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  if (rows.length === 0)
    throw new ProblemError([
      { file, what: 'the file has no line', mend: 'give one JSON object a line' },
    ]);
  return rows;
};

/** Documents of a corpus, one JSON object a line: {id, title, text}. */
export const readDocuments = (file: string): Promise<CorpusDocument[]> =>
  readLines(file, corpusDocument);

/** Queries, one JSON object a line: {id, q, gold: [ids of documents], type}. */
export const readQueries = (file: string): Promise<CorpusQuery[]> => readLines(file, corpusQuery);
