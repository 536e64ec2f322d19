import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BOARD_SECTIONS } from '#core/board/post.ts';
import { SYSTEMS } from '#core/system.ts';
import { type DatabasePlace, type DeskDatabase, openDeskDatabase } from '#store/desk/database.ts';
import { readPortalBase } from '#store/portal/portal-base.ts';
import { freePort } from '../../lib/free-port.ts';
import type { Random } from '../../lib/random.ts';
import { emailOf, fillDesk, PASSWORD } from './fill-desk.ts';
import type { Answered, Client, Wanted } from './load.ts';
import type { BoardSize } from './made-up-board.ts';
import { type Running, startServer } from './running.ts';

/** A desk with a made-up board, in a process of its own. */
export interface OurDesk extends Running {
  readonly place: DatabasePlace;
  /** The folder that it works in. */
  readonly folder: string;
  /** Path of the portal. */
  readonly base: string;
  /** Path of the board. */
  readonly board: string;
  readonly remove: () => void;
}

/** What `npm run desk` hands to Node, from another folder. */
const deskArguments = (root: string): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [program, ...args] = scripts.desk.split(' ') as string[];
  if (program !== 'node') throw new Error('npm run desk does not begin with node.');
  return args.map((one) => (/^(?:\.\/)?scripts\//.test(one) ? join(root, one) : one));
};

/** What a benchmark puts into a new folder and its empty database before the desk starts there. */
export interface Filling {
  readonly postgresUrl: string | null;
  readonly fill: (folder: string, database: DeskDatabase) => Promise<void>;
}

/** Fills a new folder and an empty database, and starts `npm run desk` on them beside the built portal of the project at `root`. */
export const startDeskWith = async (
  root: string,
  { postgresUrl, fill }: Filling,
): Promise<OurDesk> => {
  const folder = mkdtempSync(join(tmpdir(), 'wian-bench-desk-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const dist = realpathSync(join(root, 'dist'));
    symlinkSync(dist, join(folder, 'dist'), 'dir');
    const place: DatabasePlace = postgresUrl
      ? { kind: 'postgres', url: postgresUrl }
      : { kind: 'sqlite', file: join(folder, '.data/desk.sqlite') };
    const database = await openDeskDatabase(place);
    try {
      await fill(folder, database);
    } finally {
      await database.close();
    }
    const PORT = String(await freePort());
    const base = await readPortalBase(dist);
    const origin = `http://127.0.0.1:${PORT}`;
    const running = await startServer({
      args: deskArguments(root),
      cwd: folder,
      env: {
        HOST: '127.0.0.1',
        PORT,
        WIAN_SITE_URL: `${origin}${base}`,
        DATABASE_URL: postgresUrl ?? '',
        // Each writer has an address, as readers do who come over a proxy.
        DESK_PROXY: '1',
        // The folder has no sources to build from; a desk begins no build by itself while more is recorded.
        DESK_BUILD_MINUTES: '0',
        SMTP_URL: '',
      },
      origin,
      first: `${base}/board/`,
    });
    return { ...running, place, folder, base, board: `${base}/board`, remove };
  } catch (error) {
    remove();
    throw error;
  }
};

/** Starts a desk with a made-up board. */
export const startOurDesk = (
  root: string,
  postgresUrl: string | null,
  size: BoardSize,
  seed: number,
): Promise<OurDesk> =>
  startDeskWith(root, { postgresUrl, fill: (_, database) => fillDesk(database, size, seed) });

/** A page of a list as readers ask for it: the first one mostly, of a section or system, or what nobody answered. */
export const aList = (board: string, random: Random): Wanted => {
  const chance = random.next();
  if (chance < 0.4) return { path: `${board}/` };
  if (chance < 0.6) return { path: `${board}/?section=${random.pick(BOARD_SECTIONS)}` };
  if (chance < 0.75) return { path: `${board}/?system=${random.pick(SYSTEMS)}` };
  if (chance < 0.85) return { path: `${board}/?unanswered=1` };
  const day = new Date(Date.UTC(2024, 0, 2) + random.int(0, 500) * 86_400_000).toISOString();
  return { path: `${board}/?behind=${day}_${random.int(1, 1000)}` };
};

/** The first page of any thread. */
export const aThread = (board: string, random: Random, threads: number): Wanted => ({
  path: `${board}/${random.int(1, threads)}/`,
});

const addressOf = (member: number): string => `10.0.${member >> 8}.${member & 255}`;

/** Signs a made-up member in, and returns what a browser sends with each request then. */
export const signIn = async (
  client: Client,
  board: string,
  member: number,
): Promise<Readonly<Record<string, string>>> => {
  const path = `${board.slice(0, -'/board'.length)}/members/sign-in/`;
  const headers = { 'x-forwarded-for': addressOf(member) };
  const form = { email: emailOf(member), password: PASSWORD };
  const answered = await client.ask({ path, headers, form });
  const cookie = (answered.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
  if (answered.status !== 303 || cookie === '') {
    throw new Error(`member ${member} could not sign in: ${answered.status}`);
  }
  return { ...headers, cookie };
};

/** An answer to any thread. */
export const anAnswer = (
  board: string,
  random: Random,
  threads: number,
  headers: Readonly<Record<string, string>>,
): Wanted => ({
  path: `${board}/${random.int(1, threads)}/answer/`,
  headers,
  form: { body: 'คำตอบตัวอย่างสมมติ ดูทะเบียนของงานพัสดุก่อน', once: randomUUID() },
});

export const isPage = ({ status, body }: Answered): boolean =>
  status === 200 && body.includes('</html>');
/** Whether a post was confirmed: the way to it. */
export const isPut = ({ status, headers }: Answered): boolean =>
  status === 303 && /#p\d+$/.test(headers.location ?? '');
