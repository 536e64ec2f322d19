import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProblemError } from '#core/problem.ts';

/** Only this machine can reach it. */
export const LOOPBACK = '127.0.0.1';

const tryPort = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const isTaken = (error: unknown): boolean =>
  ['EADDRINUSE', 'EACCES'].includes(String((error as NodeJS.ErrnoException).code));

/**
 * Listens on the loopback address and resolves to the port. A port that was asked for has to be free; without one,
 * the first free port from `first` on is taken.
 */
export const listenOnLoopback = async (
  server: Server,
  asked: number | null,
  first = 4321,
): Promise<number> => {
  const ports = asked === null ? Array.from({ length: 20 }, (_, next) => first + next) : [asked];
  for (const port of ports) {
    try {
      return await tryPort(server, port);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  const range = asked === null ? `${ports[0]} to ${ports.at(-1)}` : String(asked);
  throw new ProblemError([
    {
      file: null,
      what: `port ${range} of ${LOOPBACK} is in use by another program, or may not be used`,
      fix: 'Choose a free port: npm start -- --port 8080 (or PORT=8080 npm start).',
    },
  ]);
};
