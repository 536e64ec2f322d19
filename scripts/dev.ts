import { dev } from 'astro';
import { type Command, EXIT, runAsProcess } from './lib/command.ts';

const command: Command = {
  help: `
npm run dev [-- --port N]

Serves the portal from its sources, drafts included, and follows every change. Stop it with Ctrl+C.
`,
  run: async (args, io) => {
    const at = args.indexOf('--port');
    const port = at < 0 ? 4321 : Number(args[at + 1]);
    await dev({ root: io.cwd, server: { host: '127.0.0.1', port } });
    return EXIT.ok;
  },
};

process.env.ASTRO_TELEMETRY_DISABLED = '1';
await runAsProcess(command);
