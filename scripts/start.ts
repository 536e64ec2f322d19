import { preview } from 'astro';
import { type Command, EXIT, runAsProcess } from './lib/command.ts';

const command: Command = {
  help: `
npm start

Builds the portal and serves it on this machine.
`,
  run: async (_, io) => {
    await import('./build.ts');
    const server = await preview({ root: io.cwd, server: { host: '127.0.0.1' } });
    io.out(`Wian: http://127.0.0.1:${server.port}/`);
    await server.closed();
    return EXIT.ok;
  },
};

process.env.ASTRO_TELEMETRY_DISABLED = '1';
await runAsProcess(command);
