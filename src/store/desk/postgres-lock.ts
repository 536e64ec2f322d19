import pg from 'pg';
import { ProblemError } from '#core/problem.ts';
import { unusable } from './database.ts';

/** The lock of a desk among those of a database: letters of "wian", and the first of its kind. */
const LOCK = '2003394926, 1';

/** Milliseconds in which the server gives back what a desk held that was killed, and between tries to take it anew. */
const WAIT_MS = 3000;

/** What PostgreSQL says where a lock was not to be had in time. */
const NOT_AVAILABLE = '55P03';

/**
 * The lock is one of a transaction that stays open without having read anything: it keeps no rows from being tidied away,
 * and a pooler that gives connections away after each transaction leaves it alone. The server is to notice soon that the
 * machine of a desk is gone.
 */
const TAKE = [
  'BEGIN',
  'SET LOCAL idle_in_transaction_session_timeout = 0',
  'SET LOCAL tcp_keepalives_idle = 30',
  'SET LOCAL tcp_keepalives_interval = 10',
  'SET LOCAL tcp_keepalives_count = 3',
  `SET LOCAL lock_timeout = ${WAIT_MS}`,
  `SELECT pg_advisory_xact_lock(${LOCK})`,
];

const TAKEN = new ProblemError([
  {
    file: null,
    field: 'DATABASE_URL',
    what: 'another desk runs on this database',
    why: 'Letters would be sent twice, and links that one of them signs mean nothing to the other.',
    fix: 'End it first, or give this one a database of its own.',
  },
]);

/** A connection that holds the lock; `onLoss` is called once when it breaks, and not for what breaks before. */
const connect = async (url: string, onLoss: () => void): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  let isHolding = false;
  // One loss is told as several errors: the reason of the server, and the end of the connection.
  client.on('error', () => {
    if (isHolding) onLoss();
    isHolding = false;
  });
  try {
    await client.connect();
    for (const statement of TAKE) await client.query(statement);
    isHolding = true;
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
};

/**
 * Takes a database of PostgreSQL for one desk, and returns what gives it back. The server takes it back from a process that
 * dies. Where the connection is lost, as when the server is started anew, it is taken anew, and `report` hears where
 * another desk was quicker. Rejects with a ProblemError where another desk runs on it, or it cannot be reached.
 */
export const takePostgres = async (
  url: string,
  report: (line: string) => void,
): Promise<() => Promise<void>> => {
  let held: pg.Client | null = null;
  let isGivenBack = false;
  let timer: NodeJS.Timeout | undefined;
  let taking: Promise<void> = Promise.resolve();
  let isTold = false;
  const again = (): void => {
    held = null;
    if (isGivenBack) return;
    timer = setTimeout(() => {
      taking = take().catch((error: { code?: string }) => {
        if (error.code === NOT_AVAILABLE && !isTold) {
          isTold = true;
          report('DATABASE_URL: another desk runs on this database now: end one of the two.');
        }
        again();
      });
    }, WAIT_MS);
    timer.unref();
  };
  const take = async (): Promise<void> => {
    held = await connect(url, again);
    isTold = false;
  };
  try {
    await take();
  } catch (error) {
    if ((error as { code?: string }).code === NOT_AVAILABLE) throw TAKEN;
    throw unusable({ kind: 'postgres', url }, error);
  }
  return async () => {
    isGivenBack = true;
    clearTimeout(timer);
    await taking;
    await held?.end();
  };
};
