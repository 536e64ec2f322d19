import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOOPBACK } from '#store/portal/listen.ts';
import { createStaticServer } from '#store/portal/static-server.ts';

/** How the first request for an address fails: the host is in trouble, or the connection breaks off in the midst. */
export type Failure = 'status' | 'cut';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const answerOf = (server: Server): Answer => server.listeners('request')[0] as Answer;

const fail = (response: ServerResponse, how: Failure): void => {
  if (how === 'status') {
    response.writeHead(503, { 'content-type': 'text/plain' }).end('Try again.');
    return;
  }
  response.writeHead(200, { 'content-length': 100_000 });
  response.write('{"');
  // At once the browser would ask again by itself.
  setTimeout(() => response.destroy(), 10);
};

/** Serves the portal so that the first request for each address but the first page fails, and never answers those of `hangs`. */
export const openFailingServer = async (
  folder: string,
  hangs: (path: string) => boolean = () => false,
) => {
  const origin = createStaticServer({ folder }, (fault) => console.error(fault));
  const answer = answerOf(origin);
  const asked = new Map<string, number>();
  let how: Failure | null = null;
  let page = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const times = (asked.get(path) ?? 0) + 1;
    asked.set(path, times);
    if (hangs(path)) return;
    if (how !== null && times === 1 && path !== page) fail(response, how);
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${port}`,
    /** From now on, as if nothing had been asked for yet; `path` is the page, which comes at once. */
    begin: (path: string, next: Failure | null): void => {
      asked.clear();
      [page, how] = [path, next];
    },
    /** Addresses that were asked for once alone, though that failed. */
    givenUp: (): string[] =>
      [...asked].flatMap(([path, times]) => (times === 1 && path !== page ? [path] : [])),
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};
