import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { IndexPointer } from '#core/search/stored-page.ts';
import { requireFinishedBuild } from '#store/portal/build-folder.ts';
import { readPortalBase } from '#store/portal/portal-base.ts';
import { type Command, type CommandIo, EXIT } from '../lib/command.ts';
import { freePort } from '../lib/free-port.ts';
import { type Answer, checksOf, PROBES, type Samples } from './checks.ts';
import { SERVERS, type ServerKind } from './servers.ts';

const SHIPPED = join(import.meta.dirname, '../../docs/hosting');
const START_TRIES = 100;

const firstIn = async (folder: string, form: RegExp): Promise<string> => {
  const found = (await readdir(folder)).sort().find((name) => form.test(name));
  if (found === undefined) throw new Error(`${folder} has no file like ${form}.`);
  return found;
};

const indexPartIn = async (portal: string): Promise<string> => {
  const entry = await readFile(join(portal, 'search-index/index.json'), 'utf8');
  const { folder }: IndexPointer = JSON.parse(entry);
  return `/search-index/${folder}/${await firstIn(join(portal, 'search-index', folder), /\.bin$/)}`;
};

const samplesOf = async (portal: string): Promise<Samples> => {
  const year = await firstIn(join(portal, 'circulars'), /^\d{4}$/);
  const id = await firstIn(join(portal, 'circulars', year), /^(?!page$|index)/);
  return {
    script: `/_astro/${await firstIn(join(portal, '_astro'), /^SearchPage.*\.js$/)}`,
    style: `/_astro/${await firstIn(join(portal, '_astro'), /\.css$/)}`,
    indexPart: await indexPartIn(portal),
    code: await firstIn(join(portal, 'q'), /^(?=.*[A-Z])\w{6}$/),
    page: `/circulars/${year}/${id}/`,
  };
};

/** Copies a portal to where a host with its base has it, by a link as builds make it, and adds files beside a page. */
const layOut = async (dist: string, folder: string, base: string): Promise<void> => {
  const portal = join(folder, 'portals/1');
  await cp(await realpath(dist), portal, { recursive: true });
  const link = join(folder, 'www') + base;
  await mkdir(dirname(link), { recursive: true });
  await symlink(portal, link);
  const { page } = await samplesOf(portal);
  for (const name of Object.values(PROBES).flat()) {
    await writeFile(join(portal, page, name), 'probe '.repeat(300));
  }
};

const ask = (port: number, path: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      const answered = async (): Promise<Answer> => ({
        status: response.statusCode ?? 0,
        headers: response.headers as Answer['headers'],
        body: await buffer(response),
      });
      answered().then(resolve, reject);
    }).on('error', reject);
  });

const untilItAnswers = async (port: number, hasEnded: () => boolean): Promise<void> => {
  for (let attempt = 0; attempt < START_TRIES; attempt++) {
    if (hasEnded()) throw new Error('it ended before it answered; see above');
    if (await ask(port, '/').catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it did not answer within ${START_TRIES / 10} s`);
};

/** Turns a link to another folder, in one step. */
const turn = async (link: string, to: string): Promise<void> => {
  await symlink(to, `${link}.next`);
  await rename(`${link}.next`, link);
};

/** Another portal takes the place of the one that is served, as after a build, and gives it back. */
const faultOfSwap = async (port: number, link: string, portal: string, path: string) => {
  const next = join(dirname(portal), '2');
  await mkdir(next, { recursive: true });
  await writeFile(join(next, 'index.html'), '<!doctype html><title>next</title>');
  await turn(link, next);
  const { body } = await ask(port, path);
  await turn(link, portal);
  return Buffer.from(body).includes('<title>next</title>') ? null : 'the former portal is served';
};

const faultOfRevalidation = async (port: number, path: string): Promise<string | null> => {
  const { headers } = await ask(port, path);
  const { etag = '' } = headers;
  const again = await ask(port, path, { 'if-none-match': etag });
  return again.status === 304 ? null : `status ${again.status} for etag ${etag || '(none)'}`;
};

type Outcome = readonly [promise: string, fault: string | null];

const checkServer = async (kind: ServerKind, folder: string, base: string): Promise<Outcome[]> => {
  const root = join(folder, 'www');
  const portal = join(folder, 'portals/1');
  const samples = await samplesOf(portal);
  const port = await freePort();
  const scratch = join(folder, kind.name);
  await mkdir(scratch);
  const [program, ...args] = await kind.prepare({ shipped: SHIPPED, scratch, root, base, port });
  const env = { ...process.env, HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch };
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let said = '';
  server.stderr.on('data', (part: Buffer) => {
    said += part;
  });
  const ended = once(server, 'exit');
  try {
    await untilItAnswers(port, () => server.exitCode !== null).catch((error: Error) => {
      throw new Error(`${kind.name}: ${error.message}\n${said}`);
    });
    const outcomes: Outcome[] = [];
    for (const { promise, path, request, fault } of checksOf(samples)) {
      const answer = await ask(port, base + path, request);
      outcomes.push([promise, fault(answer, base)]);
    }
    outcomes.push([
      'page that is the same: 304',
      await faultOfRevalidation(port, base + samples.page),
    ]);
    outcomes.push([
      'next portal, in one step',
      await faultOfSwap(port, root + base, portal, `${base}/`),
    ]);
    return outcomes;
  } finally {
    server.kill();
    await ended;
  }
};

const isHere = ({ name }: ServerKind): boolean =>
  spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined;

const tryServers = async (
  kinds: readonly ServerKind[],
  dist: string,
  base: string,
  tell: (kind: ServerKind, outcomes: readonly Outcome[]) => void,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'wian-hosting-'));
  try {
    await layOut(dist, folder, base);
    for (const kind of kinds) tell(kind, await checkServer(kind, folder, base));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const report = (io: CommandIo, name: string, outcomes: readonly Outcome[]): boolean => {
  const wrong = outcomes.filter(([, fault]) => fault !== null);
  io.out(`${name}: ${outcomes.length - wrong.length} of ${outcomes.length} promises held`);
  for (const [promise, fault] of wrong) io.out(`  ${promise}: ${fault}`);
  return wrong.length === 0;
};

/** Tries the configuration files of docs/hosting with the web servers of this machine. */
export const hostingCommand: Command = {
  help: `
npm run -s hosting:try [-- --dist dist] [--list]

Serves a built portal by nginx, Caddy and Apache with the files of docs/hosting, each on a free port of this machine, under
the path for which the portal was built, and checks each thing that these files promise. A server that is not here is named
(Debian: apt-get install nginx caddy apache2). Exit code 1 if anything is not as promised, or no server is here.

  --list                print every promise, held or not
  WIAN_APACHE_MODULES   folder of Apache's modules (default: /usr/lib/apache2/modules)
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dist: { type: 'string', default: 'dist' },
        list: { type: 'boolean', default: false },
      },
    });
    const dist = resolve(io.cwd, values.dist);
    await requireFinishedBuild(dist, `${values.dist}/`);
    const base = await readPortalBase(dist);
    io.out(`A portal built for ${base === '' ? 'the root of a host' : base}.`);
    const here = SERVERS.filter(isHere);
    for (const { name } of SERVERS.filter((kind) => !here.includes(kind))) {
      io.err(`!!! ${name} is not on this machine: not tried.`);
    }
    let isSound = here.length > 0;
    await tryServers(here, dist, base, ({ name }, outcomes) => {
      if (values.list) {
        for (const [promise, fault] of outcomes)
          io.out(`  ${fault === null ? 'held' : 'NOT '} ${promise}`);
      }
      isSound = report(io, name, outcomes) && isSound;
    });
    return isSound ? EXIT.ok : EXIT.failed;
  },
};
