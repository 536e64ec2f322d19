import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { bm25Engine } from './bm25-engine.ts';
import {
  type CorpusDocument,
  type CorpusQuery,
  corpusDoubts,
  readDocuments,
  readQueries,
} from './corpus.ts';
import type { Engine } from './engine.ts';
import { type BuildCost, type Measures, measureAll } from './measures.ts';
import { pagefindEngine } from './pagefind-engine.ts';
import { wianEngine } from './wian-engine.ts';

const ENGINES: Readonly<Record<string, Engine>> = {
  wian: wianEngine,
  pagefind: pagefindEngine,
  bm25: bm25Engine,
};

/** The figures of one engine on one corpus. */
interface Report extends BuildCost {
  readonly engine: string;
  readonly documents: number;
  /** Of this process up to the end of the measurement, engines before it included; Pagefind's own process is not in it. */
  readonly peakMemoryBytes: number;
  readonly all: Measures;
  readonly types: Readonly<Record<string, Measures>>;
}

const bench = async (
  name: string,
  documents: readonly CorpusDocument[],
  queries: readonly CorpusQuery[],
): Promise<Report> => {
  const folder = await mkdtemp(join(tmpdir(), 'wian-bench-search-'));
  try {
    const index = await (ENGINES[name] as Engine).build(documents, join(folder, 'index'));
    const judged = [];
    for (const query of queries) judged.push({ query, ...(await index.query(query.q)) });
    await index.close?.();
    const { indexBytes, oneOffBytes, buildSeconds } = index.cost;
    return {
      engine: name,
      documents: documents.length,
      indexBytes,
      oneOffBytes,
      buildSeconds: Number(buildSeconds.toFixed(2)),
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
      ...measureAll(judged),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const line = (name: string, measures: Measures): string =>
  [
    name.padEnd(24),
    String(measures.n).padStart(6),
    ...(['recall@10', 'mrr@10', 'success@10', 'zero'] as const).map((key) =>
      measures[key].toFixed(3).padStart(10),
    ),
    ...[measures.bytesMedian, measures.bytesP90].map((bytes) =>
      `${(bytes / 1000).toFixed(0)} kB`.padStart(9),
    ),
    ...[measures.msP50, measures.msP95].map((ms) => `${ms.toFixed(1)} ms`.padStart(10)),
  ].join(' ');

const table = (report: Report): string[] => [
  `${report.engine}: ${report.documents} documents, index ${(report.indexBytes / 1e6).toFixed(2)} MB, one-off ${(report.oneOffBytes / 1000).toFixed(0)} kB, ` +
    `build ${report.buildSeconds} s, peak memory ${(report.peakMemoryBytes / 1e6).toFixed(0)} MB`,
  `${'type'.padEnd(24)}      n  recall@10     mrr@10 success@10       zero bytes p50       p90     ms p50        p95`,
  line('all', report.all),
  ...Object.entries(report.types).map(([type, measures]) => line(type, measures)),
];

/** The engines asked for, in the order of {@link ENGINES}; several by commas. */
const enginesOf = (asked: string): string[] => {
  const names = asked === 'all' ? Object.keys(ENGINES) : asked.split(',');
  const unknown = names.find((name) => !ENGINES[name]);
  if (unknown !== undefined)
    throw new UsageError(
      `No engine "${unknown}": there are ${Object.keys(ENGINES).join(', ')}, and all.`,
    );
  return Object.keys(ENGINES).filter((name) => names.includes(name));
};

export const benchSearch: Command = {
  help: `
npm run -s bench:search -- --docs docs.jsonl --queries queries.jsonl [--engine wian|pagefind|bm25|all] [--json]

Indexes a corpus just as the site is indexed, runs queries through the code that the browser runs, and prints how well
and at what cost. Every query begins cold: bytes are those of index files fetched for it, compressed; what is fetched
once (lexicon and directory of the index, code) is counted as one-off.

  --docs      one JSON object a line: {"id", "title", "text"}
  --queries   one JSON object a line: {"id", "q", "gold": [ids], "type"}
  --engine    wian (default); pagefind: Pagefind as it comes; bm25: BM25 over ICU words, as on a server; several by
              commas, or all: this project's first, its anchors behind it
  --json      JSON instead of tables: an object, or a list of objects where several engines are asked for
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        docs: { type: 'string' },
        queries: { type: 'string' },
        engine: { type: 'string', default: 'wian' },
        json: { type: 'boolean', default: false },
      },
    });
    if (!values.docs || !values.queries) throw new UsageError('Give --docs and --queries.');
    const engines = enginesOf(values.engine);
    const documents = await readDocuments(resolve(io.cwd, values.docs));
    const queries = await readQueries(resolve(io.cwd, values.queries));
    for (const doubt of corpusDoubts(documents, queries)) io.err(`Doubtful: ${doubt}.`);
    const reports: Report[] = [];
    for (const engine of engines) {
      const report = await bench(engine, documents, queries);
      reports.push(report);
      if (!values.json) [...(reports.length > 1 ? [''] : []), ...table(report)].forEach(io.out);
    }
    if (values.json)
      io.out(JSON.stringify(values.engine === engines[0] ? reports[0] : reports, null, 2));
    return EXIT.ok;
  },
};
