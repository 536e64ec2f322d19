import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ProblemError } from '#core/problem.ts';
import { FIGURE_TABLES, figureFiles } from '#store/figures/parquet-tables.ts';
import { readFigures } from '#store/figures/read-figures.ts';
import { beginExport, requireExportFolder } from '#store/parquet/export-folder.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';

/** `npm run figures -- export` */
export const exportFigures: Command = {
  help: `
npm run figures -- export --parquet DIR [--dry-run] [--json]

Writes grants, finance and the authorities as Parquet, hive-partitioned by province and fiscal year:
DIR/finance/province=p50/year=2569/part.parquet, DIR/grants/..., DIR/offices/offices.parquet. Amounts are DECIMAL(18,2), in baht.
Made-up rows say so in the column "sample". docs/parquet.md shows the SQL by which DuckDB, Trino, Spark or ClickHouse reads them.

  --parquet  the folder: a new or empty one, or one that an export wrote, whose tables are replaced
  --dry-run  says what would be written
  --json     prints {folder, files, written}

  npm run figures -- export --parquet /srv/wian
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        parquet: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const name = values.parquet;
    if (name === undefined) throw new UsageError('Where to? Give --parquet DIR.');
    const folder = resolve(io.cwd, name);
    requireExportFolder(folder, name);
    const registry = await readRegistry(io.cwd);
    const figures = readFigures(io.cwd, registry);
    // Rows with a fault are left out of the figures, and would be missing from every sum without a word.
    if (figures.problems.length > 0) throw new ProblemError(figures.problems);
    const files = figureFiles(registry, figures);
    const isDryRun = values['dry-run'];
    if (!isDryRun) {
      const target = beginExport(folder, FIGURE_TABLES);
      for (const { path, bytes } of files) target.write(path, bytes());
    }
    if (values.json) {
      const paths = files.map(({ path, rows }) => ({ path, rows }));
      io.out(JSON.stringify({ folder: name, files: paths, written: !isDryRun }, null, 2));
    } else io.out(`${name}: ${files.length} files ${isDryRun ? 'would be ' : ''}written`);
    return EXIT.ok;
  },
};
