import { parseArgs } from 'node:util';
import { DEFAULT_SITE_URL } from '#store/settings.ts';
import { type Command, EXIT, runAsProcess } from './lib/command.ts';
import { buildPortal } from './portal/build-portal.ts';

const command: Command = {
  help: `
npm run build

Checks the content, builds the portal into dist/ and indexes it for search. When anything fails, or it is
interrupted, dist/ stays as it was.

  WIAN_SITE_URL   address at which the portal will stand; feeds, QR codes and canonical links begin with it
                  (default: ${DEFAULT_SITE_URL})
  WIAN_AS_OF      day (YYYY-MM-DD) by which notices and deadlines are told as past or coming (default: today)
`,
  run: async (args, io) => {
    parseArgs({ args: [...args], options: {} });
    const { pages } = await buildPortal(io);
    io.out(`Built dist/: ${pages} pages.`);
    if (!io.env.WIAN_SITE_URL) {
      io.out(`WIAN_SITE_URL is not set: feeds and QR codes lead to ${DEFAULT_SITE_URL}.`);
    }
    return EXIT.ok;
  },
};

await runAsProcess(command);
