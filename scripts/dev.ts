import { parseArgs } from 'node:util';
import { LOOPBACK } from '#store/portal/listen.ts';
import { readSettings } from '#store/settings.ts';
import { type Command, EXIT, runAsProcess } from './lib/command.ts';
import { prepareForAstro } from './portal/astro-env.ts';
import { askedPort } from './portal/ports.ts';

const command: Command = {
  help: `
npm run dev [-- --port N]

Serves the portal from its sources, drafts included, and follows every change. Search needs a built portal: use
npm start for that. Stop it with Ctrl+C.

  --port N   port to serve on (also: PORT=N); a busy one gives way to the next (default: 4321)
`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } } });
    // Astro would end in a stack where a setting is refused.
    readSettings(io.env, io.today);
    prepareForAstro(process.env, 'development');
    const { dev } = await import('astro');
    const port = askedPort(values.port, io.env) ?? 4321;
    await dev({ root: io.cwd, server: { host: LOOPBACK, port } });
    return EXIT.ok;
  },
};

await runAsProcess(command);
