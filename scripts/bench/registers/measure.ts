import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { type DeskDatabase, openDeskDatabase } from '#store/desk/database.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { seededRandom } from '../../lib/random.ts';
import {
  atOnce,
  type Client,
  clientOf,
  type Latency,
  latencyOf,
  type Visitor,
} from '../desk/load.ts';
import { aList, aThread, isPage, type OurDesk, signIn, startDeskWith } from '../desk/our-desk.ts';
import { type Filled, fillForRegisters } from './fill.ts';
import { madeUpRegister } from './made-up-register.ts';
import { type Sender, type Sent, sendRegister } from './send.ts';

/** How much is sent, and who reads meanwhile. */
export interface RegisterLoad {
  /** Rows of each register, and how many of them are of letters that the portal has. */
  readonly rows: number;
  readonly known: number;
  /** Seconds within which all are sent. */
  readonly within: number;
  readonly readers: number;
}

/** What was measured of a desk on one database. */
export interface RegistersMeasured {
  readonly registers: number;
  /** Seconds from the first register on until the last was sent, and until all were taken over. */
  readonly sentWithin: number;
  readonly doneWithin: number;
  /** Movements that the registers have of known letters, and that ledgers have of them; and of these those more than once. */
  readonly wanted: number;
  readonly recorded: number;
  readonly doubled: number;
  /** Changes that the database has as made, and rows of its audit log about them. */
  readonly changes: number;
  readonly audited: number;
  /** Pages that others read meanwhile. */
  readonly pages: Latency;
  readonly errors: Readonly<Record<string, number>>;
  readonly peakMiB: number | null;
  readonly cpuSeconds: number | null;
}

const ISSUER = 'กรมส่งเสริมการปกครองท้องถิ่น';
const PAUSE_MS = 1000;
const LONGEST_MS = 3_600_000;

/** What is on record in all ledgers: how many movements by registers, and how many of them say the same again. */
const countRecorded = (folder: string, { circulars }: Filled) => {
  let recorded = 0;
  let doubled = 0;
  for (const circular of circulars) {
    const file = `${circular.folder}/movements.csv`;
    const received = parseLedger(readFileSync(join(folder, file), 'utf8'), file).filter(
      ({ kind, source }) => kind === 'received' && source.startsWith('register:'),
    );
    recorded += received.length;
    doubled += received.length - new Set(received.map(({ office }) => office)).size;
  }
  return { recorded, doubled };
};

const countChanges = async (place: OurDesk['place']) => {
  const { db, close }: DeskDatabase = await openDeskDatabase(place);
  try {
    const { changes } = await db
      .selectFrom('content_change')
      .select((all) => all.fn.countAll().as('changes'))
      .where('state', '=', 'applied')
      .executeTakeFirstOrThrow();
    const { audited } = await db
      .selectFrom('audit')
      .select((all) => all.fn.countAll().as('audited'))
      .where('subject', 'like', 'change:%')
      .executeTakeFirstOrThrow();
    return { changes: Number(changes), audited: Number(audited) };
  } finally {
    await close();
  }
};

const signedIn = async (
  client: Client,
  { board }: OurDesk,
  { circulars, provinces }: Filled,
  load: RegisterLoad,
): Promise<Sender[]> => {
  const letters = circulars.map(({ letter }) => ({ ...letter, from: ISSUER }));
  const senders: Sender[] = [];
  for (const [at, office] of provinces.entries()) {
    const headers = await signIn(client, board, at + 1);
    senders.push({ office, headers, csv: madeUpRegister(letters, load, at + 1) });
  }
  return senders;
};

const sendAll = async (
  client: Client,
  desk: OurDesk,
  senders: readonly Sender[],
  { within, readers }: RegisterLoad,
) => {
  const random = seededRandom(2);
  const [first] = senders as readonly [Sender, ...Sender[]];
  const reader: Visitor = {
    next: () => {
      if (random.chance(0.25))
        return { path: `${desk.base}/desk/movements/`, headers: first.headers };
      if (random.chance(0.25)) return { path: `${desk.base}/` };
      return random.chance(0.5) ? aList(desk.board, random) : aThread(desk.board, random, 1000);
    },
    isRight: isPage,
    pauseMs: PAUSE_MS,
  };
  let isDone = false;
  const next = () => (isDone ? null : reader.next());
  const reading = atOnce(
    client,
    Array.from({ length: readers }, () => ({ ...reader, next })),
    LONGEST_MS,
  );
  try {
    const sent = await Promise.all(
      senders.map(async (sender, at): Promise<Sent> => {
        await later((within * 1000 * at) / senders.length);
        return sendRegister(client, { origin: desk.origin, base: desk.base }, sender);
      }),
    );
    isDone = true;
    return { sent, read: await reading };
  } finally {
    isDone = true;
  }
};

/** Fills a desk, has every province send its register, and counts what became of it: on SQLite, or on this PostgreSQL database. */
export const measureRegisters = async (
  root: string,
  postgresUrl: string | null,
  load: RegisterLoad,
): Promise<RegistersMeasured> => {
  let filled: Filled | undefined;
  const fill = async (folder: string, database: DeskDatabase) => {
    filled = await fillForRegisters(root, folder, database, load.known);
  };
  const desk = await startDeskWith(root, { postgresUrl, fill });
  const client = clientOf(desk.origin, 200);
  try {
    const all = filled as unknown as Filled;
    const senders = await signedIn(client, desk, all, load);
    const { sent, read } = await sendAll(client, desk, senders, load);
    const begun = Math.min(...sent.map(({ sentAt }) => sentAt));
    const seconds = (times: number[]) => Math.round((Math.max(...times) - begun) / 100) / 10;
    const use = await desk.stop();
    return {
      registers: sent.length,
      sentWithin: seconds(sent.map(({ sentAt }) => sentAt)),
      doneWithin: seconds(sent.map(({ doneAt }) => doneAt)),
      wanted: sent.length * load.known,
      ...countRecorded(desk.folder, all),
      ...(await countChanges(desk.place)),
      pages: latencyOf(read.times),
      errors: read.errors,
      peakMiB: use?.peakMiB ?? null,
      cpuSeconds: use?.cpuSeconds ?? null,
    };
  } finally {
    client.close();
    await desk.stop();
    desk.remove();
  }
};
