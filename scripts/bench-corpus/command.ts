import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocuments, readQueries } from '../bench-search/corpus.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { seededRandom } from '../lib/random.ts';
import { letterCorpus } from './letters.ts';
import { padCorpus } from './padding.ts';
import { paraphrase } from './paraphrase.ts';
import { textQueries } from './text-queries.ts';

const numberOf = (name: string, text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`--${name} takes a whole number.`);
  return Number(text);
};

const lines = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

export const benchCorpus: Command = {
  help: `
npm run bench:corpus -- --docs docs.jsonl --out folder [options]

Makes a corpus for npm run bench:search out of another one, the same for the same seed: docs.jsonl, and queries in two
halves by chance, tune.jsonl and test.jsonl: what is tuned on one half is to be reported from the other.

  --docs       documents to begin with
  --queries    queries to begin with; every question comes once more in other words
  --padding    documents whose clauses make the padding (default: those of --docs)
  --pages      pages of the corpus (default 10000); padding makes them up
  --length     characters of a page of padding (default 700); shorter documents grow to it
  --letters    made-up letters in it, with queries by number, date, subject and mixtures of them (default 0)
  --each       queries of each made kind (default 100)
  --seed       (default 1)
  --dry-run    count, write nothing
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        docs: { type: 'string' },
        queries: { type: 'string' },
        padding: { type: 'string' },
        out: { type: 'string' },
        pages: { type: 'string', default: '10000' },
        length: { type: 'string', default: '700' },
        letters: { type: 'string', default: '0' },
        each: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    if (!values.docs || !values.out) throw new UsageError('Give --docs and --out.');
    const random = seededRandom(numberOf('seed', values.seed));
    const each = numberOf('each', values.each);
    const read = (file: string) => readDocuments(resolve(io.cwd, file));
    const own = await read(values.docs);
    const given = values.queries ? await readQueries(resolve(io.cwd, values.queries)) : [];
    const made = letterCorpus(numberOf('letters', values.letters), each, random);
    const documents = padCorpus(
      [...made.documents, ...own],
      values.padding ? await read(values.padding) : own,
      { pages: numberOf('pages', values.pages), length: numberOf('length', values.length) },
      random,
    );
    const questions = given.filter(({ type }) => type === 'question');
    const queries = [
      ...given,
      ...questions.map((query) => paraphrase(query, random)),
      ...made.queries,
      ...textQueries(documents, each, random),
    ];
    const tune = queries.filter(() => random.chance(0.5));
    const chosen = new Set(tune);
    const test = queries.filter((query) => !chosen.has(query));
    const folder = resolve(io.cwd, values.out);
    if (!values['dry-run']) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'docs.jsonl'), lines(documents));
      await writeFile(join(folder, 'tune.jsonl'), lines(tune));
      await writeFile(join(folder, 'test.jsonl'), lines(test));
    }
    io.out(
      `${documents.length} documents, ${tune.length} queries to tune on, ${test.length} to report${values['dry-run'] ? '; nothing written' : ` in ${folder}`}`,
    );
    return EXIT.ok;
  },
};
