import { startPostgres } from '../../scripts/lib/temporary-postgres.ts';

let started: ReturnType<typeof startPostgres> | undefined;

/** The server of all test files that this process runs, started by the first that asks; it ends with the process. */
export const sharedPostgres = (): ReturnType<typeof startPostgres> => {
  started ??= startPostgres({ endsWithProcess: true });
  return started;
};
