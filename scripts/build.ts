import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printChanges } from '#core/portal-changes/changes.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import { changesBetween, readPendingChanges } from '#store/portal/portal-changes.ts';
import { PORTALS_FOLDER } from '#store/portal/portal-folders.ts';
import { DEFAULT_SITE_URL } from '#store/settings.ts';
import { type Command, type CommandIo, EXIT, runAsProcess } from './lib/command.ts';
import { type BeforeServing, buildPortal } from './portal/build-portal.ts';

const isServedByLink = async (dist: string): Promise<boolean> =>
  (await lstat(dist)).isSymbolicLink();

/** Writes the list before the portal is served, so that no change is ever missing from it. */
const listChanges = (file: string, io: CommandIo): BeforeServing => {
  const path = resolve(io.cwd, file);
  const pending = readPendingChanges(path, file);
  return async (former, next) => {
    const changes = await changesBetween(former, next, pending);
    replaceFile(path, printChanges(changes));
    const count = (action: string) => changes.filter((change) => change.action === action).length;
    io.out(
      `${file}: ${count('add')} added, ${count('change')} changed, ${count('remove')} removed${pending.length > 0 ? ', with those of the list that was there' : ''}.`,
    );
  };
};

const command: Command = {
  help: `
npm run build [-- --changes FILE]

Checks the content, builds the portal and indexes it for search. dist/ is a link to the folder of the portal in
${PORTALS_FOLDER}/, and is changed in one step at the end: when anything fails, or the build is interrupted, it stays as it
was. See docs/serving.md.

  --changes FILE  write what differs from the portal before as JSON Lines, in the order in which a host is to be
                  brought up to date (docs/operations.md). A FILE that is still there counts as not uploaded: the new
                  list includes its changes. Remove it when the upload has succeeded

  WIAN_SITE_URL   address at which the portal will stand, with its path if it has one (https://www.example.go.th/wian);
                  every address in it begins with it (default: ${DEFAULT_SITE_URL})
  WIAN_AS_OF      day (YYYY-MM-DD) by which notices and deadlines count as past or coming (default: today)
  WIAN_LANG       language of the frame, th or en (default: th); where it is set to th, refusals are in Thai too
  WIAN_STOCK      1 has Astro make all pages itself, which takes longer (docs/decisions/2-page-writing.md)
`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { changes: { type: 'string' } } });
    const { pages } = await buildPortal(
      io,
      values.changes === undefined ? undefined : listChanges(values.changes, io),
    );
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
