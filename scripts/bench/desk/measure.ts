import { openDeskDatabase } from '#store/desk/database.ts';
import { seededRandom } from '../../lib/random.ts';
import { atOnce, clientOf, type Latency, latencyOf, oneByOne, type Visitor } from './load.ts';
import type { BoardSize } from './made-up-board.ts';
import {
  aList,
  anAnswer,
  aThread,
  isPage,
  isPut,
  type OurDesk,
  signIn,
  startOurDesk,
} from './our-desk.ts';

/** What many at once got. */
export interface Crowd {
  readonly readers: number;
  readonly writers: number;
  readonly reads: Latency;
  readonly posts: Latency;
  readonly perSecond: number;
  readonly errors: Readonly<Record<string, number>>;
}

/** What was measured of a desk on one database. */
export interface Measured {
  readonly list: Latency;
  readonly thread: Latency;
  readonly post: Latency;
  /** Readers who look at each page for some seconds. */
  readonly reading: Crowd;
  /** Readers who ask for the next page at once. */
  readonly hurrying: Crowd;
  readonly postsConfirmed: number;
  readonly postsKept: number;
  readonly peakMiB: number | null;
  readonly cpuSeconds: number | null;
}

/** How much is asked for. */
export interface Load {
  readonly requests: number;
  readonly readers: number;
  readonly writers: number;
  readonly seconds: number;
}

/** Posts of one member that cost no waiting. */
const POSTS_EACH = 10;
const READING_MS = 5000;
/** Requests that nobody counts, before those that are. */
export const WARM_UP = 100;

const countPosts = async ({ place }: OurDesk): Promise<number> => {
  const { db, close } = await openDeskDatabase(place);
  try {
    const { posts } = await db
      .selectFrom('post')
      .select((all) => all.fn.countAll().as('posts'))
      .executeTakeFirstOrThrow();
    return Number(posts);
  } finally {
    await close();
  }
};

const measureRunning = async (
  desk: OurDesk,
  { threads, members }: BoardSize,
  { requests, readers, writers, seconds }: Load,
  seed: number,
): Promise<Omit<Measured, 'peakMiB' | 'cpuSeconds'>> => {
  const { board, origin } = desk;
  const random = seededRandom(seed + 1);
  const client = clientOf(origin, readers + writers);
  let confirmed = 0;
  let nextMember = 0;
  const signedIn = async (many: number) => {
    const cookies = [];
    for (let one = 0; one < many; one += 1) {
      nextMember = (nextMember % members) + 1;
      cookies.push(await signIn(client, board, nextMember));
    }
    return cookies;
  };
  const many = <One>(make: () => One) => Array.from({ length: requests }, make);
  const list = () => aList(board, random);
  const thread = () => aThread(board, random, threads);
  const crowd = async (pauseMs: number): Promise<Crowd> => {
    const reading: Visitor = {
      next: () => (random.chance(0.3) ? list() : thread()),
      isRight: isPage,
      pauseMs,
    };
    const posts: number[] = [];
    const cookies = await signedIn(writers);
    const writing = cookies.map((headers): Visitor => {
      let left = POSTS_EACH;
      return {
        next: () => {
          left -= 1;
          return left < 0 ? null : anAnswer(board, random, threads, headers);
        },
        isRight: (answered) => {
          posts.push(answered.ms);
          if (!isPut(answered)) return false;
          confirmed += 1;
          return true;
        },
        pauseMs: (seconds * 1000) / POSTS_EACH,
      };
    });
    const visitors = [...Array.from({ length: readers }, () => reading), ...writing];
    const from = performance.now();
    const { times, errors } = await atOnce(client, visitors, seconds * 1000);
    const took = (performance.now() - from) / 1000;
    const perSecond = Math.round(times.length / took);
    return {
      readers,
      writers,
      reads: latencyOf(times),
      posts: latencyOf(posts),
      perSecond,
      errors,
    };
  };
  try {
    const before = await countPosts(desk);
    await oneByOne(
      client,
      Array.from({ length: WARM_UP }, () => (random.chance(0.5) ? list() : thread())),
      isPage,
    );
    const lists = await oneByOne(client, many(list), isPage);
    const pages = await oneByOne(client, many(thread), isPage);
    const cookies = await signedIn(writers);
    const posts = await oneByOne(
      client,
      cookies.flatMap((headers) =>
        Array.from({ length: POSTS_EACH }, () => anAnswer(board, random, threads, headers)),
      ),
      isPut,
    );
    confirmed += posts.length;
    const reading = await crowd(READING_MS);
    const hurrying = await crowd(0);
    return {
      list: latencyOf(lists),
      thread: latencyOf(pages),
      post: latencyOf(posts),
      reading,
      hurrying,
      postsConfirmed: confirmed,
      postsKept: (await countPosts(desk)) - before,
    };
  } finally {
    client.close();
  }
};

/** Fills a desk and measures it: on SQLite, or on the PostgreSQL database of this address. */
export const measureDesk = async (
  root: string,
  postgresUrl: string | null,
  size: BoardSize,
  load: Load,
  seed: number,
): Promise<Measured> => {
  const desk = await startOurDesk(root, postgresUrl, size, seed);
  try {
    const measured = await measureRunning(desk, size, load, seed);
    const use = await desk.stop();
    return { ...measured, peakMiB: use?.peakMiB ?? null, cpuSeconds: use?.cpuSeconds ?? null };
  } finally {
    await desk.stop();
    desk.remove();
  }
};
