import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser, isExecutable } from '../../browser/find-browser.ts';
import { unpackBrowser } from '../../browser/packaged-browser.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../../lib/command.ts';
import { type LossyServer, openLossyServer } from './lossy-server.ts';
import { aCircularOf, type BuiltPortal, withPortals } from './portals.ts';
import { measureStickOf, stickInWords } from './stick.ts';
import { inWords, type Measured, ratiosOf, summaryOf } from './summary.ts';
import { LINE, measureVisits } from './visits.ts';

const LOSS = { share: 0.02, delay: LINE.latency };
const QUERY = 'รหัสผ่าน';

const HELP = `
npm run -s bench:offline -- [--circulars N] [--against REV] [--query TEXT] [--runs N] [--stick] [--json]
npm run -s bench:offline -- --portal FOLDER [--portal FOLDER] ...

Builds the portal in a temporary copy and visits it in a real Chromium on a slow line, each kind of visit first with an empty
cache, then with what that left there, then with the service worker that was let in: a circular, the search page at the
address of a search, and typing into the box of the home page. Tells when the page is painted and readable, when the first
result is shown (from the first key, where one types), requests, and bytes of bodies as they were sent.

The line has 20 kB a second and 400 ms to an answer, which DevTools emulates. DevTools loses no packets of HTTP: the server
holds up 2 % of the packets of 1,460 bytes for 400 ms each, chosen by the number of the run. Service workers are blocked but
in the third visit, where the server slows the line down, as the emulation does not reach what they ask for. Nobody rounds a
visit up: seconds depend on the machine where it is busy.

  --circulars N    made-up circulars besides those of the content (default 0)
  --against REV    another revision beside it (a git worktree, removed afterwards), in turns
  --portal FOLDER  a built portal, in place of building; up to two, in turns
  --query TEXT     what is sought (default ${QUERY})
  --runs N         how often each is visited (default 3): the median and the worst are printed; 0 to visit nothing
  --stick          copies the portal (the first one) to a stick as well, in a temporary folder, and asks its search
                   from the files: seconds, of those of the build, bytes, and milliseconds to an answer
  --json           one JSON object
`;

const whole = (name: string, given: string, least: number): number => {
  const number = Number(given);
  if (Number.isInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} ${given}: give a whole number from ${least} on.`);
};

const startBrowser = async (root: string): Promise<Browser> => {
  const { env, platform, arch } = process;
  const unpack = () => unpackBrowser(join(root, '.cache'));
  const found = await findBrowser({ env, platform, arch, isExecutable, unpack });
  return chromium.launch({
    executablePath: found.executablePath,
    env: { ...(env as Record<string, string>), ...found.env },
    // The sandbox needs rights that containers and root do not give; only our own pages are opened.
    args: ['--no-sandbox'],
  });
};

interface Wanted {
  readonly query: string;
  readonly runs: number;
  readonly stick: boolean;
}

const measureLines = async (
  browser: Browser,
  portals: readonly BuiltPortal[],
  { query, runs }: Wanted,
): Promise<Measured[]> => {
  const servers: LossyServer[] = [];
  try {
    for (const { folder } of portals) servers.push(await openLossyServer(folder, LOSS));
    const circular = await aCircularOf((portals[0] as BuiltPortal).folder);
    const measured = portals.map(({ name }): Measured => ({ name, runs: [] }));
    for (let run = 1; run <= runs; run++) {
      for (const [at, server] of servers.entries()) {
        measured[at]?.runs.push(await measureVisits(browser, server, { circular, query }, run));
      }
    }
    return measured;
  } finally {
    for (const server of servers) server.close();
  }
};

const measureAll = async (portals: readonly BuiltPortal[], wanted: Wanted, io: CommandIo) => {
  const browser = await startBrowser(io.cwd);
  const own = portals[0] as BuiltPortal;
  try {
    const measured = wanted.runs > 0 ? await measureLines(browser, portals, wanted) : [];
    const stick = wanted.stick ? await measureStickOf(browser, own, wanted.query) : null;
    return { summaries: measured.map(summaryOf), stick, own };
  } finally {
    await browser.close();
  }
};

export const benchOffline: Command = {
  help: HELP,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        circulars: { type: 'string', default: '0' },
        against: { type: 'string' },
        portal: { type: 'string', multiple: true, default: [] },
        query: { type: 'string', default: QUERY },
        runs: { type: 'string', default: '3' },
        stick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const wanted = {
      query: values.query,
      runs: whole('runs', values.runs, values.stick ? 0 : 1),
      stick: values.stick,
    };
    const circulars = whole('circulars', values.circulars, 0);
    if (values.portal.length > 2) throw new UsageError('--portal: give two portals at most.');
    if (values.portal.length > 0 && (circulars > 0 || values.against !== undefined))
      throw new UsageError('--portal measures what is built; leave --circulars and --against out.');
    const measure = (portals: readonly BuiltPortal[]) => measureAll(portals, wanted, io);
    const built = values.portal.map(
      (folder): BuiltPortal => ({
        name: folder,
        folder: resolve(io.cwd, folder),
        buildSeconds: null,
      }),
    );
    const { summaries, stick, own } =
      built.length > 0
        ? await measure(built)
        : await withPortals({ root: io.cwd, circulars, against: values.against }, measure);
    const ratios = ratiosOf(summaries);
    const machine = { node: process.version, cores: availableParallelism() };
    const line = { ...LINE, loss: LOSS.share };
    io.out(
      values.json
        ? JSON.stringify({
            line,
            circulars,
            query: values.query,
            portals: summaries,
            ratios,
            stick,
            ...machine,
          })
        : [inWords(summaries, ratios), ...(stick ? [stickInWords(own, stick)] : [])]
            .filter(Boolean)
            .join('\n'),
    );
    return EXIT.ok;
  },
};
