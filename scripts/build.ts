import { join } from 'node:path';
import { build } from 'astro';
import * as pagefind from 'pagefind';
import { type Command, EXIT, runAsProcess } from './lib/command.ts';

const command: Command = {
  help: `
npm run build

Checks the content, builds the portal into dist/ and indexes it for search.
`,
  run: async (_, io) => {
    await build({ root: io.cwd, logLevel: 'warn' });
    const { index, errors } = await pagefind.createIndex();
    if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
    await index.addDirectory({ path: join(io.cwd, 'dist') });
    await index.writeFiles({ outputPath: join(io.cwd, 'dist/pagefind') });
    await pagefind.close();
    io.out('built: dist/');
    return EXIT.ok;
  },
};

process.env.ASTRO_TELEMETRY_DISABLED = '1';
await runAsProcess(command);
