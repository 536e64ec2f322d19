import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { readSite, type SiteToIndex } from './read-site.ts';
import { requireReplaceable, writeBundle } from './write-bundle.ts';

const BUNDLE = 'pagefind';

const skippedLines = ({ skipped, hasBodies }: SiteToIndex): string[] => [
  ...(hasBodies ? [] : ['No page has data-pagefind-body: all text of each page is indexed.']),
  ...(skipped.unmarked > 0
    ? [`${skipped.unmarked} pages without data-pagefind-body are left out, as others have it.`]
    : []),
  ...(skipped.pieces > 0 ? [`${skipped.pieces} files without <html> are left out.`] : []),
  ...(skipped.empty > 0 ? [`${skipped.empty} pages without text and title are left out.`] : []),
];

export const searchIndexCommand: Command = {
  help: `
npm run -s search-index -- DIR [--out DIR/${BUNDLE}] [--dry-run] [--json]

Gives a built site of any make (Starlight, Docusaurus, Hugo ...) the search of Wian: reads the HTML in DIR with its
data-pagefind-* marks, as Pagefind documents them, and writes ${BUNDLE}/ with an index for each language, the scripts that
search it under Pagefind's names, and Pagefind's own interfaces. Clients of Pagefind then work unchanged. Run it behind
the site's own build; a search that lies there is replaced, whole or not at all. See docs/search.md.

  --out       folder of the search (default: DIR/${BUNDLE})
  --dry-run   read and count, write nothing
  --json      {"site", "out", "written", "pages", "languages": {"th": {"pages", "indexBytes", "pageBytes", "startBytes"}},
              "skipped": {"unmarked", "pieces", "empty"}}; without the bytes with --dry-run
`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [given] = positionals;
    if (given === undefined || positionals.length > 1)
      throw new UsageError('Give the folder of one built site.');
    const site = resolve(io.cwd, given);
    const out = values.out === undefined ? join(site, BUNDLE) : resolve(io.cwd, values.out);
    if (out === site || site.startsWith(`${out}/`))
      throw new UsageError('--out would replace the site itself: give another folder.');
    const read = await readSite(site, out);
    await requireReplaceable(out);
    const isWritten = !values['dry-run'];
    const reports = isWritten ? await writeBundle(read, out) : null;
    const languages = [...read.languages].sort(([a], [b]) => (a < b ? -1 : 1));
    const pages = languages.reduce((sum, [, documents]) => sum + documents.length, 0);
    if (values.json) {
      const rows = languages.map(([language, documents]) => {
        const { indexBytes, pageBytes, startBytes } = reports?.get(language) ?? {};
        return [language, { pages: documents.length, indexBytes, pageBytes, startBytes }];
      });
      const { skipped } = read;
      const report = {
        site,
        out,
        written: isWritten,
        pages,
        languages: Object.fromEntries(rows),
        skipped,
      };
      io.out(JSON.stringify(report, null, 2));
      return EXIT.ok;
    }
    for (const [language, documents] of languages) {
      const bytes = reports?.get(language);
      const size = bytes ? `, ${((bytes.indexBytes + bytes.pageBytes) / 1000).toFixed(0)} kB` : '';
      io.out(`${language}: ${documents.length} pages${size}`);
    }
    skippedLines(read).forEach(io.out);
    io.out(isWritten ? `Wrote ${out}.` : `Would write ${out}; nothing is written.`);
    return EXIT.ok;
  },
};
