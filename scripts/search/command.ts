import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { IndexReader } from '#core/search/index-reader.ts';
import { doubtOfNumber } from '#core/search/number-doubt.ts';
import { type Result, Searcher, type SearchResponse } from '#core/search/respond.ts';
import { responseUnderBase } from '#core/search/response-under-base.ts';
import { readPortalBase } from '#store/portal/portal-base.ts';
import { INDEX_FOLDER, openIndexFolder } from '#store/search/index-folder.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';

const DEFAULT_LIMIT = 10;

const excerptText = ({ excerpt: { parts, cutBefore, cutAfter } }: Result): string =>
  `${cutBefore ? '…' : ''}${parts.map(({ text }) => text).join('')}${cutAfter ? '…' : ''}`;

const sectionsOf = ({ url, sections }: Result) =>
  sections.map(({ section: { title, id } }) => ({ title, url: `${url}#${id}` }));

/** Opens the index of a built site. */
export const openSearcher = async (folder: string): Promise<Searcher> => {
  const source = await openIndexFolder(join(folder, INDEX_FOLDER));
  return new Searcher(await IndexReader.open(source), source);
};

const numberNotes = ({ numbers, letters }: SearchResponse): string[] => [
  ...letters.map(
    ({ title, url, meta }) =>
      `${doubtOfNumber(meta) ?? meta.number}: ${title} (${meta.force ?? 'no legal force'}) ${url}`,
  ),
  ...numbers.flatMap(({ text, found, written, near }) => {
    if (found && written) return [];
    const nearest = near.length > 0 ? `; ${written ? 'near' : 'with it'}: ${near.join(', ')}` : '';
    return written || near.length > 0
      ? [`${text}: ${found ? '' : 'no such letter number'}${nearest}`]
      : [];
  }),
];

const notes = (response: SearchResponse): string[] => {
  const { text, truncated, corrected, missing, total, full, instead, suggestion } = response;
  return [
    `"${text}"${truncated ? ' (cut: the query was too long)' : ''}: ${full} full, ${total - full} near`,
    ...corrected.map(({ from, to }) => `searched for "${to}" instead of "${from}"`),
    ...(instead === null ? [] : [`showing results for "${instead}" instead`]),
    ...(suggestion === null ? [] : [`near: results for "${suggestion}"`]),
    ...missing.map((word) => `nothing has "${word}"`),
    ...numberNotes(response),
  ];
};

export const searchCommand: Command = {
  help: `
npm run -s search -- "query" [--limit ${DEFAULT_LIMIT}] [--dist dist] [--json]

Asks the index of the built site, in the very way that the browser does. Build it first: npm run build.

  --limit   most results
  --dist    folder of the built site
  --json    [{"url", "title", "score", "full", "excerpt"}], best first; "full" is false for pages that are only near, such
            as those with the numbers nearest to a letter number that is nowhere; "sample" is true where figures are made up;
            "sections" are the parts and rows that answer best, each with "title" and "url"
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        limit: { type: 'string', default: String(DEFAULT_LIMIT) },
        dist: { type: 'string', default: 'dist' },
        json: { type: 'boolean', default: false },
      },
    });
    const [query] = positionals;
    if (query === undefined || positionals.length > 1)
      throw new UsageError('Give one query, in quotation marks.');
    if (!/^[1-9]\d{0,2}$/.test(values.limit))
      throw new UsageError('--limit takes a number from 1 to 999.');
    const searcher = await openSearcher(resolve(io.cwd, values.dist));
    const base = await readPortalBase(resolve(io.cwd, values.dist));
    const found = await searcher.respond(query, { limit: Number(values.limit) });
    const response = responseUnderBase(found, base);
    if (values.json) {
      const rows = response.results.map((result) => ({
        url: result.url,
        title: result.title,
        score: result.score,
        full: result.full,
        excerpt: excerptText(result),
        ...(result.meta.sample ? { sample: true } : {}),
        ...(result.sections.length > 0 ? { sections: sectionsOf(result) } : {}),
      }));
      io.out(JSON.stringify(rows, null, 2));
      return EXIT.ok;
    }
    notes(response).forEach(io.out);
    for (const result of response.results) {
      io.out(
        `\n${result.score.toFixed(3)} ${result.full ? '' : '(near) '}${result.title}${result.meta.sample ? ` [${result.meta.sample}]` : ''}\n      ${result.url}\n      ${excerptText(result)}`,
      );
      for (const { title, url } of sectionsOf(result)) io.out(`      ${title} ${url}`);
    }
    return EXIT.ok;
  },
};
