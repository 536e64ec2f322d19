import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PORTALS_FOLDER } from '#store/portal/portal-folders.ts';
import { DEFAULT_SITE_URL } from '#store/settings.ts';
import { type Command, EXIT, runAsProcess } from './lib/command.ts';
import { buildPortal } from './portal/build-portal.ts';

const isServedByLink = async (dist: string): Promise<boolean> =>
  (await lstat(dist)).isSymbolicLink();

const command: Command = {
  help: `
npm run build

Checks the content, builds the portal and indexes it for search. dist/ is a link to the folder of the portal in
${PORTALS_FOLDER}/, and is changed in one step at the end: when anything fails, or the build is interrupted, it stays as it
was. See docs/serving.md.

  WIAN_SITE_URL   address at which the portal will stand, with its path if it has one (https://www.example.go.th/wian);
                  every address in it begins with it (default: ${DEFAULT_SITE_URL})
  WIAN_AS_OF      day (YYYY-MM-DD) by which notices and deadlines are told as past or coming (default: today)
`,
  run: async (args, io) => {
    parseArgs({ args: [...args], options: {} });
    const { pages } = await buildPortal(io);
    io.out(`Built dist/: ${pages} pages.`);
    if (!(await isServedByLink(join(io.cwd, 'dist')))) {
      io.out(
        'No links between folders can be made here: dist/ is away for a moment in each build.',
      );
    }
    if (!io.env.WIAN_SITE_URL) {
      io.out(`WIAN_SITE_URL is not set: feeds and QR codes lead to ${DEFAULT_SITE_URL}.`);
    }
    return EXIT.ok;
  },
};

await runAsProcess(command);
