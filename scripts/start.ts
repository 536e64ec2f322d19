import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireFinishedBuild } from '#store/portal/build-folder.ts';
import { LOOPBACK, listenOnLoopback } from '#store/portal/listen.ts';
import { readPortalBase } from '#store/portal/portal-base.ts';
import { createStaticServer, type Served } from '#store/portal/static-server.ts';
import { type Command, type CommandIo, EXIT, runAsProcess } from './lib/command.ts';
import { buildPortal } from './portal/build-portal.ts';
import { askedPort } from './portal/ports.ts';

const prepare = async (io: CommandIo, url: string, noBuild: boolean): Promise<string> => {
  const dist = join(io.cwd, 'dist');
  if (noBuild) {
    await requireFinishedBuild(dist, 'dist/');
    return dist;
  }
  // A portal that is only tried out is used where it is served.
  await buildPortal({ ...io, env: { ...io.env, WIAN_SITE_URL: io.env.WIAN_SITE_URL || url } });
  return dist;
};

const command: Command = {
  help: `
npm start [-- --port N] [--no-build]

Checks the content, builds the portal, indexes it for search, and serves it to this machine alone. Stop it with
Ctrl+C. A portal that was built for an address with a path (WIAN_SITE_URL) is served under that path, to which the root
of the server leads.

  --port N     port to serve on (also: PORT=N); without it the first free one from 4321 on
  --no-build   serve what dist/ already holds
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, 'no-build': { type: 'boolean', default: false } },
    });
    const served: Served = { folder: null };
    const server = createStaticServer(served, (fault) => io.err(`serving: ${fault.message}`));
    // The port is taken first: to hear after a long build that it is busy would be a waste.
    const port = await listenOnLoopback(server, askedPort(values.port, io.env));
    const url = `http://${LOOPBACK}:${port}`;
    try {
      served.folder = await prepare(io, url, values['no-build']);
    } catch (error) {
      server.close();
      throw error;
    }
    const base = await readPortalBase(served.folder);
    io.out(`Wian is at ${url}${base}/ (Ctrl+C ends it)`);
    await once(server, 'close');
    return EXIT.ok;
  },
};

await runAsProcess(command);
